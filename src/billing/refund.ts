import type { CreditApplication, PaymentApplication } from './allocate.ts';
import { type Minor, requirePositive, sumOf } from './money.ts';
import { refuse } from './refusals.ts';
import { type PaymentStatus, statusOfPayment } from './totals.ts';

/** A credit that stems from a payment (over-payment, or money released by voiding), and where it was put, oldest first. */
export interface CreditOfPayment {
  readonly id: string;
  readonly remaining: Minor;
  readonly applications: readonly PaymentApplication[];
}

/** A payment with everything that became of it, oldest first; minor units. */
export interface RefundablePayment {
  readonly status: PaymentStatus;
  readonly amount: Minor;
  readonly refunded: Minor;
  readonly applications: readonly PaymentApplication[];
  readonly credits: readonly CreditOfPayment[];
}

/** What a refund takes back. The three kinds of reversal add up to the amount, exactly. */
export interface PlannedRefund {
  readonly amount: Minor;
  readonly status: Extract<PaymentStatus, 'partially_refunded' | 'refunded'>;
  /** Taken off what remains of credits. */
  readonly fromCredits: readonly { readonly creditId: string; readonly amount: Minor }[];
  /** Taken off invoices that such a credit was put to: their balance rises. */
  readonly creditReversals: readonly CreditApplication[];
  /** Taken off invoices that the payment was put to: their balance rises. */
  readonly paymentReversals: readonly PaymentApplication[];
}

/**
 * Gives money back, up to what is left of the payment. First what is still unused of it as credit, then what such credits
 * were put to, then what the payment was put to; in each the latest first.
 * Refuses: `payment/not-refundable`, `money/not-positive`, `payment/refund-too-large`, `payment/not-accounted-for`.
 */
export function planRefund(payment: RefundablePayment, amount: Minor): PlannedRefund {
  if (payment.status !== 'succeeded' && payment.status !== 'partially_refunded')
    refuse('payment/not-refundable');
  if (requirePositive(amount, 'amount') > payment.amount - payment.refunded)
    refuse('payment/refund-too-large', 'amount');
  const latest = payment.credits.toReversed();
  const unused = latest.map(({ id, remaining }) => ({ creditId: id, amount: remaining }));
  const used = latest.flatMap(({ id, applications }) =>
    applications.toReversed().map((application) => ({ creditId: id, ...application })),
  );
  const fromCredits = take(unused, amount);
  const creditReversals = take(used, amount - total(fromCredits));
  const soFar = total(fromCredits) + total(creditReversals);
  const paymentReversals = take(payment.applications.toReversed(), amount - soFar);
  if (soFar + total(paymentReversals) !== amount) refuse('payment/not-accounted-for');
  const refunded = payment.refunded + amount;
  const status = statusOfPayment(payment.amount, refunded) === 'refunded' ? 'refunded' : 'partially_refunded';
  return { amount, status, fromCredits, creditReversals, paymentReversals };
}

/** The first parts of the list that come to the amount, the last of them cut to fit. */
function take<T extends { readonly amount: Minor }>(parts: readonly T[], amount: Minor): T[] {
  let left = amount;
  return parts.flatMap((part) => {
    const taken = Math.min(left, part.amount);
    left -= taken;
    return taken === 0 ? [] : [{ ...part, amount: taken }];
  });
}

function total(parts: readonly { readonly amount: Minor }[]): Minor {
  return sumOf(parts.map(({ amount }) => amount));
}
