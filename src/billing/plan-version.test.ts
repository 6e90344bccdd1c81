import { expect, test } from 'vitest';
import { refusal } from '../../test/kit/billing-cases.ts';
import { plans, planVersion } from '../../test/kit/billing-plans.ts';
import { requirePlanVersion, requireQuantity, versionOf } from './plan-version.ts';
import { periodPrice } from './price.ts';

test.each([
  [{ flatPrice: -1 }, 'money/not-an-amount flat_price'],
  [{ unitPrice: 0.5 }, 'money/not-an-amount unit_price'],
  [{ currency: 'eur' }, 'plan/invalid currency'],
  [{ minQuantity: -1 }, 'plan/invalid min_quantity'],
  [{ minQuantity: 3, maxQuantity: 2 }, 'plan/invalid max_quantity'],
  [{ billingPeriod: 'year', termMonths: 18 }, 'plan/invalid term_months'],
  [{ billingPeriod: 'quarter', termMonths: 18 }, 'accepted'],
  [{ termMonths: 0 }, 'plan/invalid term_months'],
  [{ trialDays: 1.5 }, 'plan/invalid trial_days'],
] as const)('a plan with %o: %s', (different, expected) => {
  expect(refusal(() => requirePlanVersion(planVersion({ id: 'x', ...different })))).toBe(expected);
});

test.each([
  [1, 'subscription/quantity-outside-range quantity'],
  [2, 'accepted'],
  [5, 'accepted'],
  [6, 'subscription/quantity-outside-range quantity'],
  [2.5, 'subscription/quantity-outside-range quantity'],
])('quantity %d of 2 to 5: %s', (quantity, expected) => {
  const version = planVersion({ id: 'x', minQuantity: 2, maxQuantity: 5 });
  expect(refusal(() => requireQuantity(version, quantity))).toBe(expected);
});

test('a period costs the flat price and the price of each unit', () => {
  expect(periodPrice(versionOf(plans, 'pro'), 7)).toBe(4999 + 7 * 701);
  const dear = planVersion({ id: 'x', unitPrice: 9_007_199_254_740_991 });
  expect(refusal(() => periodPrice(dear, 2))).toBe('money/too-large');
});

test('a version nobody made is unknown', () => {
  expect(refusal(() => versionOf(plans, 'none', 'plan_version_id'))).toBe('plan/unknown plan_version_id');
});
