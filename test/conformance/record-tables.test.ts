import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourceSpec } from '../../src/catalog/catalog.ts';
import type { RecordAccess, Template } from '../../src/catalog/define.ts';
import type { Role } from '../../src/catalog/roles.ts';
import type { Database } from '../../src/server/db/database.ts';
import { lists } from '../../src/server/modules/all.ts';
import { testDatabase } from '../kit/database.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
}, 120_000);
afterAll(() => db.close());

const resources = Object.keys(lists) as (keyof typeof lists)[];

/** The columns that a boundary or a scope of the resource compares with one value. */
function accessColumns({ boundary, readers = {}, assigned, shared = {} }: RecordAccess): string[] {
  const compared = [boundary, readers, shared].flatMap((rules) => Object.values(rules)).flatMap(comparedBy);
  return [...new Set(['created_by', ...compared, ...Object.values(assigned).flat()])];
}

function comparedBy(template: Template): string[] {
  switch (template.kind) {
    case 'always':
    case 'never':
    case 'one_of':
    case 'belongs':
      return [];
    case 'equals':
    case 'flagged':
      return [template.column];
    case 'all':
    case 'any':
      return template.of.flatMap(comparedBy);
  }
}

/** Alternatives of a boundary that are told apart by a closed set of values: `organization_id` with `visibility`. */
function pairsOf(template: Template): (readonly [string, string])[] {
  if (template.kind !== 'all') return [];
  const alternatives = template.of.flatMap((part) => (part.kind === 'any' ? part.of : []));
  const values = alternatives.flatMap((part) => (part.kind === 'one_of' ? [part.column] : []));
  const bounds = template.of.flatMap((part) => (part.kind === 'equals' ? [part.column] : []));
  return bounds.flatMap((bound) => values.map((value) => [bound, value] as const));
}

interface Index {
  readonly columns: readonly string[];
  readonly unique: boolean;
}

async function indexesOf(table: string): Promise<Index[]> {
  const text = `select i.indisunique as unique, array(
  select a.attname::text from unnest(i.indkey) with ordinality k (number, place)
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number order by k.place) as columns
from pg_index i where i.indrelid = $1::regclass`;
  return db.raw<Index>(text, [table]);
}

describe.each(resources)('the table of %s', (resource) => {
  const records: RecordAccess | undefined = resourceSpec(resource).records;
  const columns = records ? accessColumns(records) : [];

  it('has an index for each sort, alone and behind each access column', async () => {
    const indexes = await indexesOf(resource);
    const leads = (...wanted: string[]) =>
      indexes.some(({ columns: has }) => wanted.every((column, place) => has[place] === column));
    const single = (column: string) =>
      indexes.some(({ unique, columns: has }) => unique && has.length === 1 && has[0] === column);
    const sorts = Object.values(lists[resource].sorts).map(({ column }) => column);
    const missing = sorts.flatMap((sort) => [
      ...(leads(sort, 'id') ? [] : [sort]),
      ...columns
        .filter((column) => !single(column) && !leads(column, sort, 'id'))
        .map((column) => `${column}, ${sort}`),
    ]);
    expect(missing).toEqual([]);
  });

  it('has an index for each sort behind each alternative of a boundary', async () => {
    const indexes = await indexesOf(resource);
    const pairs = Object.values(records?.boundary ?? {}).flatMap(pairsOf);
    const wanted = Object.values(lists[resource].sorts).flatMap(({ column }) =>
      pairs.map((pair) => [...pair, column, 'id'].join(', ')),
    );
    expect(indexes.map(({ columns: has }) => has.join(', '))).toEqual(expect.arrayContaining(wanted));
  });

  it('stands behind the second fence', async () => {
    const policies = await db.raw<{ role: string; condition: string }>(
      `select unnest(roles)::text as role, qual as condition from pg_policies where tablename = $1 order by 1`,
      [resource],
    );
    const fencedBy = (role: Role) => (records ? comparedBy(records.boundary[role])[0] : undefined);
    expect(policies.map(({ role, condition }) => [role, /^\((\w+) (?:=|AND) /.exec(condition)?.[1]])).toEqual(
      [
        ['ambit_customer', fencedBy('customer')],
        ['ambit_partner', fencedBy('partner_administrator')],
      ],
    );
    for (const { condition } of policies) expect(condition).toContain('current_setting');
    const [table] = await db.raw<{ on: boolean }>(
      'select relrowsecurity as on from pg_class where oid = $1::regclass',
      [resource],
    );
    expect(table?.on).toBe(true);
    const searches = await db.raw<{ asks: string; guarded: boolean }>(
      `select pg_get_function_identity_arguments(oid) as asks, prosecdef as guarded from pg_proc
where proname = $1 order by 1`,
      [`${resource}_matching`],
    );
    expect(searches).toEqual([
      { asks: 'pattern text', guarded: true },
      { asks: 'text, integer', guarded: true },
    ]);
  });
});
