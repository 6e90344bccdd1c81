import { minorDigits } from '../contract/minor-digits.ts';
import type { FieldChange } from './db/columns.ts';

/** An amount of minor units as it is read in a language: "€25.70". */
export function moneyWords(
  money: { readonly amount: number; readonly currency: string },
  language: string,
): string {
  return formatOf(language, money.currency).format(money.amount / 10 ** minorDigits(money.currency));
}

const formats = new Map<string, Intl.NumberFormat>();

/** Languages and currencies are few, and a billing run writes thousands of amounts. */
function formatOf(language: string, currency: string): Intl.NumberFormat {
  const key = `${language} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}

/** An amount as a plain decimal number with the digits of its currency: "25.70", "2570" yen. For spreadsheets. */
export function moneyDecimal(money: { readonly amount: number; readonly currency: string }): string {
  const digits = minorDigits(money.currency);
  return (money.amount / 10 ** digits).toFixed(digits);
}

/** An amount in the log, as somebody reads it later. */
export function moneyChange(
  field: string,
  { from, to }: { readonly from: number | null; readonly to: number | null },
  currency: string,
): FieldChange {
  const words = (amount: number | null) => (amount === null ? null : moneyWords({ amount, currency }, 'en'));
  return { field, from: words(from), to: words(to) };
}
