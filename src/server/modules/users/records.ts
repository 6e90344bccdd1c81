import { canLogInAs, exceeding } from '../../../access/can-confer.ts';
import { compileGrants, hasGrant } from '../../../access/grants.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { Role } from '../../../catalog/roles.ts';
import { users as contract } from '../../../contract/users.ts';
import type { Database } from '../../db/database.ts';
import { organizationNames, reference, userNames } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { defineRecords } from '../../records/define-records.ts';
import type { TextTimes } from '../../records/text-times.ts';
import { asSubject } from './as-subject.ts';

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

type Withheld = 'users.assign_profile' | 'users.suspend' | 'users.reset_password' | 'users.login_as';

function withheld(
  subject: SessionSubject,
  row: TextTimes<UserRow>,
  grants: ProfileGrants | undefined,
): Withheld[] {
  const own: Withheld[] = row.id === subject.userId ? ['users.assign_profile', 'users.suspend'] : [];
  if (!grants) return [...own, 'users.reset_password', 'users.login_as'];
  if (holdsMore(subject, row.role, row.profile_id, grants)) own.push('users.reset_password');
  if (outOfReach(subject, row, grants)) own.push('users.login_as');
  return own;
}

/** For logging in as them. Who is not active is only so for now: the page says why. */
function outOfReach(subject: SessionSubject, row: TextTimes<UserRow>, grants: ProfileGrants): boolean {
  if (!hasGrant(subject.grants, 'users.login_as')) return true;
  const code = canLogInAs(subject, asSubject(row, grants), row);
  return code !== null && code !== 'login-as/not-active';
}
