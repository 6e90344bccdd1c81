import { expect, test } from 'vitest';
import { linesOf, on, refusal } from '../../test/kit/billing-cases.ts';
import { planNextDue } from './advance.ts';
import { planCancellation } from './cancel.ts';
import { takeOver } from './take-over.ts';

const request = {
  planVersionId: 'basic',
  quantity: 14,
  startedOn: '2023-08-31',
  trialEnd: null,
  autoRenew: true,
  endsOn: null,
  endReason: 'churned',
  mrr: 2786_00,
  currentPeriodPaid: true,
};

test('a running subscription goes on in its own rhythm: the running period is not invoiced, the next one is', () => {
  const state = takeOver(request, on('2025-03-10'));
  expect(state).toMatchObject({
    status: 'active',
    importedMrr: 278_600,
    currentPeriod: { start: '2025-02-28' },
  });
  expect(planNextDue(state, on('2025-03-30'))).toBeNull();
  const step = planNextDue(state, on('2025-03-31'));
  expect(step === null ? [] : linesOf(step.booking)).toEqual(['period 14 2025-03-31 2025-04-30 27986']);
});

test.each([
  [true, 15_347],
  [false, null],
])('paid elsewhere %s: unused time is credited with %s', (currentPeriodPaid, credited) => {
  const state = takeOver({ ...request, currentPeriodPaid }, on('2025-03-10'));
  const planned = planCancellation(state, { when: 'date', date: '2025-03-14', reason: '' }, on('2025-03-14'));
  expect(planned.credit?.amount ?? null).toBe(credited);
});

test.each([
  [
    { endsOn: '2024-04-12' },
    { status: 'cancelled', endedOn: '2024-04-12', cancellation: { reason: 'churned' } },
  ],
  [{ endsOn: '2025-05-12' }, { status: 'active', endedOn: null, cancellation: { on: '2025-05-12' } }],
  [{ trialEnd: '2025-04-01' }, { status: 'trialing', currentPeriod: null, anchor: '2025-04-01' }],
  [{ startedOn: '2025-04-01' }, { status: 'pending', currentPeriod: null }],
  [{ planVersionId: 'team-term' }, { term: { start: '2025-02-28', end: '2025-08-31' } }],
])('%o becomes %o', (different, expected) => {
  expect(takeOver({ ...request, ...different }, on('2025-03-10'))).toMatchObject(expected);
});

test.each([
  [{ endsOn: '2023-08-30' }, 'date/in-the-past ends_on'],
  [{ trialEnd: '2023-08-01' }, 'date/in-the-past trial_end'],
  [{ startedOn: '31-08-2023' }, 'date/not-a-calendar-date started_on'],
  [{ mrr: 27.86 }, 'money/not-an-amount mrr'],
  [{ quantity: 0 }, 'subscription/quantity-outside-range quantity'],
  [{ planVersionId: 'none' }, 'plan/unknown plan_version_id'],
])('%o is refused: %s', (different, expected) => {
  expect(refusal(() => takeOver({ ...request, ...different }, on('2025-03-10')))).toBe(expected);
});
