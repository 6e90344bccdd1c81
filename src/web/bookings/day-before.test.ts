import { expect, test } from 'vitest';
import { dayBefore } from './day-before.ts';

test.each([
  ['2026-02-28', '2026-02-27'],
  ['2028-03-01', '2028-02-29'],
  ['2027-01-01', '2026-12-31'],
])('the day before %s is %s', (day, before) => {
  expect(dayBefore(day)).toBe(before);
});
