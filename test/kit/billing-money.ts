import { planSettlement, type Settlement } from '../../src/billing/allocate.ts';
import type { CalendarDate } from '../../src/billing/calendar.ts';
import { type PlannedRefund, planRefund } from '../../src/billing/refund.ts';
import { planCreditVoid, planVoid } from '../../src/billing/void.ts';
import {
  type Application,
  apply,
  changeRemaining,
  currency,
  found,
  issueCredit,
  type Ledger,
  type LedgerCredit,
  type LedgerInvoice,
  type LedgerPayment,
  nextId,
  unapply,
} from './billing-ledger.ts';

/** A payment that the gateway accepted, put to the invoices; `amount` 0 uses credit alone. */
export function pay(
  ledger: Ledger,
  amount: number,
  invoices: LedgerInvoice[],
  useCredit: boolean,
  today: CalendarDate,
): Settlement {
  const credits = useCredit ? ledger.credits.filter(({ status }) => status === 'open') : [];
  const settlement = planSettlement({ currency, amount, invoices, credits });
  const paymentId = nextId('p', ledger.payments);
  if (amount > 0) ledger.payments.push({ id: paymentId, amount, status: 'succeeded', refunded: 0 });
  for (const { creditId, invoiceId, amount: part } of settlement.creditApplications) {
    apply(ledger, { kind: 'credit', sourceId: creditId, invoiceId, amount: part });
  }
  for (const { invoiceId, amount: part } of settlement.paymentApplications) {
    apply(ledger, { kind: 'payment', sourceId: paymentId, invoiceId, amount: part });
  }
  if (settlement.overpayment > 0) issueCredit(ledger, settlement.overpayment, today, paymentId);
  return settlement;
}

export function refund(ledger: Ledger, payment: LedgerPayment, amount: number): PlannedRefund {
  const credits = ledger.credits
    .filter(({ paymentId, status }) => paymentId === payment.id && status !== 'void')
    .map(({ id, remaining }) => ({ id, remaining, applications: applied(ledger, 'credit', id) }));
  const applications = applied(ledger, 'payment', payment.id);
  const planned = planRefund({ ...payment, applications, credits }, amount);
  for (const { creditId, amount: part } of planned.fromCredits) {
    changeRemaining(ledger, creditId, -part);
    found(ledger.credits, creditId).withdrawn += part;
  }
  for (const { creditId, invoiceId, amount: part } of planned.creditReversals) {
    unapply(ledger, { kind: 'credit', sourceId: creditId, invoiceId, amount: part });
    changeRemaining(ledger, creditId, -part);
    found(ledger.credits, creditId).withdrawn += part;
  }
  for (const { invoiceId, amount: part } of planned.paymentReversals) {
    unapply(ledger, { kind: 'payment', sourceId: payment.id, invoiceId, amount: part });
  }
  payment.refunded += amount;
  payment.status = planned.status;
  return planned;
}

export function voidInvoice(ledger: Ledger, invoice: LedgerInvoice, today: CalendarDate): void {
  const subscription = ledger.subscriptions.find(({ id }) => id === invoice.subscriptionId);
  const of = (kind: Application['kind']) =>
    ledger.applications.filter((one) => one.kind === kind && one.invoiceId === invoice.id && one.amount > 0);
  const payments = of('payment').map(({ sourceId, amount }) => ({ paymentId: sourceId, amount }));
  const credits = of('credit').map(({ sourceId, amount }) => ({ creditId: sourceId, amount }));
  const later = subscription?.lines.slice(invoice.linesBefore + invoice.lines.length) ?? [];
  const planned = planVoid({ ...invoice, payments, credits }, subscription?.state ?? null, later);
  for (const { creditId, amount } of planned.creditsRestored) {
    unapply(ledger, { kind: 'credit', sourceId: creditId, invoiceId: invoice.id, amount });
  }
  for (const { paymentId, amount } of planned.creditsFromPayments) {
    unapply(ledger, { kind: 'payment', sourceId: paymentId, invoiceId: invoice.id, amount });
    issueCredit(ledger, amount, today, paymentId);
  }
  ledger.accountBalance -= invoice.balance;
  invoice.balance = 0;
  invoice.status = 'void';
  if (subscription !== undefined && planned.subscription !== null) {
    subscription.state = planned.subscription;
    subscription.promised = null;
  }
}

export function voidCredit(ledger: Ledger, credit: LedgerCredit): void {
  const { withdrawn } = planCreditVoid(credit);
  changeRemaining(ledger, credit.id, -withdrawn);
  credit.withdrawn += withdrawn;
  credit.status = 'void';
}

function applied(ledger: Ledger, kind: Application['kind'], sourceId: string) {
  return ledger.applications.filter(
    (one) => one.kind === kind && one.sourceId === sourceId && one.amount > 0,
  );
}
