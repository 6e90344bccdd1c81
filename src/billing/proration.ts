import { type CalendarDate, daysBetween } from './calendar.ts';
import { type Minor, shareOf } from './money.ts';
import { type BillingSpan, chargedDays } from './periods.ts';

/** A period's price cut at a day. `used + unused` is the price, exactly; days likewise. Minor units. */
export interface Proration {
  readonly used: Minor;
  readonly unused: Minor;
  readonly unusedDays: number;
  readonly periodDays: number;
}

/**
 * Cuts the price of a period at the start of a day, by calendar days.
 * Rounds the used part from the beginning of the period, so that any number of cuts adds up to the price.
 * @param price of the whole period, minor units
 * @param on a day of the period, or its end
 */
export function prorate(price: Minor, period: BillingSpan, on: CalendarDate): Proration {
  const periodDays = chargedDays(period);
  const unusedDays = daysBetween(on, period.end);
  const used = shareOf(price, periodDays - unusedDays, periodDays);
  return { used, unused: price - used, unusedDays, periodDays };
}
