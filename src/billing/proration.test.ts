import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { chargedDays, periodFrom, shiftPeriod } from './periods.ts';
import { prorate } from './proration.ts';

const february = periodFrom('2025-01-31', '2025-01-31', 1);
const leapYear = periodFrom('2024-02-01', '2024-02-01', 12);

test.each([
  [february, '2025-01-31', { used: 0, unused: 5997, unusedDays: 28, periodDays: 28 }],
  [february, '2025-02-10', { used: 2142, unused: 3855, unusedDays: 18, periodDays: 28 }],
  [february, '2025-02-28', { used: 5997, unused: 0, unusedDays: 0, periodDays: 28 }],
  [leapYear, '2024-03-01', { used: 475, unused: 5522, unusedDays: 337, periodDays: 366 }],
  [shiftPeriod(february, 10), '2025-02-20', { used: 2142, unused: 3855, unusedDays: 18, periodDays: 28 }],
])('59.97 for %o cut on %s', (period, on, expected) => {
  expect(prorate(5997, period, on)).toEqual(expected);
});

test('however often a period is cut, the pieces come to its price', () => {
  const months = fc.constantFrom(1, 3, 12);
  const cuts = fc.array(fc.nat({ max: 365 }), { maxLength: 12 });
  fc.assert(
    fc.property(
      fc.nat({ max: 800 }),
      months,
      fc.nat({ max: 10 ** 12 }),
      cuts,
      (offset, length, price, days) => {
        const start = addDays('2023-06-15', offset);
        const period = periodFrom(start, start, length);
        const inOrder = days.map((day) => day % chargedDays(period)).sort((a, b) => a - b);
        const used = inOrder.map((day) => prorate(price, period, addDays(start, day)).used);
        const pieces = [...used, price].map((until, index) => until - (used[index - 1] ?? 0));
        expect(pieces.reduce((sum, piece) => sum + piece, 0)).toBe(price);
        expect(pieces.every((piece) => piece >= 0)).toBe(true);
      },
    ),
  );
});
