import { addDays } from '../../../billing/calendar.ts';
import type { AppContext } from '../../app-context.ts';
import type { Row } from '../../db/tables.ts';
import type { InvoiceDocument } from '../../pdf/invoice-document.ts';
import { renderInvoice } from '../../pdf/invoice-pdf.ts';
import { appliedTo, linesOf } from './content.ts';
import type { InvoiceRow } from './records.ts';

/** The invoice as PDF, as it stands now: what was put to it is on it. */
export async function invoicePdf(app: AppContext, invoice: InvoiceRow): Promise<Buffer> {
  return renderInvoice(await documentOf(app, invoice));
}

async function documentOf({ db }: AppContext, invoice: InvoiceRow): Promise<InvoiceDocument> {
  const company = await db.q.selectFrom('company_settings').selectAll().executeTakeFirstOrThrow();
  const customer = await db.q
    .selectFrom('organizations')
    .selectAll()
    .where('id', '=', invoice.organization_id)
    .executeTakeFirstOrThrow();
  const lines = await linesOf(db, invoice.id);
  const applied = await appliedTo(db, invoice.id);
  const { number, status, currency, amount, balance, issued_on, due_on } = invoice;
  return {
    ...{ number, status, currency, amount, balance },
    issue_date: issued_on,
    due_date: due_on,
    payment_terms: issued_on === due_on ? 'Due on receipt' : `Net ${customer.payment_terms_days}`,
    locale: company.language,
    company: { name: company.name, address: [], email: company.support_email },
    bill_to: {
      name: customer.name,
      number: customer.number,
      address: addressOf(customer),
      email: customer.email,
    },
    lines: lines.map(documentLine),
    applied: netOf(applied),
    note: null,
  };
}

function addressOf(customer: Row<'organizations'>): string[] {
  const place = [customer.billing_postal_code, customer.billing_city]
    .filter((part) => part !== null)
    .join(' ');
  return [customer.billing_street, place, customer.billing_region, customer.country].filter(
    (line): line is string => line !== null && line !== '',
  );
}

function documentLine(line: Row<'invoice_lines'>): InvoiceDocument['lines'][number] {
  const { quantity, unit_price, flat_price, amount, days, of_days } = line;
  return {
    // The period has a column of its own.
    description: line.description.replace(/, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/, ''),
    period: line.from_on && line.to_on ? { start: line.from_on, end: addDays(line.to_on, -1) } : null,
    days: days === null || of_days === null || days === of_days ? null : { count: days, of: of_days },
    ...{ quantity, unit_price, flat_price, amount },
  };
}

/** One deduction per payment or credit, less what was taken back. */
function netOf(applied: Awaited<ReturnType<typeof appliedTo>>): InvoiceDocument['applied'] {
  const sums = new Map<string, number>();
  for (const { kind, record, amount } of applied) {
    const label = `${kind === 'payment' ? 'Payment' : 'Credit'} ${record.number}`;
    sums.set(label, (sums.get(label) ?? 0) + amount);
  }
  return [...sums].filter(([, amount]) => amount > 0).map(([label, amount]) => ({ label, amount }));
}
