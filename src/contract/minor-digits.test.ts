import { expect, test } from 'vitest';
import { minorDigits } from './minor-digits.ts';

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %i decimals, asked once and again', (currency, digits) => {
  expect([minorDigits(currency), minorDigits(currency)]).toEqual([digits, digits]);
});

test('what is no code has none', () => {
  expect(() => minorDigits('E')).toThrow(RangeError);
});
