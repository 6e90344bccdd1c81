import { expect, test } from 'vitest';
import { advanced, linesOf, on, refusal, started } from '../../test/kit/billing-cases.ts';
import { planAdvance } from './advance.ts';
import { planCancellation } from './cancel.ts';
import { planChange } from './change.ts';
import { planPause, planResumption } from './pause.ts';

const monthly = started('basic', '2025-01-10');
const paused = planPause(monthly, on('2025-01-20')).subscription;

test('paused: nothing falls due however long it lasts', () => {
  expect(paused).toMatchObject({ status: 'paused', pausedOn: '2025-01-20' });
  expect(planAdvance(paused, on('2027-01-01'))).toEqual([]);
});

test('resumed: the days left are kept, later periods count from the new end', () => {
  const resumed = planResumption(paused, on('2025-02-25')).subscription;
  expect(resumed).toMatchObject({ status: 'active', pausedOn: null, anchor: '2025-03-18' });
  expect(resumed.currentPeriod).toMatchObject({ start: '2025-01-10', end: '2025-03-18' });
  const steps = planAdvance(resumed, on('2025-04-18'));
  expect(steps.flatMap(({ booking }) => linesOf(booking))).toEqual([
    'period 1 2025-03-18 2025-04-18 1999',
    'period 1 2025-04-18 2025-05-18 1999',
  ]);
});

test('a change after a pause counts the days that were left', () => {
  const resumed = planResumption(paused, on('2025-02-25')).subscription;
  const planned = planChange(resumed, { quantity: 2, when: 'immediately' }, on('2025-02-25'));
  expect(linesOf(planned)).toEqual([
    'credit_rest 1 2025-02-25 2025-03-18 -1354',
    'charge_rest 2 2025-02-25 2025-03-18 2708',
  ]);
  expect(planned.invoice?.lines.map(({ days, ofDays }) => [days, ofDays])).toEqual([
    [21, 31],
    [21, 31],
  ]);
});

test('resumed the same day, nothing has moved: the 31st stays the anchor', () => {
  const state = started('basic', '2025-01-31');
  const same = planResumption(planPause(state, on('2025-02-05')).subscription, on('2025-02-05')).subscription;
  expect(same).toEqual({ ...state, changeableFrom: '2025-02-05' });
});

test('term and pending change move with the period, and the term still holds whole periods', () => {
  const termed = started('team-term', '2025-01-31', { quantity: 2 });
  const pending = planChange(termed, { quantity: 3, when: 'end_of_term' }, on('2025-02-01')).subscription;
  const held = planPause(pending, on('2025-02-10')).subscription;
  const resumed = planResumption(held, on('2025-03-12')).subscription;
  expect(resumed.currentPeriod?.end).toBe('2025-03-30');
  expect(resumed.term).toEqual({ start: '2025-01-31', end: '2025-08-30' });
  expect(resumed.pendingChange?.on).toBe('2025-08-30');
  const steps = planAdvance(resumed, on('2025-08-30')).map(({ kind, on: day }) => `${kind} ${day}`);
  expect(steps).toEqual([
    'period 2025-03-30',
    'period 2025-04-30',
    'period 2025-05-30',
    'period 2025-06-30',
    'period 2025-07-30',
    'change 2025-08-30',
    'renewal 2025-08-30',
    'period 2025-08-30',
  ]);
});

test('two pauses in one period add up', () => {
  const first = planResumption(paused, on('2025-01-25')).subscription;
  const again = planPause(first, on('2025-01-30')).subscription;
  const second = planResumption(again, on('2025-02-06')).subscription;
  expect(second.currentPeriod).toMatchObject({ end: '2025-02-22', basis: '2025-01-22' });
});

const leaving = planCancellation(
  monthly,
  { when: 'end_of_period', reason: '' },
  on('2025-01-11'),
).subscription;
const trial = started('team-term', '2025-01-10', { withTrial: true });

test.each([
  [leaving, 'subscription/cancellation-scheduled'],
  [trial, 'subscription/not-active'],
  [paused, 'subscription/paused'],
  [advanced(leaving, '2025-02-10'), 'subscription/not-active'],
] as const)('%#: pausing is refused: %s', (state, expected) => {
  expect(refusal(() => planPause(state, on('2025-01-21')))).toBe(expected);
});

test('what runs cannot be resumed', () => {
  expect(refusal(() => planResumption(monthly, on('2025-01-21')))).toBe('subscription/not-paused');
});

test('when the company moves its time zone west, nothing takes effect before what already has', () => {
  const onNextDay = planPause(monthly, on('2025-01-20')).subscription;
  const resumed = planResumption(onNextDay, on('2025-01-19')).subscription;
  expect(resumed.currentPeriod).toEqual(monthly.currentPeriod);
});
