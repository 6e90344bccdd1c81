import { type Minor, sumOf } from './money.ts';

/** draft -> open -> paid or void. Overdue is not a state: it is derived from the due date. */
export const invoiceStatuses = ['draft', 'open', 'paid', 'void'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** open -> applied or void. */
export const creditStatuses = ['open', 'applied', 'void'] as const;
export type CreditStatus = (typeof creditStatuses)[number];

/** pending -> succeeded or failed; succeeded -> partially refunded -> refunded. */
export const paymentStatuses = ['pending', 'succeeded', 'failed', 'partially_refunded', 'refunded'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** What an issued invoice still asks for: amount - applied payments - applied credits, minor units. */
export function invoiceBalance(
  amount: Minor,
  appliedPayments: readonly Minor[],
  appliedCredits: readonly Minor[],
): Minor {
  return amount - sumOf(appliedPayments) - sumOf(appliedCredits);
}

/** State of an issued invoice that was not voided: an invoice of 0 is paid from the start. */
export function statusOfInvoice(balance: Minor): Extract<InvoiceStatus, 'open' | 'paid'> {
  return balance === 0 ? 'paid' : 'open';
}

/** State of a credit that was not voided. */
export function statusOfCredit(remaining: Minor): Extract<CreditStatus, 'open' | 'applied'> {
  return remaining === 0 ? 'applied' : 'open';
}

/** State of a payment that succeeded, by how much of it went back; minor units. */
export function statusOfPayment(
  amount: Minor,
  refunded: Minor,
): Extract<PaymentStatus, 'succeeded' | 'partially_refunded' | 'refunded'> {
  if (refunded === 0) return 'succeeded';
  return refunded === amount ? 'refunded' : 'partially_refunded';
}

/** What an organization owes: the sum of its open invoices' balances. */
export function organizationBalance(
  invoices: readonly { readonly status: InvoiceStatus; readonly balance: Minor }[],
): Minor {
  return sumOf(invoices.filter(({ status }) => status === 'open').map(({ balance }) => balance));
}

/** What an organization has to its credit: the sum of what remains of its open credits. */
export function creditBalance(
  credits: readonly { readonly status: CreditStatus; readonly remaining: Minor }[],
): Minor {
  return sumOf(credits.filter(({ status }) => status === 'open').map(({ remaining }) => remaining));
}
