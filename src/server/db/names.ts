import type { Database } from './database.ts';

export type Names = ReadonlyMap<string, string>;

/** Names of people by id, for the ids that rows refer to; nulls are passed over. */
export async function userNames(db: Database, ids: Iterable<string | null>): Promise<Names> {
  return names(
    db,
    `select id, first_name || ' ' || last_name as name from users where id = any($1::uuid[])`,
    ids,
  );
}

/** Names of organizations by id. */
export async function organizationNames(db: Database, ids: Iterable<string | null>): Promise<Names> {
  return names(db, 'select id, name from organizations where id = any($1::uuid[])', ids);
}

async function names(db: Database, text: string, ids: Iterable<string | null>): Promise<Names> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.raw<{ id: string; name: string }>(text, [wanted]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A reference as the API shows it: id and name, or null. */
export function reference(known: Names, id: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: known.get(id) ?? '' };
}
