import {
  addDays,
  addMonths,
  type CalendarDate,
  type DateSpan,
  daysBetween,
  monthsBetween,
} from './calendar.ts';

/** The billing period a subscription is in. Half-open: `end` is the first day of the next one. */
export interface BillingSpan extends DateSpan {
  /** Day zero for proration: the start, moved by the days the subscription was paused in this period. */
  readonly basis: CalendarDate;
  /** Whether its price was claimed. Of a forgiven period (invoice voided, or charged by nobody here) nothing is credited. */
  readonly charge: 'invoiced' | 'forgiven';
}

/** The n-th (from 0) period of an anchor: starts at anchor + n periods, each clamped to its month's end on its own. */
export function periodAt(anchor: CalendarDate, months: number, n: number): DateSpan {
  return { start: addMonths(anchor, n * months), end: addMonths(anchor, (n + 1) * months) };
}

/** The period of `months` that begins at `start`, a date that stems from the anchor. */
export function periodFrom(anchor: CalendarDate, start: CalendarDate, months: number): BillingSpan {
  return { start, end: monthsAfter(anchor, start, months), basis: start, charge: 'invoiced' };
}

/** The period that a day lies in; the day must not be before the anchor. */
export function periodContaining(anchor: CalendarDate, months: number, day: CalendarDate): DateSpan {
  const n = Math.floor(monthsBetween(anchor, day) / months);
  const period = periodAt(anchor, months, n);
  return day < period.start ? periodAt(anchor, months, n - 1) : period;
}

/** That many months after a date that stems from the anchor, counted from the anchor. */
export function monthsAfter(anchor: CalendarDate, date: CalendarDate, months: number): CalendarDate {
  return addMonths(anchor, monthsBetween(anchor, date) + months);
}

/** Days of the period that are charged for, without those paused. */
export function chargedDays(period: BillingSpan): number {
  return daysBetween(period.basis, period.end);
}

/** The period after a pause of that many days: it ends later by as many, and holds as many charged days as before. */
export function shiftPeriod(period: BillingSpan, days: number): BillingSpan {
  return { ...period, end: addDays(period.end, days), basis: addDays(period.basis, days) };
}
