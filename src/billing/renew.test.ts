import { expect, test } from 'vitest';
import { on, refusal, started } from '../../test/kit/billing-cases.ts';
import { planAdvance } from './advance.ts';
import { planCancellation } from './cancel.ts';
import { planChange } from './change.ts';
import { planAutoRenew, planRenewal } from './renew.ts';

const once = started('short-term', '2025-01-31', { autoRenew: false, quantity: 2 });
const renewing = started('short-term', '2025-01-31', { quantity: 2 });
const kinds = (state: typeof once, until: string) =>
  planAdvance(state, on(until)).map(({ kind, on: day }) => `${kind} ${day}`);

test('renews by itself at the end of the term, with an order each time', () => {
  const steps = planAdvance(renewing, on('2025-10-31'));
  expect(
    steps.filter(({ kind }) => kind === 'renewal').map(({ on: day, booking }) => [day, booking.order?.kind]),
  ).toEqual([
    ['2025-04-30', 'renewal'],
    ['2025-07-31', 'renewal'],
    ['2025-10-31', 'renewal'],
  ]);
  expect(steps.at(-1)?.booking.subscription.term).toEqual({ start: '2025-10-31', end: '2026-01-31' });
});

test('without renewal it expires, and a change that waited for the end lapses', () => {
  expect(kinds(once, '2025-12-31')).toEqual(['period 2025-02-28', 'period 2025-03-31', 'expiry 2025-04-30']);
  const pending = planChange(renewing, { quantity: 3, when: 'end_of_term' }, on('2025-02-01')).subscription;
  const off = planAutoRenew(pending, false, on('2025-02-02')).subscription;
  expect(planAdvance(off, on('2025-12-31')).at(-1)).toMatchObject({
    kind: 'expiry',
    booking: {
      cancels: ['change'],
      subscription: { status: 'expired', endedOn: '2025-04-30', pendingChange: null },
    },
  });
});

test('renewed by hand: one more term, the order fulfilled at its beginning, then it expires', () => {
  const planned = planRenewal(once, on('2025-02-10'));
  expect(planned.order).toMatchObject({ kind: 'renewal', status: 'placed', effectiveOn: '2025-04-30' });
  expect(planned.upcoming?.invoices.map(({ amount }) => amount)).toEqual([3]);
  const steps = planAdvance(planned.subscription, on('2025-12-31'));
  const renewal = steps.find(({ kind }) => kind === 'renewal');
  expect(renewal?.booking).toMatchObject({
    order: null,
    fulfils: 'renewal',
    subscription: { renewalOrdered: false },
  });
  expect(steps.at(-1)).toMatchObject({ kind: 'expiry', on: '2025-07-31' });
});

test('a change to an evergreen plan at the end of the term needs no renewal', () => {
  const pending = planChange(
    renewing,
    { planVersionId: 'basic', when: 'end_of_term' },
    on('2025-02-10'),
  ).subscription;
  expect(kinds(pending, '2025-05-30')).toEqual([
    'period 2025-02-28',
    'period 2025-03-31',
    'change 2025-04-30',
    'period 2025-04-30',
    'period 2025-05-30',
  ]);
});

test('a cancellation at the end of the term goes before its renewal', () => {
  const leaving = planCancellation(
    renewing,
    { when: 'end_of_term', reason: '' },
    on('2025-02-10'),
  ).subscription;
  expect(kinds(leaving, '2025-12-31').at(-1)).toBe('cancellation 2025-04-30');
});

const evergreen = started('basic', '2025-01-31');
test.each([
  [evergreen, 'subscription/no-term'],
  [renewing, 'subscription/already-renewed'],
  [planRenewal(once, on('2025-02-10')).subscription, 'subscription/already-renewed'],
] as const)('%#: renewing is refused: %s', (state, expected) => {
  expect(refusal(() => planRenewal(state, on('2025-02-11')))).toBe(expected);
});

test.each([
  [evergreen, 'subscription/no-term'],
  [renewing, 'subscription/nothing-changes auto_renew'],
  [
    planCancellation(once, { when: 'end_of_term', reason: 'Too dear' }, on('2025-02-10')).subscription,
    'subscription/cancellation-scheduled',
  ],
  [{ ...renewing, status: 'expired', endedOn: '2025-01-31' }, 'subscription/not-active'],
] as const)('%#: switching renewal on is refused: %s', (state, expected) => {
  expect(refusal(() => planAutoRenew(state, true, on('2025-02-11')))).toBe(expected);
});
