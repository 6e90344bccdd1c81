import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

test.each([
  ['2024-10-16', 'YYYY-MM-DD', '2024-10-16'],
  ['16-10-2024', 'DD-MM-YYYY', '2024-10-16'],
  ['10/16/2024', 'MM/DD/YYYY', '2024-10-16'],
  ['29-02-2024', 'DD-MM-YYYY', '2024-02-29'],
  ['29-02-2023', 'DD-MM-YYYY', null],
  ['31-04-2024', 'DD-MM-YYYY', null],
  ['2024-10-16', 'DD-MM-YYYY', null],
  ['6-1-2024', 'DD-MM-YYYY', null],
  ['16-10-24', 'DD-MM-YYYY', null],
  ['16/10/2024', 'MM/DD/YYYY', null],
  ['16-10-2024 03:00', 'DD-MM-YYYY', null],
  ['', 'YYYY-MM-DD', null],
] as const)('%s as %s is %s', (text, format, expected) => {
  expect(readDate(text, format)).toBe(expected);
});
