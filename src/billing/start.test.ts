import { expect, test } from 'vitest';
import { linesOf, on, refusal, started } from '../../test/kit/billing-cases.ts';
import { plans, planVersion } from '../../test/kit/billing-plans.ts';
import { planStart } from './start.ts';

const request = {
  planVersionId: 'basic',
  quantity: 3,
  startsOn: '2025-01-31',
  autoRenew: true,
  withTrial: true,
  currency: 'EUR',
};

test('begins today: order, first period, due by payment terms', () => {
  const planned = planStart(request, on('2025-01-31'));
  expect(linesOf(planned)).toEqual(['period 3 2025-01-31 2025-02-28 5997']);
  expect(planned.invoice).toMatchObject({
    issueOn: '2025-01-31',
    dueOn: '2025-02-14',
    amount: 5997,
    currency: 'EUR',
  });
  expect(planned.order).toMatchObject({
    kind: 'new',
    status: 'fulfilled',
    effectiveOn: '2025-01-31',
    total: 5997,
  });
  expect(planned.subscription).toMatchObject({ status: 'active', term: null, periodNumber: 1 });
});

test('begins later: an order that waits, and the invoice of its day announced', () => {
  const planned = planStart({ ...request, startsOn: '2025-02-10' }, on('2025-01-31'));
  expect(planned.subscription).toMatchObject({ status: 'pending', currentPeriod: null });
  expect([planned.invoice, planned.order?.status]).toEqual([null, 'placed']);
  expect(planned.upcoming?.invoices.map(({ amount, issueOn }) => [amount, issueOn])).toEqual([
    [5997, '2025-02-10'],
  ]);
});

test('with a trial: nothing to pay until its end, from which period and term count', () => {
  const planned = planStart({ ...request, planVersionId: 'team-term' }, on('2025-01-31'));
  expect(planned.subscription).toMatchObject({
    status: 'trialing',
    trialEnd: '2025-03-02',
    term: { start: '2025-03-02', end: '2025-09-02' },
  });
  expect(planned.invoice).toBeNull();
  expect(planned.upcoming).toMatchObject({ on: '2025-03-02', invoices: [{ amount: 9993 }], credits: [] });
});

test('the trial can be left out', () => {
  const state = started('team-term', '2025-01-31');
  expect(state).toMatchObject({ status: 'active', trialEnd: null, term: { end: '2025-07-31' } });
});

test.each([
  [{ startsOn: '2025-01-30' }, 'date/in-the-past starts_on'],
  [{ startsOn: '31.01.2025' }, 'date/not-a-calendar-date starts_on'],
  [{ planVersionId: 'none' }, 'plan/unknown plan_version_id'],
  [{ planVersionId: 'retired' }, 'plan/not-offered plan_version_id'],
  [{ currency: 'USD' }, 'subscription/other-currency plan_version_id'],
  [{ quantity: 0 }, 'subscription/quantity-outside-range quantity'],
])('%o is refused: %s', (different, expected) => {
  const context = {
    ...on('2025-01-31'),
    versions: [...plans, planVersion({ id: 'retired', offered: false })],
  };
  expect(refusal(() => planStart({ ...request, ...different }, context))).toBe(expected);
});

test.each([-1, 366, 1.5])('payment terms of %d days are refused', (paymentTermsDays) => {
  const context = { ...on('2025-01-31'), paymentTermsDays };
  expect(refusal(() => planStart(request, context))).toBe('terms/outside-range payment_terms_days');
});
