import type { Subject, UserStatus } from '../../access/subject.ts';
import type { Role } from '../../catalog/roles.ts';
import type { Database } from '../db/database.ts';
import { grantsFor, type SessionSubject } from './session-subject.ts';

/** Somebody as a request of theirs would find them, without one being made. */
export type Person = Subject & Pick<SessionSubject, 'name' | 'profile'>;

interface PersonRow {
  user_id: string;
  status: UserStatus;
  role: Role;
  organization_id: string | null;
  partner_id: string | null;
  name: string;
  profile_id: string;
  profile_key: string | null;
  profile_name: string;
  profile_version: number;
}

const text = `select u.id as user_id, u.status, u.role, u.organization_id, u.partner_id,
  u.first_name || ' ' || u.last_name as name, p.id as profile_id, p.key as profile_key,
  p.name as profile_name, p.version as profile_version
from users u join profiles p on p.id = u.profile_id where u.id = any($1::uuid[])`;

/** People by id, with what their role and profile hold now; whoever does not exist is left out. */
export async function loadPeople(db: Database, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const rows = await db.raw<PersonRow>(text, [[...new Set(ids)]]);
  return Promise.all(
    rows.map(async (row) => ({
      userId: row.user_id,
      status: row.status,
      organizationId: row.organization_id,
      partnerId: row.partner_id,
      name: row.name,
      profile: {
        id: row.profile_id,
        key: row.profile_key,
        name: row.profile_name,
        version: row.profile_version,
      },
      grants: await grantsFor(db, row.role, row.profile_id, row.profile_version),
    })),
  );
}
