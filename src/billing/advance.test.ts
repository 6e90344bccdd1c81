import { expect, test } from 'vitest';
import { linesOf, on, started } from '../../test/kit/billing-cases.ts';
import { planAdvance, planNextDue } from './advance.ts';
import { canonicalJson } from './canonical-json.ts';
import { planChange } from './change.ts';
import { planStart } from './start.ts';

const monthly = started('basic', '2024-01-31');

test('a year of periods: each begins where the last ended, over a leap day', () => {
  const steps = planAdvance(monthly, on('2025-01-30'));
  expect(steps.map(({ booking }) => linesOf(booking)[0]?.split(' ').slice(2, 4).join(' '))).toEqual([
    '2024-02-29 2024-03-31',
    '2024-03-31 2024-04-30',
    '2024-04-30 2024-05-31',
    '2024-05-31 2024-06-30',
    '2024-06-30 2024-07-31',
    '2024-07-31 2024-08-31',
    '2024-08-31 2024-09-30',
    '2024-09-30 2024-10-31',
    '2024-10-31 2024-11-30',
    '2024-11-30 2024-12-31',
    '2024-12-31 2025-01-31',
  ]);
});

test('the first period is due at the end of the trial, and not a day before', () => {
  const trial = started('team-quarter', '2024-02-20', { withTrial: true });
  expect(planNextDue(trial, on('2024-03-04'))).toBeNull();
  const step = planNextDue(trial, on('2024-03-05'));
  expect(step).toMatchObject({
    kind: 'period',
    on: '2024-03-05',
    booking: { subscription: { status: 'active' } },
  });
  expect(step === null ? [] : linesOf(step.booking)).toEqual(['period 1 2024-03-05 2024-06-05 10007']);
});

test('a later start with a trial goes through it', () => {
  const request = { planVersionId: 'team-quarter', quantity: 1, startsOn: '2024-02-20', currency: 'EUR' };
  const state = planStart({ ...request, autoRenew: true, withTrial: true }, on('2024-02-01')).subscription;
  expect(
    planAdvance(state, on('2024-03-05')).map(({ kind, on: day, booking }) => [kind, day, booking.fulfils]),
  ).toEqual([
    ['trial_start', '2024-02-20', 'new'],
    ['period', '2024-03-05', null],
  ]);
});

test('interrupted after each step and asked again, the same is booked as in one go', () => {
  const pending = planChange(
    monthly,
    { planVersionId: 'pro-year', when: 'next_period' },
    on('2024-02-10'),
  ).subscription;
  const inOneGo = planAdvance(pending, on('2026-03-01')).map(({ booking }) => booking);
  const asked: typeof inOneGo = [];
  let state = pending;
  for (let step = planNextDue(state, on('2026-03-01')); step; step = planNextDue(state, on('2026-03-01'))) {
    asked.push(step.booking);
    state = JSON.parse(JSON.stringify(step.booking.subscription));
  }
  expect(canonicalJson(asked)).toBe(canonicalJson(inOneGo));
  expect(asked).toHaveLength(4);
});

test('a late job issues today, with the payment terms counted from today', () => {
  const step = planNextDue(monthly, on('2024-03-05'));
  expect(step?.booking.invoice).toMatchObject({ issueOn: '2024-03-05', dueOn: '2024-03-19' });
});
