import { expect, test } from 'vitest';
import { valueWords } from './change-words.ts';

test.each([
  ['2026-12-02', 'Dec 2, 2026'],
  ['2026-99-99', '2026-99-99'],
  ['2026-99-99T10:00 in the hall', '2026-99-99T10:00 in the hall'],
  ['2026-12-02T', '2026-12-02T'],
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
  ['customer', 'Customer'],
])('the value %s of a recorded change reads %s', (value, words) => {
  expect(valueWords(value, { field: 'name', names: {} })).toBe(words);
  expect(valueWords([value], { field: 'names', names: {} })).toBe(value);
});
