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

/** Names of people and organizations in one round trip; ids are unique across both. */
export async function allNames(
  db: Database,
  users: Iterable<string | null>,
  organizations: Iterable<string | null>,
): Promise<Names> {
  const people = distinct(users);
  const companies = distinct(organizations);
  if (companies.length === 0) return userNames(db, people);
  if (people.length === 0) return organizationNames(db, companies);
  const text = `select id, first_name || ' ' || last_name as name from users where id = any($1::uuid[])
union all select id, name from organizations where id = any($2::uuid[])`;
  const rows = await db.raw<{ id: string; name: string }>(text, [people, companies]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

function distinct(ids: Iterable<string | null>): string[] {
  return [...new Set([...ids].filter((id) => id !== null))];
}

async function names(db: Database, text: string, ids: Iterable<string | null>): Promise<Names> {
  const wanted = distinct(ids);
  if (wanted.length === 0) return new Map();
  const rows = await db.raw<{ id: string; name: string }>(text, [wanted]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** A reference as the API shows it: id and name, or null. */
export function reference(known: Names, id: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: known.get(id) ?? '' };
}

/** How rows that belong to an organization name it, as the API shows it. */
export async function organizationsOf(
  db: Database,
  rows: readonly { readonly organization_id: string }[],
): Promise<(row: { readonly organization_id: string }) => { id: string; name: string }> {
  const known = await organizationNames(
    db,
    rows.map((row) => row.organization_id),
  );
  return ({ organization_id: id }) => ({ id, name: known.get(id) ?? '' });
}
