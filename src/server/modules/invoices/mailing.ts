import type { CalendarDate } from '../../../billing/calendar.ts';
import { addDays } from '../../../billing/calendar.ts';
import { type DunningStep, dunningStepDue, dunningSteps } from '../../../billing/dunning.ts';
import type { AppContext } from '../../app-context.ts';
import type { Row } from '../../db/tables.ts';
import { isSent, sendMail } from '../../mail/send-mail.ts';
import type { TemplateKey } from '../../mail/templates/all.ts';
import { invoiceValues, mailInvoice } from './letter.ts';

type Mailable = Row<'invoices'> & { email: string };

/**
 * One invoice after the other, each in a transaction of its own with its mail: cut off anywhere, each is sent once.
 * Those that other runs hold are passed over. Answers how many were sent.
 */
async function eachOnce(app: AppContext, signal: AbortSignal, one: () => Promise<boolean>): Promise<number> {
  let done = 0;
  for (;;) {
    signal.throwIfAborted();
    if (!(await app.db.transaction(one))) return done;
    done += 1;
  }
}

const unsentText = `select i.*, o.email from invoices i join organizations o on o.id = i.organization_id
where i.sent_at is null and i.status <> 'void' and o.email is not null
order by i.created_at, i.id limit 1 for update of i skip locked`;

/**
 * Mails what was issued and not sent yet. Invoices of organizations without an address wait until they have one, and
 * all of them while the mail is switched off.
 */
export async function mailNewInvoices(app: AppContext, signal: AbortSignal): Promise<number> {
  if (!(await isSent(app, 'invoice_issued'))) return 0;
  return eachOnce(app, signal, async () => {
    const [invoice] = await app.db.raw<Mailable>(unsentText);
    if (!invoice) return false;
    // Switched off since: the rest waits.
    if (!(await mailInvoice(app, invoice, invoice.email))) return false;
    await app.db.q
      .updateTable('invoices')
      .set({ sent_at: app.clock() })
      .where('id', '=', invoice.id)
      .execute();
    return true;
  });
}

/** Each step on its own: an invoice is chosen when a later reminder than its last one is due. */
const overdueText = `select i.*, o.email from invoices i join organizations o on o.id = i.organization_id
where i.status = 'open' and i.reminders and o.email is not null
  and i.due_on <= $1 and (i.last_reminder is null or i.last_reminder = any($2::text[]))
order by i.due_on, i.id limit 1 for update of i skip locked`;

/** Reminds of invoices that are overdue by so many days that a reminder is due, and was not sent yet. */
export async function remindOverdue(
  app: AppContext,
  today: CalendarDate,
  signal: AbortSignal,
): Promise<number> {
  let reminded = 0;
  // The firmest first: who missed several is sent the last of them only.
  for (const [at, { key, fromDaysOverdue }] of [...dunningSteps.entries()].toReversed()) {
    const softer = dunningSteps.slice(0, at).map((step) => step.key);
    let passedOver = 0;
    const looked = await eachOnce(app, signal, async () => {
      const [invoice] = await app.db.raw<Mailable>(overdueText, [addDays(today, -fromDaysOverdue), softer]);
      if (!invoice) return false;
      const step = dunningStepDue(invoice.due_on, today, invoice.last_reminder) ?? key;
      if (!(await remind(app, invoice, step))) passedOver += 1;
      return true;
    });
    reminded += looked - passedOver;
  }
  return reminded;
}

const templates = {
  reminder: 'invoice_reminder',
  second_reminder: 'invoice_second_reminder',
  final_notice: 'invoice_final_notice',
} as const satisfies Record<DunningStep, TemplateKey>;

/** A reminder that is switched off counts as given, so that it does not come late when it is switched on again. */
async function remind(app: AppContext, invoice: Mailable, step: DunningStep): Promise<boolean> {
  const values = await invoiceValues(app, invoice);
  const sent = await sendMail(app, templates[step], { to: invoice.email, values });
  await app.db.q.updateTable('invoices').set({ last_reminder: step }).where('id', '=', invoice.id).execute();
  return sent;
}
