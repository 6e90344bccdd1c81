import type { Parameters } from '../../access/to-sql.ts';
import { addDays, type CalendarDate } from '../../billing/calendar.ts';
import { startOfDay } from '../company-date.ts';

/** The day it is for the reader, and the time zone that the company's days are meant in. */
export interface Calendar {
  readonly today: CalendarDate;
  readonly timeZone: string;
}

/** The first and the last day that are let through; null: no end on that side. */
export interface Days {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** A filter that lets the days of one column through. Its condition has the same text whatever its value. */
export interface RangeFilter<Value extends string = string, Column extends string = string> {
  readonly column: Column;
  /** Times are compared by the company's calendar. */
  readonly type: 'date' | 'timestamptz';
  readonly ends: 'from' | 'to' | 'both';
  /** What besides holds of every row it finds, as SQL on `r` without values: the predicate of a partial index. */
  readonly only?: string;
  /** Which days a value lets through. */
  readonly days: (value: Value, today: CalendarDate) => Days;
}

/** A column that holds several values, one of which has to be the given one. */
export interface HoldsFilter {
  readonly holds: string;
}

/** A column that is compared for equality (null asks for the rows without a value), one of several values, or a range. */
export type Filter = string | HoldsFilter | RangeFilter;
export type Filters = Readonly<Record<string, Filter>>;
export type Given = Readonly<Record<string, unknown>>;

/** A filter that was given, as SQL on `r`: what it always asks, and what its value asks. */
export interface FilterCondition {
  readonly only: string | null;
  readonly asked: string;
}

/** Lets the days from a given one through. */
export function daysFrom<C extends string>(
  column: C,
  type: RangeFilter['type'] = 'date',
): RangeFilter<string, C> {
  return { column, type, ends: 'from', days: (from) => ({ from, to: null }) };
}

/** Lets the days up to a given one through, that one included. */
export function daysTo<C extends string>(
  column: C,
  { type = 'date', only }: Partial<Pick<RangeFilter, 'type' | 'only'>> = {},
): RangeFilter<string, C> {
  return { column, type, ends: 'to', days: (to) => ({ from: null, to }), ...(only ? { only } : {}) };
}

/** One condition for each filter that is given, in the order in which they are declared. */
export function conditionsOf(
  filters: Filters,
  given: Given,
  parameters: Parameters,
  calendar: Calendar | undefined,
): FilterCondition[] {
  return Object.entries(filters)
    .filter(([name]) => given[name] !== undefined)
    .map(([name, filter]) =>
      isRange(filter)
        ? rangeCondition(filter, String(given[name]), parameters, known(calendar, name))
        : { only: null, asked: equality(filter, given[name], parameters) },
    );
}

function isRange(filter: Filter): filter is RangeFilter {
  return typeof filter !== 'string' && 'days' in filter;
}

function equality(filter: string | HoldsFilter, value: unknown, parameters: Parameters): string {
  if (typeof filter !== 'string') return `${parameters.add(value)} = any(r.${filter.holds})`;
  return value === null ? `r.${filter} is null` : `r.${filter} = ${parameters.add(value)}`;
}

/** Whether a filter is given that needs to know what day it is. */
export function needsCalendar(filters: Filters, given: Given): boolean {
  return Object.entries(filters).some(([name, filter]) => isRange(filter) && given[name] !== undefined);
}

function known(calendar: Calendar | undefined, name: string): Calendar {
  if (!calendar) throw new Error(`The filter ${name} needs to know what day it is`);
  return calendar;
}

function rangeCondition(
  { column, type, ends, only, days }: RangeFilter,
  value: string,
  parameters: Parameters,
  { today, timeZone }: Calendar,
): FilterCondition {
  const { from, to } = days(value, today);
  const bound = (sign: '>=' | '<', day: CalendarDate | null) => {
    const moment = day === null || type === 'date' ? day : startOfDay(day, timeZone).toISOString();
    return `r.${column} ${sign} ${parameters.add(moment ?? (sign === '<' ? 'infinity' : '-infinity'))}::${type}`;
  };
  const bounds = [
    ...(ends === 'to' ? [] : [bound('>=', from)]),
    ...(ends === 'from' ? [] : [bound('<', to === null ? null : addDays(to, 1))]),
  ];
  return { only: only ?? null, asked: bounds.join(' and ') };
}
