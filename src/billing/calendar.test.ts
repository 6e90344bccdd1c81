import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { refusal } from '../../test/kit/billing-cases.ts';
import {
  addDays,
  addMonths,
  calendarDateAt,
  daysBetween,
  isCalendarDate,
  monthsBetween,
} from './calendar.ts';

test.each([
  ['2025-01-31', true],
  ['2024-02-29', true],
  ['2025-02-29', false],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2025-13-01', false],
  ['2025-1-1', false],
  ['2025-01-01T00:00', false],
  ['1899-12-31', false],
  ['3000-01-01', false],
  ['', false],
])('%s is a calendar date: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

test.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2025-01-31', 2, '2025-03-31'],
  ['2025-01-31', 3, '2025-04-30'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-11-30', 3, '2025-02-28'],
])('%s and %i months: %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
  expect(monthsBetween(date, expected)).toBe(months);
});

const dates = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1970-01-01', days));

test('days are counted as the calendar counts them', () => {
  fc.assert(
    fc.property(dates, dates, (a, b) => {
      expect(daysBetween(a, b)).toBe(Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days);
      expect(addDays(a, daysBetween(a, b))).toBe(b);
    }),
  );
});

test.each(['', '2025-13-01', '2025-01-01T00:30:00Z'])('no days are counted to %j', (text) => {
  expect(() => daysBetween('2025-01-01', text)).toThrow(RangeError);
});

test.each([
  ['2025-03-30T00:30:00Z', 'Europe/Berlin', '2025-03-30'],
  ['2025-03-29T23:30:00Z', 'Europe/Berlin', '2025-03-30'],
  ['2025-03-29T23:30:00Z', 'America/New_York', '2025-03-29'],
  ['2025-01-01T10:30:00Z', 'Pacific/Kiritimati', '2025-01-02'],
  ['2025-01-01T10:30:00Z', 'Pacific/Pago_Pago', '2024-12-31'],
])('at %s it is in %s the %s', (instant, zone, expected) => {
  expect(calendarDateAt(Date.parse(instant), zone)).toBe(expected);
});

test('an unknown time zone is refused', () => {
  expect(refusal(() => calendarDateAt(0, 'Mars/Olympus'))).toBe('date/unknown-time-zone time_zone');
});
