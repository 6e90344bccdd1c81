import { hasGrant } from '../../../access/grants.ts';
import { type Role, roleKeys, roles } from '../../../catalog/roles.ts';
import type { RoleItem } from '../../../contract/profiles.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { codeToGive, type GivenProfile, givenProfile, requireProfile } from '../users/confer.ts';
import { holdOwnRights } from '../users/own-rights.ts';
import { countByRole, listProfiles } from './repository.ts';

type DefaultRow = Row<'default_profiles'> & { readonly profile_name: string | null };

/** The six roles, each with its people and the profile that new ones are given. */
export async function describeRoles(db: Database, subject: SessionSubject): Promise<RoleItem[]> {
  const people = await countByRole(db);
  const defaults = new Map((await readDefaults(db)).map((row) => [row.role, row]));
  const choices = hasGrant(subject.grants, 'profiles.edit')
    ? (await listProfiles(db, { archived: false })).map(givenProfile)
    : [];
  return roleKeys.map((role) => {
    const { label, type, purpose } = roles[role];
    const row = defaults.get(role);
    return {
      role,
      label,
      role_type: type,
      purpose,
      users: people.get(role) ?? 0,
      default_profile: row?.profile_id ? { id: row.profile_id, name: row.profile_name ?? '' } : null,
      version: row?.version ?? 1,
      default_choices: choices
        .filter((profile) => codeToGive({ subject, partnerProfiles: [] }, role, profile) === null)
        .map(({ id, name }) => ({ id, name })),
    };
  });
}

function readDefaults(db: Database): Promise<DefaultRow[]> {
  return db.q
    .selectFrom('default_profiles')
    .leftJoin('profiles', 'profiles.id', 'default_profiles.profile_id')
    .selectAll('default_profiles')
    .select('profiles.name as profile_name')
    .execute();
}

/** The roles that each profile is the default of. */
export async function rolesByDefault(db: Database): Promise<ReadonlyMap<string, Role[]>> {
  const rows = await db.q.selectFrom('default_profiles').select(['role', 'profile_id']).execute();
  const byProfile = new Map<string, Role[]>();
  for (const role of roleKeys) {
    const id = rows.find((row) => row.role === role)?.profile_id;
    if (id) byProfile.set(id, [...(byProfile.get(id) ?? []), role]);
  }
  return byProfile;
}

interface Choice {
  readonly role: Role;
  readonly profile_id: string;
}

/** Chooses the default of a role: a profile in use, of its type, that whoever chooses could give to such a person. */
export async function chooseDefault(
  app: AppContext,
  subject: SessionSubject,
  { role, profile_id }: Choice,
  ifMatch: number | null,
): Promise<RoleItem> {
  const before = await lockDefault(app.db, role);
  if (before.version !== ifMatch) throw moved(before);
  if (before.profile_id !== profile_id) {
    const profile = await requireProfile(app.db, profile_id);
    await holdOwnRights(app, subject);
    requireGivable(subject, role, profile);
    await bookDefault(app, before, profile);
  }
  const chosen = (await describeRoles(app.db, subject)).find((one) => one.role === role);
  if (!chosen) throw new Error('A role was lost while it was described');
  return chosen;
}

async function lockDefault(db: Database, role: Role): Promise<DefaultRow> {
  const row = await db.q
    .selectFrom('default_profiles')
    .selectAll()
    .where('role', '=', role)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const profile = await db.q
    .selectFrom('profiles')
    .select('name')
    .where('id', '=', row.profile_id)
    .executeTakeFirst();
  return { ...row, profile_name: profile?.name ?? null };
}

function requireGivable(subject: SessionSubject, role: Role, profile: GivenProfile): void {
  const code = codeToGive({ subject, partnerProfiles: [] }, role, profile);
  if (code === null) return;
  throw new Problem(code, {
    refusal: {
      action: 'profiles.edit',
      itemType: 'profiles',
      itemId: profile.id,
      itemLabel: profile.name,
    },
    ...(code === 'confer/role-type'
      ? { fields: [{ field: 'profile_id', code, message: 'This profile is for another type of role' }] }
      : {}),
  });
}

async function bookDefault(app: AppContext, before: DefaultRow, profile: GivenProfile): Promise<void> {
  await app.db.q
    .updateTable('default_profiles')
    .set((row) => ({ profile_id: profile.id, updated_at: app.clock(), version: row('version', '+', 1) }))
    .where('role', '=', before.role)
    .execute();
  await audit(app.db, {
    action: 'profiles.choose_default',
    itemType: 'roles',
    itemId: null,
    itemLabel: roles[before.role].label,
    changes: [{ field: 'default_profile', from: before.profile_name, to: profile.name }],
    detail: { role: before.role, profile_id: { from: before.profile_id, to: profile.id } },
  });
}

function moved({ role, version, profile_name }: DefaultRow): Problem {
  return new Problem('request/version-moved', {
    detail: `The default profile of ${roles[role].label} is ${profile_name ?? 'not chosen'} in the meantime.`,
    fields: [{ field: 'profile_id', code: 'changed', message: 'Changed in the meantime' }],
    extra: { current_version: version },
  });
}
