import { expect, test } from 'vitest';
import { advanced, on, started } from '../../test/kit/billing-cases.ts';
import { planCancellation } from './cancel.ts';
import { planChange } from './change.ts';
import { nextChargeOf } from './next-charge.ts';
import { planPause } from './pause.ts';
import { planAutoRenew } from './renew.ts';
import type { SubscriptionState } from './subscription.ts';

const today = '2025-02-10';
const three = started('basic', '2025-01-31', { quantity: 3 });
const termed = started('team-term', '2025-01-31');
const cases: [string, SubscriptionState][] = [
  ['as it is', three],
  [
    'more units from the next period',
    planChange(three, { quantity: 5, when: 'next_period' }, on(today)).subscription,
  ],
  [
    'another billing period from the next period',
    planChange(three, { planVersionId: 'pro-year', when: 'next_period' }, on(today)).subscription,
  ],
  [
    'more units from the next term',
    planChange(termed, { quantity: 9, when: 'end_of_term' }, on(today)).subscription,
  ],
  ['with a trial', started('team-quarter', '2025-01-31', { quantity: 3, withTrial: true })],
];

test.each(cases)('what is told of the next charge is what its day brings: %s', (_, state) => {
  const told = nextChargeOf(state, on(today));
  if (told === null) throw new Error('nothing is to come');
  const before = advanced(state, told.on > today ? dayBefore(told.on) : today);
  expect(nextChargeOf(before, on(today))).toEqual(told);
  const day = advanced(before, told.on);
  expect(day.periodNumber).toBe(before.periodNumber + 1);
});

test('a change that waits is in it, and one that waits for later is not', () => {
  const next = planChange(three, { quantity: 5, when: 'next_period' }, on(today)).subscription;
  const later = planChange(termed, { quantity: 9, when: 'end_of_term' }, on(today)).subscription;
  expect(nextChargeOf(three, on(today))).toEqual({ on: '2025-02-28', amount: 5997 });
  expect(nextChargeOf(next, on(today))).toEqual({ on: '2025-02-28', amount: 9995 });
  expect(nextChargeOf(later, on(today))).toEqual(nextChargeOf(termed, on(today)));
});

test('none is to come after a cancellation, in a pause, and after a term that ends', () => {
  const ending = planCancellation(three, { when: 'end_of_period', reason: 'x' }, on(today)).subscription;
  const paused = planPause(three, on(today)).subscription;
  const once = planAutoRenew(started('team-term', '2025-01-31'), false, on(today)).subscription;
  expect(nextChargeOf(ending, on(today))).toBeNull();
  expect(nextChargeOf(paused, on(today))).toBeNull();
  const last = advanced(once, '2025-07-15');
  expect(nextChargeOf(last, on(today))).toBeNull();
});

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
