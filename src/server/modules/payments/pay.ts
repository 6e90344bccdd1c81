import type { z } from 'zod';
import { planSettlement, type Settlement } from '../../../billing/allocate.ts';
import { roles } from '../../../catalog/roles.ts';
import type { invoiceRoutes } from '../../../contract/invoices.ts';
import type { Payment } from '../../../contract/payments.ts';
import type { AppContext } from '../../app-context.ts';
import { lockAccount } from '../../commerce/account.ts';
import { byTheRules } from '../../commerce/refusals.ts';
import { invalid } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { showOne } from '../../records/define-records.ts';
import { applyCredits, type Credit, usableCredits } from './credit-first.ts';
import { methodFor } from './method-for.ts';
import { type Invoice, payableInvoices, requireNoPayment } from './payable.ts';
import { payments } from './records.ts';
import { writePayment } from './write-payment.ts';

type Order = z.output<(typeof invoiceRoutes)['POST /invoices/pay']['body']>;

interface Paid {
  readonly payment: Payment | null;
  readonly credit_applied: { amount: number; currency: string };
}

/**
 * Pays open invoices of one organization. Credit is put to them at once; the rest is written down as a pending payment,
 * and the gateway is asked once that stands: a charge can not be rolled back, so nothing of ours may be. When the charge
 * fails, that credit is free again.
 */
export async function payInvoices(app: AppContext, subject: SessionSubject, order: Order): Promise<Paid> {
  const { invoices, organizationId, currency } = await payableInvoices(app, subject, order.invoice_ids);
  await lockAccount(app.db, organizationId);
  await requireNoPayment(app, invoices);
  const credits = order.use_credit ? await usableCredits(app, subject, organizationId) : [];
  const covered = coverage(invoices, credits, currency);
  const byCredit = sum(covered.creditApplications);
  const owed = invoices.reduce((total, { balance }) => total + balance, 0);
  const amount = order.amount ?? owed - byCredit;
  requireOwed(subject, amount, owed - byCredit);
  const method =
    amount > 0 ? await methodFor(app, subject, { ...order, organizationId, covered: byCredit > 0 }) : null;
  const left = openAfter(invoices, covered);
  const row =
    method &&
    (await writePayment(app, subject, { organizationId, currency, invoices: left, method, amount }));
  const { creditApplications: applications } = covered;
  await applyCredits(app, { invoices, credits, applications, payment: row });
  return {
    payment: row && (await showOne(app.db, payments, subject, row)),
    credit_applied: { amount: byCredit, currency },
  };
}

/** Customers may leave money with us; nobody else takes more from them than they owe. */
function requireOwed(subject: SessionSubject, amount: number, owed: number): void {
  if (amount > owed && roles[subject.grants.role].type !== 'customer')
    throw invalid('amount', 'Is more than what is owed');
}

/** What credit alone comes to, the oldest first. */
function coverage(invoices: readonly Invoice[], credits: readonly Credit[], currency: string): Settlement {
  return byTheRules('invoices.pay', invoices[0] ?? null, () =>
    planSettlement({
      currency,
      amount: 0,
      invoices: invoices.map((row) => ({ ...row, dueOn: row.due_on })),
      credits: credits.map((row) => ({ ...row, issuedOn: row.issued_on })),
    }),
  );
}

/** The invoices that credit leaves something of. */
function openAfter(invoices: readonly Invoice[], { creditApplications }: Settlement): Invoice[] {
  return invoices.filter(
    ({ id, balance }) => sum(creditApplications.filter(({ invoiceId }) => invoiceId === id)) < balance,
  );
}

function sum(parts: readonly { readonly amount: number }[]): number {
  return parts.reduce((total, { amount }) => total + amount, 0);
}
