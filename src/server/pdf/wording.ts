import { minorDigits } from '../../contract/minor-digits.ts';

/** How one document writes amounts, quantities and dates. */
export interface Wording {
  money(minorUnits: number): string;
  /** A price that does not depend on the quantity, alone or beside a price for each unit. */
  flat(minorUnits: number): string;
  plusFlat(minorUnits: number): string;
  days(count: number, of: number): string;
  quantity(value: number): string;
  date(day: string): string;
  period(start: string, end: string): string;
}

/** Throws a RangeError for a locale or currency that does not exist. */
export function wordingOf(locale: string, currency: string): Wording {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = minorDigits(currency);
  const quantity = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const amount = (minorUnits: number) => money.format(decimal(minorUnits, digits));
  return {
    money: amount,
    flat: (minorUnits) => `${amount(minorUnits)} flat`,
    plusFlat: (minorUnits) => `plus ${amount(minorUnits)} flat`,
    days: (count, of) => `${quantity.format(count)} of ${quantity.format(of)} days`,
    quantity: (value) => quantity.format(value),
    date: (day) => date.format(dayOf(day)),
    period: (start, end) => date.formatRange(dayOf(start), dayOf(end)),
  };
}

/** A day at midnight UTC, the zone in which it is written again. */
export function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Written out digit by digit: a quotient would be rounded where amounts are large. */
function decimal(minorUnits: number, digits: number): Intl.StringNumericLiteral {
  const sign = minorUnits < 0 ? '-' : '';
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  // The compiler has no pattern for the digits of a text.
  return `${sign}${whole}.${text.slice(whole.length)}` as `${number}`;
}
