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

/** A calendar date (`YYYY-MM-DD`) as it is read in a language: "28 November 2026". */
export function dayWords(day: string, language: string): string {
  const format =
    days.get(language) ?? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  days.set(language, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}

const days = new Map<string, Intl.DateTimeFormat>();

/** An amount in the log: money, which everybody reads in their own notation. */
export function moneyChange(
  field: string,
  { from, to }: { readonly from: number | null; readonly to: number | null },
  currency: string,
): FieldChange {
  const money = (amount: number | null) => (amount === null ? null : { amount, currency });
  return { field, from: money(from), to: money(to) };
}
