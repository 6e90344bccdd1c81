import type { AppContext } from '../../app-context.ts';
import type { Row } from '../../db/tables.ts';
import { invoiceMail } from '../../mail/invoice-mails.ts';
import { moneyWords } from '../../money-words.ts';
import { invoicePdf } from './document.ts';
import type { InvoiceRow } from './records.ts';

type Customer = Pick<Row<'organizations'>, 'name'>;
type Company = Pick<Row<'company_settings'>, 'name' | 'support_email' | 'language'>;

/** What every letter about an invoice says. */
export function letterFor(
  { config }: Pick<AppContext, 'config'>,
  {
    invoice,
    customer,
    company,
    to,
  }: { invoice: InvoiceRow; customer: Customer; company: Company; to: string },
) {
  const { number, amount, balance, currency, due_on } = invoice;
  return {
    to,
    company: company.name,
    support: company.support_email,
    customer: customer.name,
    number,
    amount: moneyWords({ amount, currency }, company.language),
    balance: moneyWords({ amount: balance, currency }, company.language),
    dueOn: due_on,
    link: `${config.baseUrl}/invoices/${invoice.id}`,
  };
}

/** Puts an invoice with its PDF into the mails, and notes when. In the caller's transaction, which holds the invoice. */
export async function mailInvoice(app: AppContext, invoice: InvoiceRow, to: string): Promise<void> {
  const company = await app.db.q.selectFrom('company_settings').selectAll().executeTakeFirstOrThrow();
  const customer = await app.db.q
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', invoice.organization_id)
    .executeTakeFirstOrThrow();
  const content = await invoicePdf(app, invoice);
  const mail = invoiceMail(letterFor(app, { invoice, customer, company, to }));
  await app.mail.queue({ ...mail, attachment: { name: `${invoice.number}.pdf`, content } });
}
