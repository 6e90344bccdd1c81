import { compileGrants } from '../access/grants.ts';
import type { ProfileGrants } from '../catalog/profile-grants.ts';
import type { AppContext } from '../server/app-context.ts';
import { currentRequest } from '../server/http/request-context.ts';
import type { SessionSubject } from '../server/http/session-subject.ts';
import { CommandRefused } from './outcome.ts';

/**
 * The Global Administrator that a command acts as: the named one, or the first. Whoever can open the database could
 * write to it without us; acting as somebody keeps the services' checks and gives the log a name.
 */
export async function requireAdministrator(app: AppContext, email?: string): Promise<SessionSubject> {
  const subject = await findAdministrator(app, email);
  if (!subject) {
    throw new CommandRefused(
      email === undefined
        ? 'There is no active Global Administrator to act as. Make one first: npx ambit admin create'
        : `There is no active Global Administrator with the address ${email}.`,
    );
  }
  currentRequest().actor = { id: subject.userId, name: subject.name };
  return subject;
}

export async function findAdministrator(app: AppContext, email?: string): Promise<SessionSubject | null> {
  let query = app.db.q
    .selectFrom('users')
    .innerJoin('profiles', 'profiles.id', 'users.profile_id')
    .select(['users.id', 'users.first_name', 'users.last_name', 'users.role', 'users.status'])
    .select([
      'profiles.id as profile_id',
      'profiles.key',
      'profiles.name',
      'profiles.version',
      'profiles.grants',
    ])
    .where('users.role', '=', 'global_administrator')
    .where('users.status', '=', 'active');
  if (email !== undefined) query = query.where('users.email', '=', email.trim().toLowerCase());
  const row = await query.orderBy('users.created_at').orderBy('users.id').limit(1).executeTakeFirst();
  if (!row) return null;
  const profile = { id: row.profile_id, key: row.key, name: row.name, version: row.version };
  return {
    sessionId: 'command line',
    now: new Date(),
    userId: row.id,
    status: row.status,
    organizationId: null,
    partnerId: null,
    name: `${row.first_name} ${row.last_name}`,
    profile,
    grants: compileGrants(row.role, { ...profile, grants: row.grants as ProfileGrants }),
  };
}
