import { holds } from '../../access/holds.ts';
import { ruleFor } from '../../access/subject.ts';
import type { RoleType } from '../../catalog/roles.ts';
import type { Row } from '../db/tables.ts';
import { findExternal } from './external-ids.ts';
import type { ImportRow, ImportRun } from './importer.ts';

type Found<T> = T | 'none' | 'several';

/** What the rows of a chunk refer to by name. */
export interface References {
  readonly users: ReadonlyMap<string, Row<'users'>>;
  profile(name: string, roleType: RoleType): { id: string } | undefined;
  organization(text: string): Found<string>;
  userId(email: string): string | undefined;
}

export async function loadReferences(run: ImportRun, rows: readonly ImportRow[]): Promise<References> {
  const users = await loadUsers(run, textsOf(rows, 'username').map(lower));
  const others = await loadUserIds(run, textsOf(rows, 'sales_rep').map(lower));
  const organizations = await loadOrganizations(run, [
    ...textsOf(rows, 'partner'),
    ...textsOf(rows, 'organization'),
  ]);
  const profiles = await run.app.db.q
    .selectFrom('profiles')
    .select(['id', 'key', 'name', 'role_type'])
    .where('archived_at', 'is', null)
    .execute();
  return {
    users,
    // Two role types may share a key or name in spirit; of the right type is meant first, so that the refusal is about it.
    profile: (name, roleType) => {
      const named = profiles.filter((row) => lower(row.name) === lower(name) || row.key === lower(name));
      return named.find((row) => row.role_type === roleType) ?? named[0];
    },
    organization: (text) => organizations.get(lower(text)) ?? 'none',
    userId: (email) => others.get(lower(email)),
  };
}

async function loadUsers({ app }: ImportRun, emails: readonly string[]): Promise<Map<string, Row<'users'>>> {
  if (emails.length === 0) return new Map();
  const rows = await app.db.q
    .selectFrom('users')
    .selectAll()
    .where(({ fn, ref }) => fn<string>('lower', [ref('email')]), 'in', [...emails])
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [lower(row.email), row]));
}

/** People out of sight are not there, but for the person who imports. */
async function loadUserIds(
  { app, subject }: ImportRun,
  emails: readonly string[],
): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await app.db.q
    .selectFrom('users')
    .selectAll()
    .where(({ fn, ref }) => fn<string>('lower', [ref('email')]), 'in', [...emails])
    .execute();
  const rule = ruleFor(subject, 'users.view');
  const seen = rows.filter((row) => row.id === subject.userId || holds(rule, row));
  return new Map(seen.map((row) => [lower(row.email), row.id]));
}

/** By external id of this source, number or name, in this order; a name that several share names none of them. */
async function loadOrganizations(
  run: ImportRun,
  texts: readonly string[],
): Promise<Map<string, Found<string>>> {
  const found = new Map<string, Found<string>>();
  if (texts.length === 0) return found;
  const external = await findExternal(run.app.db, run.source, 'organizations', texts);
  const active = await run.app.db.raw<Row<'organizations'>>(
    `select * from organizations where status = 'active'
and (folded(name) = any($1::text[]) or folded(number) = any($1::text[]) or id = any($2::uuid[]))`,
    [texts.map(lower), [...external.values()]],
  );
  // What is out of sight is not there: how often a name exists would tell as well.
  const rows = active.filter((row) => holds(ruleFor(run.subject, 'organizations.view'), row));
  for (const { id, name } of rows) found.set(lower(name), found.has(lower(name)) ? 'several' : id);
  for (const { id, number } of rows) found.set(lower(number), id);
  const seen = new Set(rows.map(({ id }) => id));
  for (const [key, id] of external) if (seen.has(id)) found.set(lower(key), id);
  return found;
}

function textsOf(rows: readonly ImportRow[], field: string): string[] {
  return [...new Set(rows.map(({ cells }) => cells[field] ?? ''))].filter((text) => text !== '');
}

export function lower(text: string): string {
  return text.trim().toLowerCase();
}
