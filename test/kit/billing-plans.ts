import type { PlanVersion } from '../../src/billing/plan-version.ts';

const base: PlanVersion = {
  id: 'basic',
  planId: 'basic',
  productId: 'suite',
  name: 'Basic',
  rank: 1,
  billingPeriod: 'month',
  currency: 'EUR',
  flatPrice: 0,
  unitPrice: 1999,
  minQuantity: 1,
  maxQuantity: null,
  termMonths: null,
  trialDays: 0,
  offered: true,
};

/** A plan version that differs from a monthly evergreen plan of 19.99 per unit in what is given. */
export function planVersion(different: Partial<PlanVersion> & Pick<PlanVersion, 'id'>): PlanVersion {
  return { ...base, planId: different.id, name: different.id, ...different };
}

/** Plans of one product with prices that do not divide well, every billing period, with and without term and trial. */
export const plans: readonly PlanVersion[] = [
  planVersion({ id: 'basic' }),
  planVersion({ id: 'pro', rank: 2, flatPrice: 4999, unitPrice: 701 }),
  planVersion({ id: 'pro-year', rank: 2, billingPeriod: 'year', flatPrice: 49_993, unitPrice: 7013 }),
  planVersion({ id: 'team-quarter', rank: 3, billingPeriod: 'quarter', unitPrice: 10_007, trialDays: 14 }),
  planVersion({ id: 'team-term', rank: 3, unitPrice: 3331, termMonths: 6, trialDays: 30 }),
  planVersion({ id: 'team-year', rank: 4, billingPeriod: 'year', unitPrice: 99_991, termMonths: 12 }),
  planVersion({ id: 'short-term', rank: 2, unitPrice: 1, flatPrice: 1, termMonths: 3, maxQuantity: 5 }),
  planVersion({ id: 'free', rank: 0, unitPrice: 0 }),
];
