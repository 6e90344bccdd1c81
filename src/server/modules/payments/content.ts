import { decide } from '../../../access/decide.ts';
import { planPayment } from '../../../billing/allocate.ts';
import type { PaymentContent } from '../../../contract/payments.ts';
import type { AppContext } from '../../app-context.ts';
import type { Database } from '../../db/database.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import type { Invoice } from './payable.ts';
import { failureOf, type PaymentRow } from './records.ts';

/** The invoices, credits and refunds of a payment, as far as its reader may view them. */
export async function paymentContent(
  { db }: AppContext,
  subject: SessionSubject,
  payment: PaymentRow,
): Promise<PaymentContent> {
  const invoices = await invoicesOf(db, payment);
  const credits = await db.q
    .selectFrom('credits')
    .selectAll()
    .where('payment_id', '=', payment.id)
    .orderBy('id')
    .execute();
  const shown = ({ id, number, amount }: { id: string; number: string; amount: number }) => ({
    id,
    number,
    amount: { amount, currency: payment.currency },
  });
  return {
    invoices: invoices.filter((row) => decide(subject, 'invoices.view', row).allowed).map(shown),
    credits: credits.filter((row) => decide(subject, 'credits.view', row).allowed).map(shown),
    refunds: await refundsOf(db, payment),
  };
}

type Paid = Invoice & { readonly applied: number };

/** What it pays of each invoice, in the order in which they were due. */
async function invoicesOf(db: Database, payment: PaymentRow): Promise<Invoice[]> {
  const rows = await db.raw<Paid>(
    `select i.*, coalesce((select sum(a.amount) from payment_applications a
    where a.payment_id = t.payment_id and a.invoice_id = i.id), 0)::bigint as applied
from payment_targets t join invoices i on i.id = t.invoice_id where t.payment_id = $1 order by i.due_on, i.id`,
    [payment.id],
  );
  const meant = payment.status === 'pending' ? meantFor(payment, rows) : new Map<string, number>();
  return rows.map(({ applied, ...row }) => ({ ...row, amount: meant.get(row.id) ?? applied }));
}

/** What a payment under way would pay if it arrived now. */
function meantFor({ amount, currency }: PaymentRow, rows: readonly Invoice[]): Map<string, number> {
  const invoices = rows
    .filter(({ status }) => status === 'open')
    .map((row) => ({ ...row, dueOn: row.due_on }));
  const { paymentApplications } = planPayment({ amount, currency, invoices });
  return new Map(paymentApplications.map(({ invoiceId, amount: part }) => [invoiceId, part]));
}

async function refundsOf(db: Database, { id, currency }: PaymentRow): Promise<PaymentContent['refunds']> {
  const rows = await db.q
    .selectFrom('refunds')
    .selectAll()
    .where('payment_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    amount: { amount: row.amount, currency },
    reason: row.reason,
    status: row.status,
    failure: failureOf(row.failure_code),
    created_at: row.created_at.toISOString(),
  }));
}
