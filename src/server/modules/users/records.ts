import { exceeding } from '../../../access/can-confer.ts';
import { compileGrants } from '../../../access/grants.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { Role } from '../../../catalog/roles.ts';
import { users as contract } from '../../../contract/users.ts';
import type { Database } from '../../db/database.ts';
import { organizationNames, reference, userNames } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { defineRecords } from '../../records/define-records.ts';

export type UserRow = Row<'users'>;

interface Held {
  readonly name: string;
  readonly grants: ProfileGrants;
}

async function profilesOf(db: Database, rows: readonly UserRow[]): Promise<ReadonlyMap<string, Held>> {
  if (rows.length === 0) return new Map();
  const found = await db.q
    .selectFrom('profiles')
    .select(['id', 'name', 'grants'])
    .where('id', 'in', [...new Set(rows.map((row) => row.profile_id))])
    .execute();
  return new Map(found.map(({ id, name, grants }) => [id, { name, grants: grants as ProfileGrants }]));
}

/**
 * True when somebody holds more than an administrator who is not Global: whoever can set their password could
 * take that for themselves. Other roles are kept to people below them by their reach.
 */
export function holdsMore(
  subject: SessionSubject,
  role: Role,
  profileId: string,
  grants: ProfileGrants,
): boolean {
  if (subject.grants.role !== 'system_administrator') return false;
  return exceeding(subject.grants, compileGrants(role, { id: profileId, version: 0, grants })).length > 0;
}

/** The password's hash is not among what is described. */
export const users = defineRecords(contract, async (db, subject, rows) => {
  const profiles = await profilesOf(db, rows);
  const places = await organizationNames(
    db,
    rows.flatMap((row) => [row.organization_id, row.partner_id]),
  );
  const people = await userNames(
    db,
    rows.map((row) => row.partner_administrator_id),
  );
  return (row) => {
    const profile = profiles.get(row.profile_id);
    return {
      id: row.id,
      version: row.version,
      first_name: row.first_name,
      last_name: row.last_name,
      email: row.email,
      role: row.role,
      profile: { id: row.profile_id, name: profile?.name ?? '' },
      organization: reference(places, row.organization_id),
      partner: reference(places, row.partner_id),
      partner_administrator: reference(people, row.partner_administrator_id),
      status: row.status,
      effective_date_alignment: row.effective_date_alignment,
      last_sign_in_at: row.last_sign_in_at,
      created_at: row.created_at,
      updated_at: row.updated_at,
      cannot: withheld(subject, row, profile?.grants),
    };
  };
});

type Withheld = 'users.assign_profile' | 'users.suspend' | 'users.reset_password';

function withheld(
  subject: SessionSubject,
  row: Pick<UserRow, 'id' | 'role' | 'profile_id'>,
  grants: ProfileGrants | undefined,
): Withheld[] {
  const own: Withheld[] = row.id === subject.userId ? ['users.assign_profile', 'users.suspend'] : [];
  const above = !grants || holdsMore(subject, row.role, row.profile_id, grants);
  return above ? [...own, 'users.reset_password'] : own;
}
