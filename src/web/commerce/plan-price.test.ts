import { expect, test } from 'vitest';
import { planPrice } from './plan-price.ts';

const seats = {
  currency: 'JPY',
  flat_price: 0,
  unit_price: 0,
  unit_name: 'seat',
  billing_period: 'month',
} as const;

test.each([
  [{}, /^Free$/],
  [{ unit_price: 4900 }, /^\D*4,?900 per seat a month$/],
  [{ flat_price: 100, billing_period: 'year' }, /^\D*100 a year$/],
  [{ flat_price: 100, unit_price: 5, billing_period: 'quarter' }, /^\D*100 plus \D*5 per seat a quarter$/],
] as const)('a plan of %o in words', (price, words) => {
  expect(planPrice({ ...seats, ...price })).toMatch(words);
});
