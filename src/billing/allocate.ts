import type { CalendarDate } from './calendar.ts';
import { type Minor, requireAmount, requirePositive } from './money.ts';
import { refuse } from './refusals.ts';

/** An open invoice as allocation sees it. */
export interface OpenInvoice {
  readonly id: string;
  readonly dueOn: CalendarDate;
  readonly currency: string;
  readonly balance: Minor;
}

/** An open credit as allocation sees it. */
export interface OpenCredit {
  readonly id: string;
  readonly issuedOn: CalendarDate;
  readonly currency: string;
  readonly remaining: Minor;
}

/** Part of a payment put to an invoice, minor units. */
export interface PaymentApplication {
  readonly invoiceId: string;
  readonly amount: Minor;
}

/** Part of a credit put to an invoice, minor units. */
export interface CreditApplication extends PaymentApplication {
  readonly creditId: string;
}

/** Where the money goes: credits first, then the payment, and what is over becomes a new credit. */
export interface Settlement {
  readonly creditApplications: readonly CreditApplication[];
  readonly paymentApplications: readonly PaymentApplication[];
  /** Minor units to issue as credit that stems from the payment; 0: none. */
  readonly overpayment: Minor;
}

/** What is paid with, and what for. Amount 0: with credit alone. */
export interface SettlementRequest {
  readonly currency: string;
  readonly amount: Minor;
  readonly invoices: readonly OpenInvoice[];
  readonly credits: readonly OpenCredit[];
}

/**
 * Puts credits (oldest first), then the payment, to invoices (oldest due first; then by id).
 * Always: payment applications + overpayment = amount; nothing goes beyond a balance or a remaining credit.
 * Refuses: `payment/other-currency`, `invoice/not-open` (balance not positive), `credit/not-open`, `money/*`.
 */
export function planSettlement({ currency, amount, invoices, credits }: SettlementRequest): Settlement {
  requireAmount(amount, 'amount');
  const due = invoices.map((invoice) => requireOpen(invoice, currency)).sort(byAge(({ dueOn }) => dueOn));
  const usable = credits
    .map((credit) => requireUsable(credit, currency))
    .sort(byAge(({ issuedOn }) => issuedOn));
  const open = due.map(({ id, balance }) => ({ invoiceId: id, balance }));
  const creditApplications = usable.flatMap(({ id, remaining }) =>
    fill(open, remaining).map((application) => ({ creditId: id, ...application })),
  );
  const paymentApplications = fill(open, amount);
  const applied = paymentApplications.reduce((sum, application) => sum + application.amount, 0);
  return { creditApplications, paymentApplications, overpayment: amount - applied };
}

/** A payment alone, of more than 0. See {@link planSettlement}. */
export function planPayment(request: Omit<SettlementRequest, 'credits'>): Settlement {
  requirePositive(request.amount, 'amount');
  return planSettlement({ ...request, credits: [] });
}

/** Puts an amount to the open balances in their order, and takes it off them. */
function fill(open: { readonly invoiceId: string; balance: Minor }[], amount: Minor): PaymentApplication[] {
  let left = amount;
  return open.flatMap((invoice) => {
    const part = Math.min(left, invoice.balance);
    if (part === 0) return [];
    invoice.balance -= part;
    left -= part;
    return [{ invoiceId: invoice.invoiceId, amount: part }];
  });
}

function requireOpen(invoice: OpenInvoice, currency: string): OpenInvoice {
  if (invoice.currency !== currency) refuse('payment/other-currency', 'invoices');
  return invoice.balance > 0 ? invoice : refuse('invoice/not-open', 'invoices');
}

function requireUsable(credit: OpenCredit, currency: string): OpenCredit {
  if (credit.currency !== currency) refuse('payment/other-currency', 'credits');
  return credit.remaining > 0 ? credit : refuse('credit/not-open', 'credits');
}

function byAge<T extends { readonly id: string }>(dateOf: (item: T) => CalendarDate) {
  const key = (item: T) => `${dateOf(item)} ${item.id}`;
  return (a: T, b: T) => (key(a) < key(b) ? -1 : 1);
}
