import { expect, test } from 'vitest';
import { chargedDays, periodAt, periodContaining, periodFrom, shiftPeriod } from './periods.ts';

test('periods of an anchor on the 31st end where the next begins and come back to the 31st', () => {
  const starts = Array.from({ length: 6 }, (_, n) => periodAt('2024-12-31', 1, n).start);
  expect(starts).toEqual([
    '2024-12-31',
    '2025-01-31',
    '2025-02-28',
    '2025-03-31',
    '2025-04-30',
    '2025-05-31',
  ]);
  const ends = Array.from({ length: 5 }, (_, n) => periodAt('2024-12-31', 1, n).end);
  expect(ends).toEqual(starts.slice(1));
});

test.each([
  ['2024-02-29', 12, '2024-02-29', '2025-02-28'],
  ['2024-02-29', 12, '2027-02-28', '2028-02-29'],
  ['2024-11-30', 3, '2024-11-30', '2025-02-28'],
  ['2024-11-30', 3, '2025-02-28', '2025-05-30'],
])('anchor %s, %i months, from %s: until %s', (anchor, months, start, end) => {
  expect(periodFrom(anchor, start, months)).toEqual({ start, end, basis: start, charge: 'invoiced' });
});

test.each([
  ['2025-01-31', '2025-02-27', '2025-01-31'],
  ['2025-01-31', '2025-02-28', '2025-02-28'],
  ['2025-01-31', '2025-03-30', '2025-02-28'],
  ['2025-01-31', '2025-03-31', '2025-03-31'],
  ['2025-01-15', '2026-01-14', '2025-12-15'],
])('anchor %s: %s lies in the period from %s', (anchor, day, start) => {
  expect(periodContaining(anchor, 1, day).start).toBe(start);
});

test('a paused period ends later and has as many charged days as before', () => {
  const period = periodFrom('2025-01-10', '2025-01-10', 1);
  const shifted = shiftPeriod(period, 36);
  expect(shifted).toEqual({
    start: '2025-01-10',
    end: '2025-03-18',
    basis: '2025-02-15',
    charge: 'invoiced',
  });
  expect([chargedDays(period), chargedDays(shifted)]).toEqual([31, 31]);
});
