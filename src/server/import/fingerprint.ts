import { createHash } from 'node:crypto';
import { decide } from '../../access/decide.ts';
import type { Row } from '../db/tables.ts';
import { insertRows } from '../db/write-rows.ts';
import type { CellProblem, ImportRow, ImportRun, Plan } from './importer.ts';
import { refuse } from './importer.ts';

type Known = ReadonlyMap<string, { record_id: string; fingerprint: string | null }>;

/** What this source brought before, by external id. */
export async function knownRows(
  { app, source }: ImportRun,
  resource: string,
  keys: readonly string[],
): Promise<Known> {
  if (keys.length === 0) return new Map();
  const rows = await app.db.q
    .selectFrom('external_ids')
    .select(['external_id', 'record_id', 'fingerprint'])
    .where('source', '=', source)
    .where('resource', '=', resource)
    .where('external_id', 'in', [...keys])
    .execute();
  return new Map(rows.map(({ external_id, ...rest }) => [external_id, rest]));
}

/** A text that is the same for the same cells, in whatever order the columns come. */
export function fingerprintOf(cells: ImportRow['cells']): string {
  const sorted = Object.entries(cells).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}

/** The verdict on a row that came before: the same again changes nothing, and nothing else is taken over twice. */
export function planKnown(fingerprint: string | null, cells: ImportRow['cells'], one: string): Plan {
  return fingerprint === fingerprintOf(cells)
    ? { verdict: 'unchanged' }
    : refuse('external_id', `This ${one} was imported before with other values; change it on its page`);
}

/**
 * The organizations that the rows name by external id of the same source, or by number: hidden ones are left out, and so
 * answered like missing ones.
 */
export async function organizationsNamed(
  { app, subject, source }: ImportRun,
  names: readonly string[],
): Promise<ReadonlyMap<string, Row<'organizations'>>> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return new Map();
  const rows = await app.db.raw<Row<'organizations'> & { called: string }>(
    `select o.*, e.external_id as called from external_ids e join organizations o on o.id = e.record_id
where e.source = $1 and e.resource = 'organizations' and e.external_id = any($2::text[])
union all
select o.*, o.number as called from organizations o where o.number = any($2::text[])`,
    [source, wanted],
  );
  const named = new Map(rows.map((row) => [row.called, row]));
  return new Map([...named].filter(([, row]) => decide(subject, 'organizations.view', row).allowed));
}

/** Of a row whose organization is none of them. */
export const noSuchOrganization: CellProblem = {
  field: 'organization',
  message: 'There is no such organization',
};

/** A row that became a record. */
export interface Claim {
  readonly record_id: string;
  readonly cells: ImportRow['cells'];
}

/** Remembers rows and what they said. Fails when another import brought one of their ids meanwhile. */
export async function claimRows(
  { app, source }: ImportRun,
  resource: string,
  claims: readonly Claim[],
): Promise<void> {
  await insertRows(
    app.db,
    'external_ids',
    claims.map(({ record_id, cells }) => ({
      ...{ source, resource, record_id },
      external_id: cells.external_id ?? '',
      fingerprint: fingerprintOf(cells),
    })),
  );
}
