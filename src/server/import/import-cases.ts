import { caseCategories, casePriorities } from '../../contract/cases.ts';
import { newId } from '../db/id.ts';
import type { Row } from '../db/tables.ts';
import { holdOrganizations, requireOrganization } from '../modules/cases/open.ts';
import { addRecords } from '../records/change-record.ts';
import { claimRows, knownRows, noSuchOrganization, organizationsNamed, planKnown } from './fingerprint.ts';
import {
  type Batch,
  type CellProblem,
  field,
  type Importer,
  type ImportRow,
  type ImportRun,
} from './importer.ts';
import { cellReader, readChoice, readMomentIn } from './read-cells.ts';
import { planEach, readOf } from './write-batch.ts';

export const caseImporter: Importer<'cases'> = {
  resource: 'cases',
  permission: 'cases.import',
  fields: [
    field('external_id', 'External id', 'How the source calls the case.', true),
    field(
      'organization',
      'Organization',
      'The external id of its organization in the same source, or its number.',
      true,
    ),
    field('subject', 'Subject', 'Up to 200 characters; named after its external id when empty.'),
    field('description', 'Description', 'What was asked, on one line.'),
    field('category', 'Category', `One of ${caseCategories.join(', ')}; other when empty.`),
    field('priority', 'Priority', `One of ${casePriorities.join(', ')}; normal when empty, and for medium.`),
    field('opened_at', 'Opened', 'A date in the chosen format, with or without a time (UTC).', true),
    field('closed_at', 'Closed', 'As above; the case is open when empty.'),
  ],
  keyField: 'external_id',
  keyOf: (cells) => cells.external_id ?? '',
  labelOf: (cells) => cells.subject || (cells.external_id ?? ''),
  prepare: async (run, rows) => {
    const cells = rows.map((row) => row.cells);
    const known = await knownRows(
      run,
      'cases',
      cells.map(({ external_id = '' }) => external_id),
    );
    const organizations = await organizationsNamed(
      run,
      cells.map(({ organization = '' }) => organization),
    );
    const reads = new Map<number, ReadCase>();
    const batch = batchOf(run, reads);
    return (row) => {
      const before = known.get(row.cells.external_id ?? '');
      if (before) return planKnown(before.fingerprint, row.cells, 'case');
      const read = readRow(run, row, organizations.get(row.cells.organization ?? ''));
      if ('problems' in read) return { verdict: 'refuse', problems: read.problems };
      reads.set(row.row, read);
      return { verdict: 'create', batch };
    };
  },
};

type Values = Pick<Row<'cases'>, 'subject' | 'description' | 'category' | 'priority'> & {
  readonly openedAt: string;
  readonly closedAt: string | null;
};

interface ReadCase {
  readonly cells: ImportRow['cells'];
  readonly organizationId: string;
  readonly values: Values;
}

function readRow(
  run: ImportRun,
  { cells }: ImportRow,
  found: Row<'organizations'> | undefined,
): ReadCase | { readonly problems: readonly CellProblem[] } {
  if (!found) return { problems: [noSuchOrganization] };
  const read = cellReader(cells, run.dateFormat);
  const values: Values = {
    subject: read.text('subject') || `Case ${cells.external_id ?? ''}`.slice(0, 200),
    description: read.text('description') || null,
    category: readChoice(read, 'category', caseCategories, { otherwise: 'other' }),
    priority: readChoice(read, 'priority', casePriorities, {
      otherwise: 'normal',
      synonyms: { medium: 'normal' },
    }),
    openedAt: readMomentIn(read, 'opened_at', run.dateFormat) ?? '',
    closedAt: readMomentIn(read, 'closed_at', run.dateFormat),
  };
  if (read.text('opened_at') === '') read.wrong('opened_at', 'Must not be empty');
  if (values.subject.length > 200) read.wrong('subject', 'Must have at most 200 characters');
  if ((values.description ?? '').length > 10_000)
    read.wrong('description', 'Must have at most 10000 characters');
  if (values.closedAt !== null && values.closedAt < values.openedAt)
    read.wrong('closed_at', 'Must not be before the case was opened');
  return read.problems.length > 0 ? { problems: read.problems } : { cells, organizationId: found.id, values };
}

/** Nobody is told of what was asked elsewhere. */
function batchOf(run: ImportRun, reads: ReadonlyMap<number, ReadCase>): Batch {
  const { app, subject } = run;
  return {
    write: async (rows) => {
      const wanted = rows.flatMap((row) => reads.get(row)?.organizationId ?? []);
      const organizations = await holdOrganizations(app.db, wanted);
      const { planned, refused } = await planEach(rows, (row) => {
        const read = readOf(reads, row);
        const { id } = requireOrganization(subject, organizations.get(read.organizationId), 'cases.edit');
        return { id: newId(), cells: read.cells, values: columnsOf(id, read.values) };
      });
      await addRecords({ app, subject, permission: 'cases.import', records: planned });
      const claims = planned.map(({ id, cells }) => ({ record_id: id, cells }));
      await claimRows(run, 'cases', claims);
      return refused;
    },
  };
}

/** Shared, because nobody says who asked. */
function columnsOf(organizationId: string, { openedAt, closedAt, ...values }: Values) {
  return {
    ...values,
    organization_id: organizationId,
    requester_id: null,
    assignee_id: null,
    subscription_id: null,
    invoice_id: null,
    status: closedAt === null ? ('open' as const) : ('closed' as const),
    settled_at: closedAt,
    created_at: openedAt,
    updated_at: closedAt ?? openedAt,
  };
}
