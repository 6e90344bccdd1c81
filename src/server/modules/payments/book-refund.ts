import { type PlannedRefund, planRefund } from '../../../billing/refund.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { lockAccount } from '../../commerce/account.ts';
import { named, tellInvoices } from '../../commerce/tell-invoices.ts';
import type { Row } from '../../db/tables.ts';
import { insertRows } from '../../db/write-rows.ts';
import { moneyChange } from '../../words.ts';
import { failureIn, type Outcome } from './outcome.ts';
import type { PaymentRow } from './records.ts';
import { refundable } from './refundable.ts';

type RefundRow = Row<'refunds'>;

/** Books how a refund ended: once, whoever brings the news, by the books as they are now. */
export async function bookRefund(app: AppContext, refundId: string, outcome: Outcome): Promise<void> {
  await app.db.transaction(async () => {
    const known = await openRefund(app, refundId).executeTakeFirst();
    if (!known) return;
    const invoices = await lockInvoices(app, known.payment_id);
    const payment = await app.db.q
      .selectFrom('payments')
      .selectAll()
      .where('id', '=', known.payment_id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const refund = await openRefund(app, refundId).forUpdate().executeTakeFirst();
    if (!refund) return;
    await lockAccount(app.db, payment.organization_id);
    if (outcome.outcome === 'succeeded') {
      const books = await refundable(app.db, payment);
      const planned = planRefund(books, refund.amount);
      await takeBack(app, payment, planned);
      await tellReopened(app, payment, invoices, planned);
    }
    await close(app, payment, refund, outcome);
  });
}

/** Pending, or given up by ourselves: what the gateway says of that one is still news. */
function openRefund({ db }: AppContext, id: string) {
  return db.q
    .selectFrom('refunds')
    .selectAll()
    .where('id', '=', id)
    .where((row) => row.or([row('status', '=', 'pending'), row('failure_code', '=', 'gateway_unavailable')]));
}

/** Those that may be open again afterwards, before anything else: the order in which whoever pays holds things too. */
function lockInvoices({ db }: AppContext, paymentId: string): Promise<Row<'invoices'>[]> {
  return db.raw(
    `select * from invoices where id in (select invoice_id from payment_applications where payment_id = $1
  union select a.invoice_id from credit_applications a join credits c on c.id = a.credit_id where c.payment_id = $1)
order by id for update`,
    [paymentId],
  );
}

async function takeBack(app: AppContext, payment: PaymentRow, planned: PlannedRefund): Promise<void> {
  const { db, clock } = app;
  const created_at = clock();
  const { fromCredits, creditReversals, paymentReversals } = planned;
  await insertRows(
    db,
    'credit_applications',
    creditReversals.map((part) => ({ ...reversal(part, created_at), credit_id: part.creditId })),
  );
  // What a credit has again by that is withdrawn too.
  for (const part of [...fromCredits, ...creditReversals]) await withdraw(app, part);
  await insertRows(
    db,
    'payment_applications',
    paymentReversals.map((part) => ({ ...reversal(part, created_at), payment_id: payment.id })),
  );
  await db.q
    .updateTable('payments')
    .set((row) => ({
      refunded: row('refunded', '+', planned.amount),
      status: planned.status,
      updated_at: created_at,
      version: row('version', '+', 1),
    }))
    .where('id', '=', payment.id)
    .execute();
}

function tellReopened(
  app: AppContext,
  payment: PaymentRow,
  invoices: readonly Row<'invoices'>[],
  { creditReversals, paymentReversals }: PlannedRefund,
): Promise<void> {
  const reversals = [...creditReversals, ...paymentReversals];
  return tellInvoices(app, invoices, {
    action: 'invoices.refunded',
    by: [named('payment', payment.number)],
    parts: reversals.map(({ invoiceId, amount }) => ({ invoiceId, amount: -amount })),
  });
}

function reversal({ invoiceId, amount }: { invoiceId: string; amount: number }, created_at: Date) {
  return { invoice_id: invoiceId, amount: -amount, created_at };
}

async function withdraw(
  { db, clock }: AppContext,
  { creditId, amount }: { creditId: string; amount: number },
): Promise<void> {
  await db.q
    .updateTable('credits')
    .set((row) => ({
      withdrawn: row('withdrawn', '+', amount),
      updated_at: clock(),
      version: row('version', '+', 1),
    }))
    .where('id', '=', creditId)
    .execute();
}

async function close(
  { db, clock }: AppContext,
  payment: PaymentRow,
  refund: RefundRow,
  outcome: Outcome,
): Promise<void> {
  const failure_code = failureIn(outcome);
  const { gateway_reference } = outcome;
  await db.q
    .updateTable('refunds')
    .set({ status: outcome.outcome, failure_code, gateway_reference, settled_at: clock() })
    .where('id', '=', refund.id)
    .execute();
  const before = payment.refunded;
  const refunded = moneyChange('refunded', { from: before, to: before + refund.amount }, payment.currency);
  await audit(db, {
    action: 'payments.settle',
    itemType: 'payments',
    itemId: payment.id,
    itemLabel: payment.number,
    changes: failure_code ? [{ field: 'refund_failure', from: null, to: failure_code }] : [refunded],
  });
}
