/** An amount of minor units as it is read in a language: "€25.70". */
export function moneyWords(
  money: { readonly amount: number; readonly currency: string },
  language: string,
): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: money.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(money.amount / 10 ** digits);
}
