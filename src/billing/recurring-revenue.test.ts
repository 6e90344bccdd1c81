import { expect, test } from 'vitest';
import { on, started } from '../../test/kit/billing-cases.ts';
import { plans, planVersion } from '../../test/kit/billing-plans.ts';
import { planCancellation } from './cancel.ts';
import { planChange } from './change.ts';
import { planPause } from './pause.ts';
import { versionOf } from './plan-version.ts';
import { monthlyRecurringRevenue, totalContractValue } from './recurring-revenue.ts';

test.each([
  ['basic', 3, 5997, 71_964],
  ['pro-year', 1, 4750, 57_006],
  ['team-quarter', 1, 3336, 40_028],
  ['team-term', 2, 6662, 39_972],
  ['team-year', 1, 8333, 99_991],
  ['free', 9, 0, 0],
])('%s, %i units: MRR %i, TCV %i', (plan, quantity, mrr, tcv) => {
  const state = started(plan, '2025-01-31', { quantity });
  const version = versionOf(plans, plan);
  expect([monthlyRecurringRevenue(state, version), totalContractValue(state, version)]).toEqual([mrr, tcv]);
});

test.each([
  [6, 0],
  [18, 2],
  [30, 2],
  [42, 4],
])('%i a year is %i a month: half goes to even', (unitPrice, mrr) => {
  const version = planVersion({ id: 'basic', billingPeriod: 'year', unitPrice });
  expect(monthlyRecurringRevenue(started('basic', '2025-01-31'), version)).toBe(mrr);
});

const basic = versionOf(plans, 'basic');
const running = started('basic', '2025-01-31');

test('nothing recurs in a trial, a pause, or after the end; a scheduled cancellation still counts', () => {
  const trial = started('team-term', '2025-01-31', { withTrial: true });
  const paused = planPause(running, on('2025-02-01')).subscription;
  const cancel = (date: string) =>
    planCancellation(running, { when: 'date', date, reason: '' }, on('2025-02-01')).subscription;
  expect(monthlyRecurringRevenue(trial, versionOf(plans, 'team-term'))).toBe(0);
  expect(monthlyRecurringRevenue(paused, basic)).toBe(0);
  expect(monthlyRecurringRevenue(cancel('2025-02-01'), basic)).toBe(0);
  expect(totalContractValue(cancel('2025-02-01'), basic)).toBe(0);
  expect(monthlyRecurringRevenue(cancel('2025-02-05'), basic)).toBe(1999);
});

test('imported MRR counts until plan or quantity change', () => {
  const imported = { ...running, importedMrr: 1500 };
  expect(monthlyRecurringRevenue(imported, basic)).toBe(1500);
  const changed = planChange(imported, { quantity: 2, when: 'immediately' }, on('2025-02-01')).subscription;
  expect(monthlyRecurringRevenue(changed, basic)).toBe(3998);
});
