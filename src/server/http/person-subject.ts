import type { UserStatus } from '../../access/subject.ts';
import type { Role } from '../../catalog/roles.ts';
import type { Database } from '../db/database.ts';
import { grantsFor, type SessionSubject } from './session-subject.ts';

interface PersonRow {
  readonly user_id: string;
  readonly status: UserStatus;
  readonly role: Role;
  readonly organization_id: string | null;
  readonly partner_id: string | null;
  readonly name: string;
  readonly profile_id: string;
  readonly profile_key: string | null;
  readonly profile_name: string;
  readonly profile_version: number;
}

const text = `select u.id as user_id, u.status, u.role, u.organization_id, u.partner_id,
  u.first_name || ' ' || u.last_name as name, p.id as profile_id, p.key as profile_key, p.name as profile_name,
  p.version as profile_version
from users u join profiles p on p.id = u.profile_id where u.id = any($1::uuid[]) and u.status = 'active'`;

/**
 * People as they are at this moment, by id, for work that goes on without them. Who may not be signed in is left out.
 * There is no session behind them.
 */
export async function loadPeople(
  db: Database,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, SessionSubject>> {
  const people = new Map<string, SessionSubject>();
  if (ids.length === 0) return people;
  for (const row of await db.raw<PersonRow>(text, [[...new Set(ids)]])) {
    people.set(row.user_id, {
      sessionId: '',
      userId: row.user_id,
      status: row.status,
      organizationId: row.organization_id,
      partnerId: row.partner_id,
      name: row.name,
      now,
      profile: {
        id: row.profile_id,
        key: row.profile_key,
        name: row.profile_name,
        version: row.profile_version,
      },
      grants: await grantsFor(db, row.role, row.profile_id, row.profile_version),
    });
  }
  return people;
}

/** One of them; null when they may not be signed in. */
export async function loadPerson(db: Database, id: string, now: Date): Promise<SessionSubject | null> {
  return (await loadPeople(db, [id], now)).get(id) ?? null;
}
