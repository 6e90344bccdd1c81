import { sql } from 'kysely';
import type { RoleType } from '../../../catalog/roles.ts';
import type { FieldChange } from '../../db/columns.ts';
import type { Database } from '../../db/database.ts';
import type { NewRow, Row, RowChanges } from '../../db/tables.ts';

export type ProfileRow = Row<'profiles'>;

export interface ProfileFilter {
  readonly role_type?: RoleType | undefined;
  readonly archived?: boolean | undefined;
}

export async function listProfiles(
  db: Database,
  { role_type, archived }: ProfileFilter,
): Promise<ProfileRow[]> {
  let query = db.q.selectFrom('profiles').selectAll();
  if (role_type !== undefined) query = query.where('role_type', '=', role_type);
  if (archived !== undefined) query = query.where('archived_at', archived ? 'is not' : 'is', null);
  return query.orderBy('created_at').orderBy('id').execute();
}

/** How many people have each profile, those who were deactivated not counted. */
export async function countPeople(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.raw<{ profile_id: string; count: number }>(
    `select profile_id, count(*)::int as count from users
where profile_id = any($1::uuid[]) and status <> 'deactivated' group by profile_id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.profile_id, Number(row.count)]));
}

export async function countByRole(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.raw<{ role: string; count: number }>(
    `select role, count(*)::int as count from users where status <> 'deactivated' group by role`,
  );
  return new Map(rows.map((row) => [row.role, Number(row.count)]));
}

/** Profiles by id: names and grants of what others were copied from or may invite to. */
export async function profilesById(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProfileRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.q
    .selectFrom('profiles')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function partnersOf(db: Database, profileId: string): Promise<{ id: string; name: string }[]> {
  return db.q
    .selectFrom('partner_profiles as allowed')
    .innerJoin('organizations as partner', 'partner.id', 'allowed.partner_id')
    .select(['partner.id', 'partner.name'])
    .where('allowed.profile_id', '=', profileId)
    .orderBy('partner.name')
    .execute();
}

export async function replacePartners(
  db: Database,
  profileId: string,
  partnerIds: readonly string[],
): Promise<void> {
  await db.q.deleteFrom('partner_profiles').where('profile_id', '=', profileId).execute();
  if (partnerIds.length === 0) return;
  const rows = partnerIds.map((partner_id) => ({ partner_id, profile_id: profileId }));
  await db.q.insertInto('partner_profiles').values(rows).execute();
}

/** Undefined when the name is taken. */
export async function insertProfile(
  db: Database,
  values: NewRow<'profiles'>,
): Promise<ProfileRow | undefined> {
  return db.q
    .insertInto('profiles')
    .values(values)
    .onConflict((conflict) => conflict.expression(sql`lower(name)`).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function isNameTaken(db: Database, name: string, byOtherThan: string): Promise<boolean> {
  const row = await db.q
    .selectFrom('profiles')
    .select('id')
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .where('id', '<>', byOtherThan)
    .executeTakeFirst();
  return row !== undefined;
}

export async function changeProfile(
  db: Database,
  id: string,
  changes: RowChanges<'profiles'>,
  now: Date,
): Promise<ProfileRow> {
  return db.q
    .updateTable('profiles')
    .set((row) => ({ ...changes, updated_at: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Keeps a profile as it is now; what is kept is never changed again. */
export async function keepVersion(
  db: Database,
  profile: ProfileRow,
  by: { authorId: string; reason: string | null; changes: readonly FieldChange[] },
): Promise<void> {
  await db.q
    .insertInto('profile_versions')
    .values({
      profile_id: profile.id,
      version: profile.version,
      grants: JSON.stringify(profile.grants),
      name: profile.name,
      description: profile.description,
      author_id: by.authorId,
      reason: by.reason,
      changes: JSON.stringify(by.changes),
      created_at: profile.updated_at,
    })
    .execute();
}

export async function versionsOf(db: Database, profileId: string): Promise<Row<'profile_versions'>[]> {
  return db.q
    .selectFrom('profile_versions')
    .selectAll()
    .where('profile_id', '=', profileId)
    .orderBy('version', 'desc')
    .limit(500)
    .execute();
}

/** Active people of a profile, in the order they were added. */
export async function activePeopleOf(db: Database, profileId: string, limit: number) {
  return db.q
    .selectFrom('users')
    .select(['id', 'role', 'organization_id', 'partner_id'])
    .where('profile_id', '=', profileId)
    .where('status', '=', 'active')
    .orderBy('id')
    .limit(limit)
    .execute();
}
