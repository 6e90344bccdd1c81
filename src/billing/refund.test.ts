import { expect, test } from 'vitest';
import { refusal } from '../../test/kit/billing-cases.ts';
import { planRefund } from './refund.ts';

const payment = {
  status: 'succeeded',
  amount: 1000,
  refunded: 0,
  applications: [
    { invoiceId: 'a', amount: 300 },
    { invoiceId: 'b', amount: 400 },
  ],
  credits: [{ id: 'x', remaining: 100, applications: [{ invoiceId: 'c', amount: 200 }] }],
} as const;

test.each([
  [60, ['x 60'], [], [], 'partially_refunded'],
  [250, ['x 100'], ['x c 150'], [], 'partially_refunded'],
  [750, ['x 100'], ['x c 200'], ['b 400', 'a 50'], 'partially_refunded'],
  [1000, ['x 100'], ['x c 200'], ['b 400', 'a 300'], 'refunded'],
])(
  '%i comes from unused credit, used credit, then invoices, the latest first',
  (amount, unused, used, direct, status) => {
    const planned = planRefund(payment, amount);
    expect(planned.fromCredits.map((part) => `${part.creditId} ${part.amount}`)).toEqual(unused);
    expect(
      planned.creditReversals.map((part) => `${part.creditId} ${part.invoiceId} ${part.amount}`),
    ).toEqual(used);
    expect(planned.paymentReversals.map((part) => `${part.invoiceId} ${part.amount}`)).toEqual(direct);
    expect(planned.status).toBe(status);
  },
);

test.each([
  [payment, 0, 'money/not-positive amount'],
  [payment, 1001, 'payment/refund-too-large amount'],
  [{ ...payment, refunded: 900, status: 'partially_refunded' }, 101, 'payment/refund-too-large amount'],
  [{ ...payment, status: 'pending' }, 1, 'payment/not-refundable'],
  [{ ...payment, status: 'failed' }, 1, 'payment/not-refundable'],
  [{ ...payment, status: 'refunded' }, 1, 'payment/not-refundable'],
  [{ ...payment, applications: [] }, 301, 'payment/not-accounted-for'],
] as const)('%#: a refund of %o %i is refused: %s', (given, amount, expected) => {
  expect(refusal(() => planRefund(given, amount))).toBe(expected);
});
