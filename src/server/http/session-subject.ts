import { hash } from 'node:crypto';
import { compileGrants, type Grants } from '../../access/grants.ts';
import type { Subject, UserStatus } from '../../access/subject.ts';
import type { ProfileGrants } from '../../catalog/profile-grants.ts';
import type { Role } from '../../catalog/roles.ts';
import type { Database } from '../db/database.ts';

/** Who really is at work, where somebody is logged in as another person. */
export interface LoggedInAs {
  readonly actor: { readonly id: string; readonly name: string };
  /** The session it was started from, and goes back to. */
  readonly actorSessionId: string;
  readonly reason: string;
  readonly expiresAt: Date;
}

/** The person behind a session, read anew for every request. */
export interface SessionSubject extends Subject {
  readonly sessionId: string;
  readonly name: string;
  /** The moment of the request: what is overdue for its reader. */
  readonly now: Date;
  readonly profile: { id: string; key: string | null; name: string; version: number };
  /** Only inside of a log in as: everything else here is then that of the other person. */
  readonly loggedInAs?: LoggedInAs;
}

/** A person with role and profile, as their rights are compiled from. */
export interface PersonRow {
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

/** Of `users u` and its `profiles p`. */
export const personColumns = `u.id as user_id, u.status, u.role, u.organization_id, u.partner_id,
  u.first_name || ' ' || u.last_name as name, p.id as profile_id, p.key as profile_key,
  p.name as profile_name, p.version as profile_version`;

const subjectText = `select s.id as session_id, s.last_seen_at, ${personColumns}
from sessions s join users u on u.id = s.user_id join profiles p on p.id = u.profile_id
where s.token_hash = $1 and s.expires_at > $2 and u.status = 'active'`;

/** Sessions live for 12 hours after their last use, and for 14 days at most. */
const seenText = `update sessions set last_seen_at = $2::timestamptz,
  expires_at = least(created_at + interval '14 days', $2::timestamptz + interval '12 hours') where id = $1`;

export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** The subject of a session token; null when there is none, it has expired, or the person may not be signed in. */
export async function loadSubject(db: Database, token: string, now: Date): Promise<SessionSubject | null> {
  const [row] = await db.raw<PersonRow & { session_id: string; last_seen_at: Date }>(subjectText, [
    hashToken(token),
    now,
  ]);
  if (!row) return null;
  if (now.getTime() - row.last_seen_at.getTime() > 60_000) {
    await db.raw(seenText, [row.session_id, now]);
  }
  return { ...(await personOf(db, row, now)), sessionId: row.session_id };
}

/** Somebody as they would ask right now, whether or not they are signed in. */
export type Person = Omit<SessionSubject, 'sessionId'>;

const peopleText = `select ${personColumns} from users u join profiles p on p.id = u.profile_id
where u.id = any($1::uuid[])`;

/** People by id, with the rights they have at this moment: for what is sent or given to somebody else. */
export async function loadPeople(
  db: Database,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Person>> {
  const rows = ids.length === 0 ? [] : await db.raw<PersonRow>(peopleText, [[...new Set(ids)]]);
  const people = new Map<string, Person>();
  for (const row of rows) people.set(row.user_id, await personOf(db, row, now));
  return people;
}

/** A person as subject: with the rights of their role and profile as they stand. */
export async function personOf(db: Database, row: PersonRow, now: Date): Promise<Person> {
  return {
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
  };
}

const compiled = new Map<string, Grants>();

/** Compiled grants by role, profile and version: a new version is a new key, so nothing ever has to be invalidated. */
export async function grantsFor(db: Database, role: Role, id: string, version: number): Promise<Grants> {
  const key = `${role} ${id} ${version}`;
  const known = compiled.get(key);
  if (known) return known;
  const profile = await db.q
    .selectFrom('profile_versions')
    .select('grants')
    .where('profile_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const grants = compileGrants(role, { id, version, grants: profile.grants as ProfileGrants });
  if (compiled.size > 2000) compiled.clear();
  compiled.set(key, grants);
  return grants;
}
