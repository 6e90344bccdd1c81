import { Temporal } from 'temporal-polyfill';
import { refuse } from './refusals.ts';

/** A day in the company's time zone, `YYYY-MM-DD`; compares as text. */
export type CalendarDate = string;

/** Days from `start` up to, and without, `end`. */
export interface DateSpan {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

const dayMs = 86_400_000;
const shape = /^(19|2\d)\d\d-\d\d-\d\d$/;

/** Whether the text is an existing day of the years 1900 to 2999. */
export function isCalendarDate(text: string): boolean {
  if (!shape.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The date itself. Refuses `date/not-a-calendar-date` naming the field. */
export function requireDate(text: string, field: string): CalendarDate {
  return isCalendarDate(text) ? text : refuse('date/not-a-calendar-date', field);
}

/** The day that many days later (earlier, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return days === 0 ? date : Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * The same day of the month that many months later, or the last day of that month when it is shorter.
 * Never chain it: add to the anchor (31 Jan -> 28 Feb -> 31 Mar).
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  // Dates without a time are read as midnight UTC, where every day is as long. Lists ask for each of their rows.
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  if (!Number.isInteger(days)) throw new RangeError(`No two dates: ${from}, ${to}`);
  return days;
}

/** Months of the calendar between the months the dates lie in; exact for dates that stem from one anchor. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const monthOf = (date: CalendarDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return monthOf(to) - monthOf(from);
}

/** The earlier of two dates. */
export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

/** The later of two dates. */
export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

/**
 * The day it is in a time zone at an instant.
 * @param epochMilliseconds milliseconds since 1970-01-01T00:00Z
 * @param timeZone an IANA name; refuses `date/unknown-time-zone`
 */
export function calendarDateAt(epochMilliseconds: number, timeZone: string): CalendarDate {
  const instant = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
  try {
    return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  } catch {
    return refuse('date/unknown-time-zone', 'time_zone');
  }
}
