import { type PlannedVoid, planVoid } from '../../../billing/void.ts';
import type { AppContext } from '../../app-context.ts';
import { lockAccount } from '../../commerce/account.ts';
import { byTheRules, refusalOn } from '../../commerce/refusals.ts';
import { type SubscriptionRow, stateOf } from '../../commerce/state.ts';
import { today } from '../../commerce/today.ts';
import { newId } from '../../db/id.ts';
import { insertRows } from '../../db/write-rows.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord } from '../../records/change-record.ts';
import { linesOf } from './content.ts';
import type { InvoiceRow } from './records.ts';

interface Voiding {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly record: InvoiceRow;
}

/** Withdraws an open invoice: what was paid on it becomes credit, credits remain again, its period is forgiven. */
export async function voidInvoice({ app, subject, record }: Voiding, reason: string): Promise<InvoiceRow> {
  const subscription = await subscriptionOf(app, record);
  await lockAccount(app.db, record.organization_id);
  await requireNoPayment(app, record);
  const invoice = {
    status: record.status,
    lines: periodsOf(await linesOf(app.db, record.id)),
    payments: (await netOf(app, 'payment', record.id)).map(({ id, amount }) => ({ paymentId: id, amount })),
    credits: (await netOf(app, 'credit', record.id)).map(({ id, amount }) => ({ creditId: id, amount })),
  };
  const later = await laterPeriods(app, record);
  const planned = byTheRules('invoices.void', record, () =>
    planVoid(invoice, subscription && stateOf(subscription), later),
  );
  const voided_at = app.clock();
  await giveFree({ app, subject, record }, planned, voided_at);
  await forgive(app, subscription, planned);
  return changeRecord({
    app,
    subject,
    record,
    permission: 'invoices.void',
    values: { voided_at },
    log: { changes: [{ field: 'status', from: 'open', to: 'void' }], detail: { reason } },
  });
}

async function subscriptionOf({ db }: AppContext, record: InvoiceRow): Promise<SubscriptionRow | null> {
  if (record.subscription_id === null) return null;
  const found = await db.q
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', '=', record.subscription_id)
    .forUpdate()
    .executeTakeFirst();
  return found ?? null;
}

/** Money on its way to an invoice arrives first. */
async function requireNoPayment({ db }: AppContext, record: InvoiceRow): Promise<void> {
  const pending = await db.q
    .selectFrom('payment_targets')
    .select('payment_id')
    .where('invoice_id', '=', record.id)
    .where('pending', '=', true)
    .executeTakeFirst();
  if (pending) throw new Problem('payments/in-progress', { refusal: refusalOn('invoices.void', record) });
}

async function netOf({ db }: AppContext, kind: 'payment' | 'credit', invoiceId: string) {
  return db.raw<{ id: string; amount: number }>(
    `select ${kind}_id as id, sum(amount)::bigint as amount from ${kind}_applications
where invoice_id = $1 group by ${kind}_id having sum(amount) > 0 order by min(id)`,
    [invoiceId],
  );
}

function periodsOf(lines: readonly { period_number: number | null }[]) {
  return lines.flatMap(({ period_number }) =>
    period_number === null ? [] : [{ periodNumber: period_number }],
  );
}

/** Lines of what was issued for the same subscription after this invoice, and still stands. */
async function laterPeriods({ db }: AppContext, record: InvoiceRow) {
  if (record.subscription_id === null) return [];
  const rows = await db.raw<{ period_number: number | null }>(
    `select l.period_number from invoices i join invoice_lines l on l.invoice_id = i.id
where i.subscription_id = $1 and (i.created_at, i.id) > ($2, $3) and i.voided_at is null
union all
select (l ->> 'periodNumber')::int from credits c cross join jsonb_array_elements(c.lines) l
where c.subscription_id = $1 and c.created_at >= $2`,
    [record.subscription_id, record.created_at, record.id],
  );
  return periodsOf(rows);
}

async function giveFree({ app, subject, record }: Voiding, planned: PlannedVoid, now: Date): Promise<void> {
  const back = { invoice_id: record.id, created_at: now };
  const { creditsFromPayments: paid, creditsRestored: credited } = planned;
  await insertRows(
    app.db,
    'payment_applications',
    paid.map(({ paymentId, amount }) => ({ ...back, payment_id: paymentId, amount: -amount })),
  );
  await restoreCredits(app, record, credited, now);
  const issued_on = await today(app);
  const trail = { created_by: subject.userId, created_at: now, updated_at: now, version: 1, lines: [] };
  const money = {
    organization_id: record.organization_id,
    currency: record.currency,
    applied: 0,
    withdrawn: 0,
  };
  const words = { source: 'voided_invoice', reason: `Paid on ${record.number}, which was voided` };
  await insertRows(
    app.db,
    'credits',
    paid.map(({ paymentId, amount }) => ({
      id: newId(),
      ...money,
      ...words,
      ...trail,
      amount,
      issued_on,
      invoice_id: record.id,
      payment_id: paymentId,
    })),
  );
}

/**
 * Credits are given what they were put to it again. Of one that was voided, and of what only stood for a payment in another
 * system, that is withdrawn at once: voiding an invoice makes no money that could be spent.
 */
async function restoreCredits(
  { db }: AppContext,
  record: InvoiceRow,
  credited: PlannedVoid['creditsRestored'],
  now: Date,
): Promise<void> {
  const ids = credited.map(({ creditId }) => creditId);
  const reopened = await db.raw<{ id: string }>(
    `update credits set voided_at = null where id = any($1::uuid[]) and voided_at is not null returning id`,
    [ids],
  );
  const back = { invoice_id: record.id, created_at: now };
  await insertRows(
    db,
    'credit_applications',
    credited.map(({ creditId, amount }) => ({ ...back, credit_id: creditId, amount: -amount })),
  );
  await db.raw(
    `update credits c set withdrawn = c.withdrawn + n.amount,
  voided_at = case when c.id = any($2::uuid[]) then $3::timestamptz end
from json_to_recordset($1::json) n ("creditId" uuid, amount bigint)
where c.id = n."creditId" and (c.source = 'imported' or c.id = any($2::uuid[]))`,
    [JSON.stringify(credited), reopened.map(({ id }) => id), now],
  );
}

async function forgive(
  { db, clock }: AppContext,
  before: SubscriptionRow | null,
  { subscription }: PlannedVoid,
): Promise<void> {
  const charge = subscription?.currentPeriod?.charge;
  if (before === null || charge === undefined || charge === before.period_charge) return;
  await db.q
    .updateTable('subscriptions')
    .set((row) => ({ period_charge: charge, version: row('version', '+', 1), updated_at: clock() }))
    .where('id', '=', before.id)
    .execute();
}
