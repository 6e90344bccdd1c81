import type { Minor } from './money.ts';
import type { BillingLine } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import type { SubscriptionState } from './subscription.ts';
import type { CreditStatus, InvoiceStatus } from './totals.ts';

/** An invoice to be voided: its subscription lines, and all that was put to it. */
export interface VoidableInvoice {
  readonly status: InvoiceStatus;
  readonly lines: readonly Pick<BillingLine, 'periodNumber'>[];
  readonly payments: readonly { readonly paymentId: string; readonly amount: Minor }[];
  readonly credits: readonly { readonly creditId: string; readonly amount: Minor }[];
}

/** What voiding gives free: money becomes a credit of the payment, credits remain again. The balance becomes 0. */
export interface PlannedVoid {
  /** The subscription afterwards: a period whose claim was voided is forgiven. null when the invoice is for none. */
  readonly subscription: SubscriptionState | null;
  readonly creditsFromPayments: readonly { readonly paymentId: string; readonly amount: Minor }[];
  readonly creditsRestored: readonly { readonly creditId: string; readonly amount: Minor }[];
}

/**
 * Withdraws an open invoice. The period it charged is not invoiced again, and nothing of it is credited later.
 * @param laterLines lines of invoices and credits issued for the same subscription after this one
 * Refuses: `invoice/not-open`; `invoice/followed` when a later document settles time of a period on it.
 */
export function planVoid(
  invoice: VoidableInvoice,
  subscription: SubscriptionState | null,
  laterLines: readonly Pick<BillingLine, 'periodNumber'>[],
): PlannedVoid {
  if (invoice.status !== 'open') refuse('invoice/not-open');
  const periods = new Set(invoice.lines.map(({ periodNumber }) => periodNumber));
  if (laterLines.some(({ periodNumber }) => periods.has(periodNumber))) refuse('invoice/followed');
  const forgives = subscription !== null && periods.has(subscription.periodNumber);
  return {
    subscription: forgives ? forgiven(subscription) : subscription,
    creditsFromPayments: invoice.payments,
    creditsRestored: invoice.credits,
  };
}

/**
 * Withdraws what remains of a credit.
 * Refuses: `credit/not-open`; `credit/from-payment` for money that was paid, which is refunded instead.
 */
export function planCreditVoid(credit: {
  readonly status: CreditStatus;
  readonly remaining: Minor;
  readonly paymentId: string | null;
}): { readonly withdrawn: Minor } {
  if (credit.status !== 'open') refuse('credit/not-open');
  if (credit.paymentId !== null) refuse('credit/from-payment');
  return { withdrawn: credit.remaining };
}

function forgiven(state: SubscriptionState): SubscriptionState {
  if (state.currentPeriod === null) return state;
  return { ...state, currentPeriod: { ...state.currentPeriod, charge: 'forgiven' } };
}
