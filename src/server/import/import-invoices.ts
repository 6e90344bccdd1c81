import { decide } from '../../access/decide.ts';
import { dueDate } from '../../billing/due-date.ts';
import type { AppContext } from '../app-context.ts';
import { audit } from '../audit/audit.ts';
import { type Account, accountFor } from '../commerce/account.ts';
import { newId } from '../db/id.ts';
import type { Row } from '../db/tables.ts';
import { insertRows } from '../db/write-rows.ts';
import { moneyChange } from '../money-words.ts';
import { claimRow, knownRows, organizationsNamed, planKnown } from './fingerprint.ts';
import {
  type Importer,
  type ImportField,
  type ImportRow,
  type ImportRun,
  type Plan,
  refuse,
} from './importer.ts';
import { cellReader } from './read-cells.ts';

const field = (key: string, label: string, says: string, required = false): ImportField => ({
  key,
  label,
  says,
  required,
});

export const invoiceImporter: Importer<'invoices'> = {
  resource: 'invoices',
  permission: 'invoices.import',
  fields: [
    field('external_id', 'External id', 'How the source calls the invoice.', true),
    field(
      'organization',
      'Organization',
      'The external id of its organization in the same source, or its number.',
      true,
    ),
    field('number', 'Number', 'The number on the invoice; a new one is given when empty.'),
    field('issued_on', 'Issued on', 'A date in the chosen format.', true),
    field('due_on', 'Due on', 'By the payment terms of the organization when empty.'),
    field('amount', 'Amount', 'The total in the organization’s currency, such as 1234.50.', true),
    field('balance', 'Still to be paid', 'The part of it that is open; all of it when empty.'),
    field('description', 'Description', 'What was invoiced.'),
  ],
  keyField: 'external_id',
  keyOf: (cells) => cells.external_id ?? '',
  labelOf: (cells) => cells.number || (cells.external_id ?? ''),
  prepare: async (run, rows) => {
    const cells = rows.map((row) => row.cells);
    const known = await knownRows(
      run,
      'invoices',
      cells.map(({ external_id = '' }) => external_id),
    );
    const organizations = await organizationsNamed(
      run,
      cells.map(({ organization = '' }) => organization),
    );
    return (row) => {
      const before = known.get(row.cells.external_id ?? '');
      if (before) return planKnown(before.fingerprint, row.cells, 'invoice');
      return planRow(run, row, organizations.get(row.cells.organization ?? ''));
    };
  },
};

interface InvoiceCells {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly amount: number;
  readonly balance: number;
  readonly description: string;
}

function planRow(run: ImportRun, { cells }: ImportRow, found: Row<'organizations'> | undefined): Plan {
  if (!found || !decide(run.subject, 'organizations.view', found).allowed)
    return refuse('organization', 'There is no such organization');
  const read = cellReader(cells, run.dateFormat);
  const amount = read.money('amount', found.currency);
  if (amount === null && read.text('amount') === '') read.wrong('amount', 'Must not be empty');
  const balance = read.money('balance', found.currency) ?? amount ?? 0;
  if (amount !== null && balance > amount) read.wrong('balance', 'Must not be more than the amount');
  const values: InvoiceCells = {
    number: read.text('number'),
    issuedOn: read.requiredDate('issued_on'),
    dueOn: read.date('due_on'),
    amount: amount ?? 0,
    balance,
    description: (read.text('description') || 'Imported invoice').slice(0, 500),
  };
  if (values.number.length > 60) read.wrong('number', 'Must have at most 60 characters');
  if (values.dueOn !== null && values.dueOn < values.issuedOn)
    read.wrong('due_on', 'Must not be before the invoice was issued');
  if (read.problems.length > 0) return { verdict: 'refuse', problems: read.problems };
  return { verdict: 'create', apply: () => takeIn(run, cells, found.id, values) };
}

interface NewInvoice {
  readonly id: string;
  readonly account: Account;
  readonly trail: Readonly<Record<string, unknown>>;
  readonly values: InvoiceCells;
}

/** The invoice with one line; what was paid elsewhere is a credit that it has used up. */
async function takeIn(
  { app, subject, source }: ImportRun,
  cells: ImportRow['cells'],
  organizationId: string,
  values: InvoiceCells,
): Promise<void> {
  const account = await accountFor(app, subject, organizationId, 'invoices.import');
  const now = app.clock();
  const id = newId();
  const trail = { created_by: subject.userId, created_at: now, updated_at: now, version: 1 };
  const number = await writeInvoice(app, { id, account, trail, values });
  if (values.amount > values.balance) await writeSettled(app, { id, account, trail, values }, source);
  await audit(app.db, {
    action: 'invoices.import',
    itemType: 'invoices',
    itemId: id,
    itemLabel: number,
    changes: [moneyChange('amount', { from: null, to: values.amount }, account.currency)],
  });
  const claim = { source, resource: 'invoices', external_id: cells.external_id ?? '', record_id: id };
  await claimRow(app.db, claim, cells);
}

async function writeInvoice(app: AppContext, { id, account, trail, values }: NewInvoice): Promise<string> {
  const { amount, issuedOn, description } = values;
  const [invoice] = await insertRows(app.db, 'invoices', [
    {
      id,
      ...(values.number === '' ? {} : { number: values.number }),
      organization_id: account.id,
      issued_on: issuedOn,
      due_on: values.dueOn ?? dueDate(issuedOn, account.payment_terms_days),
      currency: account.currency,
      amount,
      paid: 0,
      credited: 0,
      // It was sent by the system it comes from.
      sent_at: app.clock(),
      reminders: true,
      ...trail,
    },
  ]);
  const price = { quantity: 1, unit_price: amount, flat_price: 0, amount };
  await insertRows(app.db, 'invoice_lines', [
    { invoice_id: id, position: 1, kind: 'imported', description, ...price },
  ]);
  return invoice?.number ?? '';
}

async function writeSettled(
  app: AppContext,
  { id, account, trail, values }: NewInvoice,
  source: string,
): Promise<void> {
  const credit_id = newId();
  const amount = values.amount - values.balance;
  await insertRows(app.db, 'credits', [
    {
      id: credit_id,
      organization_id: account.id,
      currency: account.currency,
      amount,
      applied: 0,
      withdrawn: 0,
      source: 'imported',
      reason: `Paid in ${source}`.slice(0, 500),
      issued_on: values.issuedOn,
      invoice_id: id,
      lines: [],
      ...trail,
    },
  ]);
  await insertRows(app.db, 'credit_applications', [
    { credit_id, invoice_id: id, amount, created_at: app.clock() },
  ]);
}
