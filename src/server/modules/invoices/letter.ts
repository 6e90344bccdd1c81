import type { AppContext } from '../../app-context.ts';
import { companyLanguage } from '../../company-language.ts';
import { sendMail } from '../../mail/send-mail.ts';
import type { ValuesOf } from '../../mail/templates/all.ts';
import { dayWords, moneyWords } from '../../words.ts';
import { invoicePdf } from './document.ts';
import type { InvoiceRow } from './records.ts';

/** What every mail about an invoice can say. */
export async function invoiceValues(
  { db, config }: Pick<AppContext, 'db' | 'config'>,
  invoice: InvoiceRow,
): Promise<ValuesOf<'invoice_issued'>> {
  const { name } = await db.q
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', invoice.organization_id)
    .executeTakeFirstOrThrow();
  const language = await companyLanguage(db);
  const { number, currency } = invoice;
  const due_on = dayWords(invoice.due_on, language);
  const amount = moneyWords({ amount: invoice.amount, currency }, language);
  const balance = moneyWords({ amount: invoice.balance, currency }, language);
  return {
    customer: name,
    number,
    amount,
    balance,
    due_on,
    to_pay:
      balance === amount
        ? `Please pay it by ${due_on}.`
        : `${balance} of it is still to be paid by ${due_on}.`,
    link: `${config.baseUrl}/invoices/${invoice.id}`,
  };
}

/**
 * Puts an invoice with its PDF into the mails, in the caller's transaction, which holds the invoice.
 * False: mails of this kind are switched off.
 */
export async function mailInvoice(app: AppContext, invoice: InvoiceRow, to: string): Promise<boolean> {
  const values = await invoiceValues(app, invoice);
  const content = await invoicePdf(app, invoice);
  const attachment = { name: `${invoice.number}.pdf`, content };
  return sendMail(app, 'invoice_issued', { to, values, attachment });
}
