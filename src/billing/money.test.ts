import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusal } from '../../test/kit/billing-cases.ts';
import { divideHalfEven, requireAmount, requirePositive, shareOf, sumOf, toMinor } from './money.ts';

test.each([
  [100, 1, 3, 33],
  [100, 2, 3, 67],
  [1, 1, 2, 1],
  [5, 0, 7, 0],
  [9_007_199_254_740_991, 1, 2, 4_503_599_627_370_496],
])('%i * %i / %i = %i', (amount, part, whole, expected) => {
  expect(shareOf(amount, part, whole)).toBe(expected);
});

test.each([
  [15, 10, 2],
  [25, 10, 2],
  [35, 10, 4],
  [26, 10, 3],
  [0, 12, 0],
  [18, 12, 2],
  [6, 12, 0],
])('%i / %i = %i, half to even', (amount, divisor, expected) => {
  expect(divideHalfEven(amount, divisor)).toBe(expected);
});

test('shares grow with the part and never leave the amount', () => {
  const amounts = fc.integer({ min: 0, max: 9_007_199_254_740_991 });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 366 }), (amount, whole) => {
      const shares = Array.from({ length: whole + 1 }, (_, part) => shareOf(amount, part, whole));
      expect(shares[0]).toBe(0);
      expect(shares[whole]).toBe(amount);
      expect(shares.every((share, part) => part === 0 || share >= (shares[part - 1] ?? 0))).toBe(true);
    }),
  );
});

test.each([1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount', (amount) => {
  expect(refusal(() => requireAmount(amount, 'price'))).toBe('money/not-an-amount price');
});

test('zero is an amount, but not a positive one', () => {
  expect(requireAmount(0, 'price')).toBe(0);
  expect(refusal(() => requirePositive(0, 'amount'))).toBe('money/not-positive amount');
});

test('sums that cannot be kept exactly are refused', () => {
  expect(sumOf([9_007_199_254_740_990, 1])).toBe(9_007_199_254_740_991);
  expect(refusal(() => sumOf([9_007_199_254_740_991, 1]))).toBe('money/too-large');
  expect(refusal(() => toMinor(-(2n ** 53n)))).toBe('money/too-large');
});
