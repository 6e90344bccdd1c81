import type { AppContext } from '../../app-context.ts';
import { stateRefused } from '../../commerce/refusals.ts';
import { invalid } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { changeRecord } from '../../records/change-record.ts';
import { mailInvoice } from './letter.ts';
import type { InvoiceRow } from './records.ts';

/** Switches reminders; everything else about an issued invoice stays as it was issued. */
export async function editInvoice(
  app: AppContext,
  subject: SessionSubject,
  record: InvoiceRow,
  values: { reminders?: boolean | undefined },
): Promise<InvoiceRow> {
  return changeRecord({ app, subject, record, permission: 'invoices.edit', values });
}

/** Mails an invoice to its organization, or to an address given for this once. */
export async function sendInvoice(
  app: AppContext,
  subject: SessionSubject,
  record: InvoiceRow,
  given: string | null,
): Promise<InvoiceRow> {
  if (record.status === 'void')
    throw stateRefused('invoices.send', record, 'The invoice was voided; there is nothing to pay.');
  const to = given ?? (await addressOf(app, record));
  if (to === null) throw invalid('to', 'The organization has no e-mail address; enter one');
  if (!(await mailInvoice(app, record, to)))
    throw stateRefused('invoices.send', record, 'Invoice mails are switched off under E-mail templates.');
  return changeRecord({
    app,
    subject,
    record,
    permission: 'invoices.send',
    values: { sent_at: app.clock() },
    log: { changes: [{ field: 'sent_to', from: null, to }] },
  });
}

async function addressOf({ db }: AppContext, record: InvoiceRow): Promise<string | null> {
  const { email } = await db.q
    .selectFrom('organizations')
    .select('email')
    .where('id', '=', record.organization_id)
    .executeTakeFirstOrThrow();
  return email;
}
