const known = new Map<string, number>();

/**
 * How many decimals a currency (ISO 4217) has: 2 for EUR, 0 for JPY, 3 for KWD. Throws a RangeError for what is no
 * code. Kept, because asking costs a formatter, and long lists and files ask for every amount.
 */
export function minorDigits(currency: string): number {
  const digits = known.get(currency) ?? ask(currency);
  known.set(currency, digits);
  return digits;
}

function ask(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
