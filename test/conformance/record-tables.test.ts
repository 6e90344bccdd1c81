import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourceSpec } from '../../src/catalog/catalog.ts';
import type { RecordAccess, Template } from '../../src/catalog/define.ts';
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
function accessColumns({ boundary, assigned }: RecordAccess): string[] {
  const compared = Object.values(boundary).flatMap(equalsOf);
  return [...new Set(['created_by', ...compared, ...Object.values(assigned).flat()])];
}

function equalsOf(template: Template): string[] {
  switch (template.kind) {
    case 'always':
    case 'never':
    case 'one_of':
      return [];
    case 'equals':
      return [template.column];
    case 'all':
    case 'any':
      return template.of.flatMap(equalsOf);
  }
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

  it('stands behind the second fence', async () => {
    const policies = await db.raw<{ role: string; condition: string }>(
      `select unnest(roles)::text as role, qual as condition from pg_policies where tablename = $1 order by 1`,
      [resource],
    );
    expect(policies.map(({ role, condition }) => [role, /^\((\w+) = /.exec(condition)?.[1]])).toEqual([
      ['ambit_customer', 'organization_id'],
      ['ambit_partner', 'partner_id'],
    ]);
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
