import { expect, test } from 'vitest';
import { advanced, linesOf, on, refusal, started } from '../../test/kit/billing-cases.ts';
import { plans, planVersion } from '../../test/kit/billing-plans.ts';
import { planCancellation } from './cancel.ts';
import { changeTimingsFor, planChange } from './change.ts';
import { planPause } from './pause.ts';
import { planRenewal } from './renew.ts';

const three = started('basic', '2025-01-31', { quantity: 3 });
const termed = started('team-term', '2025-01-31');

test('more units at once: the rest of the old back, the rest of the new charged, one invoice', () => {
  const planned = planChange(three, { quantity: 5, when: 'immediately' }, on('2025-02-10'));
  expect(linesOf(planned)).toEqual([
    'credit_rest 3 2025-02-10 2025-02-28 -3855',
    'charge_rest 5 2025-02-10 2025-02-28 6425',
  ]);
  expect([planned.invoice?.amount, planned.credit]).toEqual([2570, null]);
  expect(planned.order?.lines.map(({ action, amount }) => [action, amount])).toEqual([
    ['change_quantity', 9995],
  ]);
});

test('fewer units at once: one credit', () => {
  const planned = planChange(three, { quantity: 1, when: 'immediately' }, on('2025-02-10'));
  expect(linesOf(planned)).toEqual([
    'credit_rest 3 2025-02-10 2025-02-28 -3855',
    'charge_rest 1 2025-02-10 2025-02-28 1285',
  ]);
  expect([planned.invoice, planned.credit?.amount]).toEqual([null, 2570]);
});

test('twice on one day and back again, nothing is left over', () => {
  const more = planChange(three, { quantity: 5, when: 'immediately' }, on('2025-02-10'));
  const back = planChange(more.subscription, { quantity: 3, when: 'immediately' }, on('2025-02-10'));
  expect([more.invoice?.amount, back.credit?.amount]).toEqual([2570, 2570]);
});

test('when the company moves its time zone west, a change reaches no further back than the one before', () => {
  const more = planChange(three, { quantity: 5, when: 'immediately' }, on('2025-02-10'));
  const back = planChange(more.subscription, { quantity: 3, when: 'immediately' }, on('2025-02-09'));
  expect(linesOf(back)).toEqual([
    'credit_rest 5 2025-02-10 2025-02-28 -6425',
    'charge_rest 3 2025-02-10 2025-02-28 3855',
  ]);
});

test('another billing period at once: a new period begins today', () => {
  const planned = planChange(three, { planVersionId: 'pro-year', when: 'immediately' }, on('2025-02-10'));
  expect(linesOf(planned)).toEqual([
    'credit_rest 3 2025-02-10 2025-02-28 -3855',
    'period 3 2025-02-10 2026-02-10 71032',
  ]);
  expect(planned.subscription).toMatchObject({ anchor: '2025-02-10', periodNumber: 2 });
});

test('at the next period: nothing now, and its invoice announced', () => {
  const planned = planChange(three, { planVersionId: 'pro-year', when: 'next_period' }, on('2025-02-10'));
  expect([planned.invoice, planned.credit, planned.order?.status]).toEqual([null, null, 'placed']);
  expect(planned.subscription.pendingChange).toMatchObject({ on: '2025-02-28', when: 'next_period' });
  expect(planned.upcoming?.invoices.flatMap((invoice) => linesOf({ invoice, credit: null }))).toEqual([
    'period 3 2025-02-28 2026-02-28 71032',
  ]);
});

test('a pending change is replaced by another, and by one at once', () => {
  const first = planChange(three, { quantity: 5, when: 'next_period' }, on('2025-02-10')).subscription;
  const second = planChange(first, { quantity: 6, when: 'next_period' }, on('2025-02-11'));
  expect([second.cancels, second.subscription.pendingChange?.quantity]).toEqual([['change'], 6]);
  const third = planChange(second.subscription, { quantity: 7, when: 'immediately' }, on('2025-02-12'));
  expect([third.cancels, third.subscription.pendingChange]).toEqual([['change'], null]);
});

test('in a trial nothing is charged, and the first period costs what was changed to', () => {
  const trial = started('team-term', '2025-01-31', { withTrial: true });
  const planned = planChange(trial, { quantity: 4, when: 'immediately' }, on('2025-02-10'));
  expect([planned.invoice, planned.credit, planned.subscription.status]).toEqual([null, null, 'trialing']);
  expect(advanced(planned.subscription, '2025-03-02')).toMatchObject({ status: 'active', quantity: 4 });
});

test('a longer term begins on the day; an ordered renewal is not needed any more', () => {
  const once = { ...termed, autoRenew: false };
  const renewed = planRenewal(once, on('2025-02-10')).subscription;
  const planned = planChange(renewed, { planVersionId: 'team-year', when: 'immediately' }, on('2025-02-11'));
  expect(planned.subscription).toMatchObject({
    term: { start: '2025-02-11', end: '2026-02-11' },
    renewalOrdered: false,
  });
  expect(planned.cancels).toEqual(['renewal']);
});

test.each([
  ['basic', 'pro', 'upgrade'],
  ['pro', 'basic', 'downgrade'],
  ['pro', 'pro-year', 'change_plan'],
])('from %s to %s is: %s', (from, to, action) => {
  const planned = planChange(
    started(from, '2025-01-31'),
    { planVersionId: to, when: 'immediately' },
    on('2025-02-10'),
  );
  expect(planned.order?.lines[0]?.action).toBe(action);
});

test('the end of a term is offered only where there is one', () => {
  expect(changeTimingsFor(three)).toEqual(['immediately', 'next_period']);
  expect(changeTimingsFor(termed)).toEqual(['immediately', 'next_period', 'end_of_term']);
});

const others = [
  planVersion({ id: 'foreign', currency: 'USD' }),
  planVersion({ id: 'elsewhere', productId: 'other' }),
  planVersion({ id: 'retired', offered: false }),
];
const cancelled = planCancellation(
  three,
  { when: 'end_of_period', reason: '' },
  on('2025-02-01'),
).subscription;

test.each([
  [three, { quantity: 3, when: 'immediately' }, 'subscription/nothing-changes'],
  [three, { quantity: 0, when: 'immediately' }, 'subscription/quantity-outside-range quantity'],
  [three, { quantity: 4, when: 'end_of_term' }, 'subscription/no-term when'],
  [three, { planVersionId: 'foreign', when: 'immediately' }, 'subscription/other-currency plan_version_id'],
  [three, { planVersionId: 'elsewhere', when: 'immediately' }, 'plan/other-product plan_version_id'],
  [three, { planVersionId: 'retired', when: 'immediately' }, 'plan/not-offered plan_version_id'],
  [three, { planVersionId: 'none', when: 'immediately' }, 'plan/unknown plan_version_id'],
  [termed, { planVersionId: 'basic', when: 'next_period' }, 'plan/shortens-term plan_version_id'],
  [termed, { planVersionId: 'short-term', when: 'immediately' }, 'plan/shortens-term plan_version_id'],
  [termed, { planVersionId: 'basic', when: 'end_of_term' }, 'accepted'],
  [
    { ...termed, autoRenew: false },
    { quantity: 2, when: 'end_of_term' },
    'subscription/expires-at-term-end when',
  ],
  [cancelled, { quantity: 4, when: 'immediately' }, 'subscription/cancellation-scheduled'],
  [
    planPause(three, on('2025-02-01')).subscription,
    { quantity: 4, when: 'immediately' },
    'subscription/paused',
  ],
  [advanced(cancelled, '2025-03-01'), { quantity: 4, when: 'immediately' }, 'subscription/not-active'],
] as const)('%#: %o is answered', (state, request, expected) => {
  const context = { ...on('2025-02-10'), versions: [...plans, ...others] };
  expect(refusal(() => planChange(state, request, context))).toBe(expected);
});

test('what is due comes first', () => {
  expect(refusal(() => planChange(three, { quantity: 4, when: 'immediately' }, on('2025-02-28')))).toBe(
    'subscription/behind',
  );
});
