import { type Money, minorDigits } from '../../lib/format.ts';

const months = {
  short: new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' }),
  long: new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};

/** The month of a calendar date: "November 2026", or short, "Nov". */
export function formatMonth(value: string, style: keyof typeof months = 'long'): string {
  return months[style].format(new Date(value));
}

/** Short enough for the axis of a chart: "€12K". */
export function formatMoneyShort(money: Money): string {
  const format = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: money.currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  return format.format(money.amount / 10 ** minorDigits(money.currency));
}
