import { expect, test } from 'vitest';
import { linesOf, on, refusal } from '../../test/kit/billing-cases.ts';
import { planCancellation } from './cancel.ts';
import { planChange } from './change.ts';
import { planStart } from './start.ts';
import { planCreditVoid, planVoid } from './void.ts';

const request = { planVersionId: 'basic', quantity: 1, startsOn: '2025-04-01', currency: 'EUR' };
const begun = planStart({ ...request, autoRenew: true, withTrial: false }, on('2025-04-01'));
const invoice = { status: 'open', lines: begun.invoice?.lines ?? [], payments: [], credits: [] } as const;

test('of a voided period nothing is credited later', () => {
  const state = planVoid(invoice, begun.subscription, []).subscription ?? begun.subscription;
  const cancelled = planCancellation(
    state,
    { when: 'date', date: '2025-04-11', reason: '' },
    on('2025-04-11'),
  );
  expect(cancelled.credit).toBeNull();
  const changed = planChange(state, { quantity: 2, when: 'immediately' }, on('2025-04-11'));
  expect(linesOf(changed)).toEqual([
    'credit_rest 1 2025-04-11 2025-05-01 0',
    'charge_rest 2 2025-04-11 2025-05-01 2665',
  ]);
  const again = planChange(changed.subscription, { quantity: 1, when: 'immediately' }, on('2025-04-11'));
  expect(linesOf(again)[0]).toBe('credit_rest 2 2025-04-11 2025-05-01 -2665');
});

test('what was paid becomes credit of the payment, credits remain again', () => {
  const paid = {
    ...invoice,
    payments: [{ paymentId: 'p', amount: 7 }],
    credits: [{ creditId: 'c', amount: 5 }],
  };
  expect(planVoid(paid, null, [])).toEqual({
    subscription: null,
    creditsFromPayments: [{ paymentId: 'p', amount: 7 }],
    creditsRestored: [{ creditId: 'c', amount: 5 }],
  });
});

test('an invoice of a period that is over leaves the running one alone', () => {
  const lines = [{ periodNumber: 4 }];
  const state = { ...begun.subscription, periodNumber: 5 };
  expect(planVoid({ ...invoice, lines }, state, [{ periodNumber: 5 }]).subscription).toEqual(state);
});

test.each([
  [{ ...invoice, status: 'paid' }, [], 'invoice/not-open'],
  [{ ...invoice, status: 'void' }, [], 'invoice/not-open'],
  [invoice, [{ periodNumber: 1 }], 'invoice/followed'],
  [invoice, [{ periodNumber: 2 }], 'accepted'],
] as const)('%#: voiding is answered', (given, later, expected) => {
  expect(refusal(() => planVoid(given, begun.subscription, later))).toBe(expected);
});

test.each([
  [{ status: 'open', remaining: 30, paymentId: null }, 'accepted'],
  [{ status: 'open', remaining: 30, paymentId: 'p' }, 'credit/from-payment'],
  [{ status: 'applied', remaining: 0, paymentId: null }, 'credit/not-open'],
  [{ status: 'void', remaining: 0, paymentId: null }, 'credit/not-open'],
] as const)('withdrawing a credit %o: %s', (credit, expected) => {
  expect(refusal(() => planCreditVoid(credit))).toBe(expected);
});
