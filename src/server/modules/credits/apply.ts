import { decide } from '../../../access/decide.ts';
import { planSettlement } from '../../../billing/allocate.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { lockAccount } from '../../commerce/account.ts';
import { writeCreditApplications } from '../../commerce/credit-applications.ts';
import { byTheRules, noSuch, refusalOn, stateRefused } from '../../commerce/refusals.ts';
import { named, tellInvoices } from '../../commerce/tell-invoices.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import { invalid, Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { moneyChange } from '../../words.ts';
import type { CreditRow } from './records.ts';

type Invoice = Row<'invoices'>;

interface Wish {
  readonly invoice_id: string;
  readonly amount: number | null;
}

/** Puts a credit to an open invoice of the same organization that the person may view. */
export async function applyCredit(
  app: AppContext,
  subject: SessionSubject,
  record: CreditRow,
  { invoice_id, amount }: Wish,
): Promise<CreditRow> {
  requireOpen(record);
  const invoice = await openInvoice(app.db, subject, record, invoice_id);
  await lockAccount(app.db, record.organization_id);
  await requireNoPayment(app.db, record, invoice);
  const most = Math.min(record.remaining, invoice.balance);
  if (amount !== null && amount > most)
    throw invalid('amount', 'Must not be more than what remains of the credit and is owed on the invoice');
  await put(app, record, invoice, amount ?? most);
  await log(app.db, record, invoice, amount ?? most);
  await tellInvoices(app, [invoice], {
    action: 'invoices.credit_applied',
    by: [named('credit', record.number)],
    parts: [{ invoiceId: invoice.id, amount: amount ?? most }],
  });
  return app.db.q.selectFrom('credits').selectAll().where('id', '=', record.id).executeTakeFirstOrThrow();
}

function requireOpen(record: CreditRow): void {
  const state = { applied: 'was used up', void: 'was voided' };
  if (record.status !== 'open')
    throw stateRefused('credits.apply', record, `The credit ${state[record.status]}.`);
}

async function openInvoice(
  db: Database,
  subject: SessionSubject,
  record: CreditRow,
  id: string,
): Promise<Invoice> {
  const invoice = await db.q
    .selectFrom('invoices')
    .selectAll()
    .where('id', '=', id)
    .where('organization_id', '=', record.organization_id)
    .forUpdate()
    .executeTakeFirst();
  if (!invoice || !decide(subject, 'invoices.view', invoice).allowed) throw noSuch('invoice_id', 'invoice');
  const state = { paid: 'was paid already', void: 'was voided' };
  if (invoice.status !== 'open')
    throw stateRefused('credits.apply', record, `Invoice ${invoice.number} ${state[invoice.status]}.`);
  return invoice;
}

/** What is being paid is not paid with credit too. */
async function requireNoPayment(db: Database, record: CreditRow, { id, number }: Invoice): Promise<void> {
  const pending = await db.q
    .selectFrom('payment_targets')
    .select('payment_id')
    .where('invoice_id', '=', id)
    .where('pending', '=', true)
    .executeTakeFirst();
  if (!pending) return;
  throw new Problem('payments/in-progress', {
    detail: `A payment of invoice ${number} is under way. Look again when it has ended.`,
    refusal: refusalOn('credits.apply', record),
  });
}

async function put(app: AppContext, record: CreditRow, invoice: Invoice, amount: number): Promise<void> {
  const { creditApplications } = byTheRules('credits.apply', record, () =>
    planSettlement({
      currency: record.currency,
      amount: 0,
      invoices: [{ ...invoice, dueOn: invoice.due_on }],
      credits: [{ ...record, issuedOn: record.issued_on, remaining: amount }],
    }),
  );
  await writeCreditApplications(app, creditApplications, null);
}

function log(db: Database, record: CreditRow, invoice: Invoice, amount: number): Promise<void> {
  return audit(db, {
    action: 'credits.apply',
    itemType: 'credits',
    itemId: record.id,
    itemLabel: record.number,
    changes: [
      moneyChange('applied', { from: record.applied, to: record.applied + amount }, record.currency),
      { field: 'invoice', from: null, to: invoice.number },
    ],
  });
}
