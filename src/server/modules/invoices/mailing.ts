import type { CalendarDate } from '../../../billing/calendar.ts';
import { addDays } from '../../../billing/calendar.ts';
import { type DunningStep, dunningStepDue, dunningSteps } from '../../../billing/dunning.ts';
import type { AppContext } from '../../app-context.ts';
import type { Row } from '../../db/tables.ts';
import { reminderMail } from '../../mail/invoice-mails.ts';
import { letterFor, mailInvoice } from './letter.ts';

type Mailable = Row<'invoices'> & { email: string; customer: string };

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

const unsentText = `select i.*, o.email, o.name as customer from invoices i join organizations o on o.id = i.organization_id
where i.sent_at is null and i.status <> 'void' and o.email is not null
order by i.created_at, i.id limit 1 for update of i skip locked`;

/** Mails what was issued and not sent yet. Invoices of organizations without an address wait until they have one. */
export function mailNewInvoices(app: AppContext, signal: AbortSignal): Promise<number> {
  return eachOnce(app, signal, async () => {
    const [invoice] = await app.db.raw<Mailable>(unsentText);
    if (!invoice) return false;
    await mailInvoice(app, invoice, invoice.email);
    await app.db.q
      .updateTable('invoices')
      .set({ sent_at: app.clock() })
      .where('id', '=', invoice.id)
      .execute();
    return true;
  });
}

/** Each step on its own: an invoice is chosen when a later reminder than its last one is due. */
const overdueText = `select i.*, o.email, o.name as customer from invoices i join organizations o on o.id = i.organization_id
where i.status = 'open' and i.reminders and o.email is not null
  and i.due_on <= $1 and (i.last_reminder is null or i.last_reminder = any($2::text[]))
order by i.due_on, i.id limit 1 for update of i skip locked`;

/** Reminds of invoices that are overdue by so many days that a reminder is due, and was not sent yet. */
export async function remindOverdue(
  app: AppContext,
  today: CalendarDate,
  signal: AbortSignal,
): Promise<number> {
  const company = await app.db.q.selectFrom('company_settings').selectAll().executeTakeFirstOrThrow();
  let reminded = 0;
  // The firmest first: who missed several is sent the last of them only.
  for (const [at, { key, fromDaysOverdue }] of [...dunningSteps.entries()].toReversed()) {
    const softer = dunningSteps.slice(0, at).map((step) => step.key);
    reminded += await eachOnce(app, signal, async () => {
      const [invoice] = await app.db.raw<Mailable>(overdueText, [addDays(today, -fromDaysOverdue), softer]);
      if (!invoice) return false;
      await remind(
        app,
        company,
        invoice,
        dunningStepDue(invoice.due_on, today, invoice.last_reminder) ?? key,
      );
      return true;
    });
  }
  return reminded;
}

async function remind(
  app: AppContext,
  company: Row<'company_settings'>,
  invoice: Mailable,
  step: DunningStep,
): Promise<void> {
  const customer = { name: invoice.customer };
  await app.mail.queue(reminderMail(letterFor(app, { invoice, customer, company, to: invoice.email }), step));
  await app.db.q.updateTable('invoices').set({ last_reminder: step }).where('id', '=', invoice.id).execute();
}
