import { defaultProfileKeys } from '../../catalog/default-profiles.ts';
import type { ProfileGrants, ShippedProfile } from '../../catalog/profile-grants.ts';
import { shippedProfiles } from '../../catalog/profiles.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';

/** Brings the shipped profiles that are missing. Edited ones stay as they are; the locked one follows the catalog. */
export async function seedProfiles(db: Database): Promise<void> {
  await db.transaction(async () => {
    // Nodes that start together take turns.
    await db.raw("select pg_advisory_xact_lock(hashtextextended('seed_profiles', 0))");
    const known = await readKnown(db);
    const ids = new Map(
      shippedProfiles.map(({ key }): [string, string] => [key, known.get(key)?.id ?? newId()]),
    );
    for (const profile of shippedProfiles) {
      const wanted = { ...profile, grants: resolved(profile.grants, ids) };
      const found = known.get(profile.key);
      if (!found) await insert(db, ids.get(profile.key) ?? newId(), wanted);
      else if (profile.locked && !(await sameGrants(db, found.id, wanted.grants)))
        await follow(db, found, wanted);
    }
    await seedDefaults(db);
  });
}

/** Names a default for the roles that never had one; what somebody chose stays. */
async function seedDefaults(db: Database): Promise<void> {
  for (const [role, key] of Object.entries(defaultProfileKeys)) {
    await db.raw(
      `update default_profiles set profile_id = p.id from profiles p
where role = $1 and profile_id is null and p.key = $2 and p.archived_at is null`,
      [role, key],
    );
  }
}

interface Known {
  readonly id: string;
  readonly version: number;
}

async function readKnown(db: Database): Promise<Map<string, Known>> {
  const rows = await db.q
    .selectFrom('profiles')
    .select(['id', 'key', 'version'])
    .where('key', 'is not', null)
    .execute();
  return new Map(rows.map(({ key, id, version }) => [key ?? '', { id, version }]));
}

function resolved(grants: ProfileGrants, ids: ReadonlyMap<string, string>): ProfileGrants {
  return { ...grants, may_invite: grants.may_invite.map((key) => idOf(ids, key)) };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined)
    throw new Error(`A shipped profile may invite "${key}", which is no shipped profile.`);
  return id;
}

async function insert(db: Database, id: string, profile: ShippedProfile): Promise<void> {
  const { key, role_type, description } = profile;
  const grants = JSON.stringify(profile.grants);
  const name = await freeName(db, profile.name);
  await db.q
    .insertInto('profiles')
    .values({ id, key, name, role_type, description, locked: profile.locked ?? false, grants })
    .execute();
  await db.q
    .insertInto('profile_versions')
    .values({ profile_id: id, version: 1, name, description, grants })
    .execute();
}

/** Names are unique; one that somebody made before must not stop the start. */
async function freeName(db: Database, name: string): Promise<string> {
  const taken = await db.raw('select 1 from profiles where lower(name) = lower($1)', [name]);
  return taken.length === 0 ? name : freeName(db, `${name} (shipped)`);
}

/** Compared by the database: its JSON has an order of keys of its own. */
async function sameGrants(db: Database, id: string, grants: ProfileGrants): Promise<boolean> {
  const same = await db.raw('select 1 from profiles where id = $1 and grants = $2::jsonb', [
    id,
    JSON.stringify(grants),
  ]);
  return same.length === 1;
}

async function follow(db: Database, { id, version }: Known, profile: ShippedProfile): Promise<void> {
  const grants = JSON.stringify(profile.grants);
  const next = version + 1;
  const changed = await db.q
    .updateTable('profiles')
    .set({ grants, version: next, updated_at: new Date() })
    .where('id', '=', id)
    .returning(['name', 'description'])
    .executeTakeFirstOrThrow();
  await db.q
    .insertInto('profile_versions')
    .values({ profile_id: id, version: next, ...changed, grants, reason: 'Follows the catalog' })
    .execute();
}
