import { dueDate } from '../../billing/due-date.ts';
import { auditAll } from '../audit/audit.ts';
import { type Account, lockAccounts, requireAccount } from '../commerce/account.ts';
import { newId } from '../db/id.ts';
import type { Row } from '../db/tables.ts';
import { insertRows } from '../db/write-rows.ts';
import { moneyChange } from '../words.ts';
import { claimRows, knownRows, noSuchOrganization, organizationsNamed, planKnown } from './fingerprint.ts';
import {
  type Batch,
  type CellProblem,
  field,
  type Importer,
  type ImportRow,
  type ImportRun,
} from './importer.ts';
import { cellReader } from './read-cells.ts';
import { planEach, readOf } from './write-batch.ts';

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
    const reads = new Map<number, ReadInvoice>();
    const batch = batchOf(run, reads);
    return (row) => {
      const before = known.get(row.cells.external_id ?? '');
      if (before) return planKnown(before.fingerprint, row.cells, 'invoice');
      const read = readRow(run, row, organizations.get(row.cells.organization ?? ''));
      if ('problems' in read) return { verdict: 'refuse', problems: read.problems };
      reads.set(row.row, read);
      return { verdict: 'create', batch };
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

interface ReadInvoice {
  readonly cells: ImportRow['cells'];
  readonly organizationId: string;
  readonly values: InvoiceCells;
}

function readRow(
  run: ImportRun,
  { cells }: ImportRow,
  found: Row<'organizations'> | undefined,
): ReadInvoice | { readonly problems: readonly CellProblem[] } {
  if (!found) return { problems: [noSuchOrganization] };
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
  return read.problems.length > 0 ? { problems: read.problems } : { cells, organizationId: found.id, values };
}

interface NewInvoice extends ReadInvoice {
  readonly id: string;
  readonly account: Account;
}

/** Invoices with one line each; what was paid elsewhere is a credit that the invoice has used up. */
function batchOf(run: ImportRun, reads: ReadonlyMap<number, ReadInvoice>): Batch {
  return {
    write: async (rows) => {
      const wanted = rows.flatMap((row) => reads.get(row)?.organizationId ?? []);
      const accounts = await lockAccounts(run.app.db, wanted);
      const { planned, refused } = await planEach(rows, (row): NewInvoice => {
        const read = readOf(reads, row);
        const account = requireAccount(run.subject, accounts.get(read.organizationId), 'invoices.import');
        return { ...read, id: newId(), account };
      });
      await writeInvoices(run, planned);
      const claims = planned.map(({ id, cells }) => ({ record_id: id, cells }));
      await claimRows(run, 'invoices', claims);
      return refused;
    },
  };
}

async function writeInvoices(run: ImportRun, made: readonly NewInvoice[]): Promise<void> {
  const { db } = run.app;
  const numbered = made.filter(({ values }) => values.number !== '');
  const unnumbered = made.filter(({ values }) => values.number === '');
  const written = [
    ...(await insertRows(
      db,
      'invoices',
      numbered.map((one) => ({ ...columnsOf(run, one), number: one.values.number })),
    )),
    ...(await insertRows(
      db,
      'invoices',
      unnumbered.map((one) => columnsOf(run, one)),
    )),
  ];
  await insertRows(db, 'invoice_lines', made.map(lineOf));
  await writeSettled(
    run,
    made.filter(({ values }) => values.amount > values.balance),
  );
  await auditAll(
    db,
    written.map(({ id, number, amount, currency }) => ({
      action: 'invoices.import',
      itemType: 'invoices',
      itemId: id,
      itemLabel: number,
      changes: [moneyChange('amount', { from: null, to: amount }, currency)],
    })),
  );
}

function trailOf({ app, subject }: ImportRun) {
  const now = app.clock();
  return { created_by: subject.userId, created_at: now, updated_at: now, version: 1 };
}

function columnsOf(run: ImportRun, { id, account, values }: NewInvoice) {
  const { amount, issuedOn } = values;
  return {
    id,
    organization_id: account.id,
    issued_on: issuedOn,
    due_on: values.dueOn ?? dueDate(issuedOn, account.payment_terms_days),
    currency: account.currency,
    amount,
    paid: 0,
    credited: 0,
    // It was sent by the system it comes from.
    sent_at: run.app.clock(),
    reminders: true,
    ...trailOf(run),
  };
}

function lineOf({ id, values: { amount, description } }: NewInvoice) {
  const price = { quantity: 1, unit_price: amount, flat_price: 0, amount };
  return { invoice_id: id, position: 1, kind: 'imported', description, ...price };
}

async function writeSettled(run: ImportRun, made: readonly NewInvoice[]): Promise<void> {
  const { app, source } = run;
  const settled = made.map(({ values, ...one }) => ({
    ...one,
    values,
    creditId: newId(),
    amount: values.amount - values.balance,
  }));
  await insertRows(
    app.db,
    'credits',
    settled.map(({ id, account, values, creditId, amount }) => ({
      id: creditId,
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
      ...trailOf(run),
    })),
  );
  const created_at = app.clock();
  await insertRows(
    app.db,
    'credit_applications',
    settled.map(({ id, creditId, amount }) => ({ credit_id: creditId, invoice_id: id, amount, created_at })),
  );
}
