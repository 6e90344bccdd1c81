import { expect, test } from 'vitest';
import { fromMinor, toMinor } from './money-input.ts';

test.each([
  ['49', 'EUR', 4900],
  ['49.5', 'EUR', 4950],
  ['49,50', 'EUR', 4950],
  [' 0.01 ', 'EUR', 1],
  ['0', 'EUR', 0],
  ['1.10', 'EUR', 110],
  ['19.99', 'EUR', 1999],
  ['1 200,00', 'PLN', 120_000],
  ['1\u202f200\u00a0000', 'EUR', 120_000_000],
  ['5000', 'JPY', 5000],
  ['1.234', 'KWD', 1234],
  ['10000000000', 'EUR', 1_000_000_000_000],
])('%s %s is %d minor units', (text, currency, amount) => {
  expect(toMinor(text, currency)).toBe(amount);
});

test.each([
  ['', 'EUR'],
  ['abc', 'EUR'],
  ['-5', 'EUR'],
  ['+5', 'EUR'],
  ['1e3', 'EUR'],
  ['.5', 'EUR'],
  ['5.', 'EUR'],
  ['1.234', 'EUR'],
  ['1,200', 'EUR'],
  ['1,200', 'KWD'],
  ['1.200,50', 'EUR'],
  ['12 34', 'EUR'],
  ['€5', 'EUR'],
  ['5.0', 'JPY'],
  ['10000000000.01', 'EUR'],
  ['99999999999999999999', 'EUR'],
])('%s is no amount in %s', (text, currency) => {
  expect(toMinor(text, currency)).toBeNull();
});

test.each([
  [4900, 'EUR', '49.00'],
  [5, 'EUR', '0.05'],
  [0, 'EUR', '0.00'],
  [-3855, 'EUR', '-38.55'],
  [5000, 'JPY', '5000'],
  [7, 'KWD', '0.007'],
])('%d in %s is written %s', (amount, currency, text) => {
  expect(fromMinor(amount, currency)).toBe(text);
});

test('what is written can be read again, to the minor unit', () => {
  for (const currency of ['EUR', 'JPY', 'KWD', 'SEK']) {
    for (const amount of [0, 1, 9, 10, 99, 100, 101, 1_999, 123_456_789, 999_999_999_999]) {
      expect(toMinor(fromMinor(amount, currency), currency)).toBe(amount);
    }
  }
});
