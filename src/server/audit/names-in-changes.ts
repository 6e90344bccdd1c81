import { hasGrant } from '../../access/grants.ts';
import { type Row as AnyRow, holds } from '../../access/holds.ts';
import { ruleFor } from '../../access/subject.ts';
import type { Permission, ResourceKey } from '../../catalog/catalog.ts';
import type { FieldChange } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { isId } from '../http/validate.ts';
import { loadVersions } from '../modules/products/plan-versions.ts';

type Names = Record<string, string>;
interface Entry {
  readonly changes: readonly FieldChange[];
}

/** What entries of the log refer to by id. */
const named = [
  { table: 'users', name: `first_name || ' ' || last_name` },
  { table: 'organizations', name: 'name' },
  { table: 'contacts', name: `first_name || ' ' || last_name` },
] as const satisfies readonly { table: ResourceKey; name: string }[];

/** Each entry with the names of what its changes hold ids of, as far as its reader may view them. What is stored stays. */
export async function withNames<E extends Entry>(
  db: Database,
  subject: SessionSubject,
  entries: readonly E[],
): Promise<(E & { names: Names })[]> {
  const names = await namesFor(db, subject, [...new Set(entries.flatMap(idsIn))]);
  return entries.map((entry) => ({
    ...entry,
    names: Object.fromEntries(
      idsIn(entry).flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [[id, name] as const];
      }),
    ),
  }));
}

function idsIn({ changes }: Entry): string[] {
  return changes.flatMap(({ from, to }) => [from, to].flat().filter(isId));
}

async function namesFor(
  db: Database,
  subject: SessionSubject,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  if (ids.length === 0) return names;
  for (const { table, name } of named) {
    const permission = `${table}.view` as const satisfies Permission;
    const text = `select *, ${name} as shown_name from ${table} where id = any($1::uuid[])`;
    const rows = await db.raw<AnyRow & { id: string; shown_name: string }>(text, [ids]);
    const rule = ruleFor(subject, permission);
    const seen = rows.filter((row) => row.id === subject.userId || holds(rule, row));
    for (const { id, shown_name } of seen) names.set(id, shown_name);
  }
  if (hasGrant(subject.grants, 'subscriptions.view')) {
    for (const [id, { version }] of await loadVersions(db, ids)) names.set(id, version.name);
  }
  if (hasGrant(subject.grants, 'profiles.view')) {
    const rows = await db.q.selectFrom('profiles').select(['id', 'name']).where('id', 'in', ids).execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
