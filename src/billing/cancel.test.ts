import { expect, test } from 'vitest';
import { advanced, linesOf, on, refusal, started } from '../../test/kit/billing-cases.ts';
import { planAdvance } from './advance.ts';
import { cancellationTimingsFor, planCancellation } from './cancel.ts';
import { planChange } from './change.ts';
import { planPause } from './pause.ts';
import { planUndo } from './undo.ts';

const reason = 'too many tools';
const monthly = started('basic', '2025-04-01');
const termed = started('team-term', '2025-04-01');
const trial = started('team-term', '2025-04-01', { withTrial: true });

test('today: ends at once, unused days come back as credit', () => {
  const planned = planCancellation(monthly, { when: 'date', date: '2025-04-11', reason }, on('2025-04-11'));
  expect(linesOf(planned)).toEqual(['credit_rest 1 2025-04-11 2025-05-01 -1333']);
  expect(planned.credit).toMatchObject({ amount: 1333, reason: 'cancellation' });
  expect(planned.order).toMatchObject({ kind: 'cancellation', status: 'fulfilled', total: 0 });
  expect(planned.subscription).toMatchObject({
    status: 'cancelled',
    endedOn: '2025-04-11',
    cancellation: { reason },
  });
});

test('a later day: runs on, is credited on its day as announced, also beyond the invoiced period', () => {
  const planned = planCancellation(monthly, { when: 'date', date: '2025-05-11', reason }, on('2025-04-11'));
  expect([planned.subscription.status, planned.credit, planned.order?.status]).toEqual([
    'active',
    null,
    'placed',
  ]);
  const steps = planAdvance(planned.subscription, on('2025-06-30'));
  expect(steps.map((step) => [step.kind, step.on, step.booking.invoice?.amount ?? null])).toEqual([
    ['period', '2025-05-01', 1999],
    ['cancellation', '2025-05-11', null],
  ]);
  const booked = steps[1]?.booking.credit?.lines;
  expect(booked).toEqual(planned.upcoming?.credits[0]?.lines);
  expect(booked?.map(({ days, ofDays, amount }) => [days, ofDays, amount])).toEqual([[21, 31, -1354]]);
});

test.each([
  [monthly, 'end_of_period', '2025-05-01'],
  [termed, 'end_of_period', '2025-05-01'],
  [termed, 'end_of_term', '2025-10-01'],
  [trial, 'end_of_period', '2025-05-01'],
] as const)('%#: %s stops on %s without a credit', (state, when, stops) => {
  const planned = planCancellation(state, { when, reason }, on('2025-04-11'));
  expect(planned.subscription.cancellation).toEqual({ when, on: stops, reason });
  const ended = planAdvance(planned.subscription, on(stops)).at(-1);
  expect(ended).toMatchObject({
    kind: 'cancellation',
    booking: { credit: null, invoice: null, fulfils: 'cancellation' },
  });
  expect(ended?.booking.subscription.status).toBe('cancelled');
});

test('within a trial nothing is ever booked', () => {
  const now = planCancellation(trial, { when: 'date', date: '2025-04-11', reason }, on('2025-04-11'));
  expect([now.invoice, now.credit, now.subscription.status]).toEqual([null, null, 'cancelled']);
  const later = planCancellation(trial, { when: 'end_of_period', reason }, on('2025-04-11'));
  const steps = planAdvance(later.subscription, on('2025-12-31'));
  expect(steps.map(({ booking }) => [booking.invoice, booking.credit])).toEqual([[null, null]]);
});

test('before it began it ends at once', () => {
  const waiting = {
    ...started('basic', '2025-04-01', {}),
    status: 'pending',
    currentPeriod: null,
    periodNumber: 0,
  } as const;
  const planned = planCancellation(waiting, { when: 'end_of_period', reason }, on('2025-03-20'));
  expect(planned).toMatchObject({ credit: null, cancels: ['new'], subscription: { status: 'cancelled' } });
});

test('replaces a pending change and an earlier cancellation; undone, the subscription runs on', () => {
  const changed = planChange(termed, { quantity: 2, when: 'next_period' }, on('2025-04-02')).subscription;
  const first = planCancellation(changed, { when: 'end_of_term', reason }, on('2025-04-03'));
  expect([first.cancels, first.subscription.pendingChange]).toEqual([['change'], null]);
  const second = planCancellation(first.subscription, { when: 'end_of_period', reason }, on('2025-04-04'));
  expect(second.cancels).toEqual(['cancellation']);
  const undone = planUndo(second.subscription, 'cancellation', on('2025-04-30'));
  expect([undone.cancels, undone.subscription.cancellation]).toEqual([['cancellation'], null]);
  expect(advanced(undone.subscription, '2025-05-01')).toMatchObject({ status: 'active', periodNumber: 2 });
});

test.each([
  [monthly, { when: 'end_of_term', reason }, 'subscription/no-term when'],
  [monthly, { when: 'date', date: '2025-04-09', reason }, 'date/in-the-past date'],
  [monthly, { when: 'date', date: '2025-04-31', reason }, 'date/not-a-calendar-date date'],
  [termed, { when: 'date', date: '2025-10-02', reason }, 'subscription/date-outside-term date'],
  [termed, { when: 'date', date: '2025-10-01', reason }, 'accepted'],
  [
    planPause(monthly, on('2025-04-05')).subscription,
    { when: 'end_of_period', reason },
    'subscription/paused',
  ],
] as const)('%#: %o is answered', (state, request, expected) => {
  expect(refusal(() => planCancellation(state, request, on('2025-04-10')))).toBe(expected);
});

test('nothing can be undone that was not planned or has happened', () => {
  const ended = planCancellation(
    monthly,
    { when: 'date', date: '2025-04-11', reason },
    on('2025-04-11'),
  ).subscription;
  expect(refusal(() => planUndo(monthly, 'change', on('2025-04-11')))).toBe('subscription/nothing-to-undo');
  expect(refusal(() => planUndo(ended, 'cancellation', on('2025-04-11')))).toBe(
    'subscription/nothing-to-undo',
  );
});

test('the end of a term is offered only where there is one', () => {
  expect(cancellationTimingsFor(monthly)).toEqual(['end_of_period', 'date']);
  expect(cancellationTimingsFor(termed)).toEqual(['end_of_term', 'end_of_period', 'date']);
});
