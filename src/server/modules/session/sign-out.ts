import { sql } from 'kysely';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { missing } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { isId } from '../../http/validate.ts';
import { endSession, endSessions } from './sessions.ts';

/** Inside of a log in as, it is the session that this was started from, and both end. */
export async function signOut(app: AppContext, subject: SessionSubject): Promise<void> {
  await endSession(app, subject.loggedInAs?.actorSessionId ?? subject.sessionId);
  await record(app, 'session.sign_out', subject);
}

export async function signOutEverywhere(app: AppContext, subject: SessionSubject): Promise<void> {
  await endSessions(app, subject.userId);
  await record(app, 'session.sign_out_everywhere', subject);
}

async function record(
  app: AppContext,
  action: string,
  { userId, name }: SessionSubject,
  detail?: object,
): Promise<void> {
  await audit(app.db, {
    action,
    itemType: 'users',
    itemId: userId,
    itemLabel: name,
    detail,
  });
}

/**
 * Ends one of a person's own sessions; true when it is the one they ask from. Somebody else's is answered like one
 * that never was.
 */
export async function endOwnSession(app: AppContext, subject: SessionSubject, id: string): Promise<boolean> {
  if (!isId(id)) missing();
  const ended = await app.db.q
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('user_id', '=', subject.userId)
    .where('expires_at', '>', app.clock())
    .returning(['id', 'user_agent', 'address', 'created_at'])
    .executeTakeFirst();
  if (!ended) missing();
  const current = ended.id === subject.sessionId;
  await record(app, 'session.ended', subject, {
    device: ended.user_agent,
    address: ended.address,
    started: ended.created_at.toISOString(),
    current,
  });
  return current;
}

/** Who worked as this person, and why: told by the log, which nobody alters. */
export async function listUses(app: AppContext, { userId }: SessionSubject) {
  const rows = await app.db.q
    .selectFrom('audit_log')
    .select(['id', 'at', 'actor_name', sql<string | null>`detail->>'reason'`.as('reason')])
    .where('item_type', '=', 'users')
    .where('item_id', '=', userId)
    .where('action', '=', 'users.login_as')
    .where('outcome', '=', 'allowed')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), reason: row.reason ?? '' }));
}

/** A person's own sessions, the one last used first. */
export async function listSessions(app: AppContext, subject: SessionSubject) {
  const rows = await app.db.q
    .selectFrom('sessions')
    .select(['id', 'created_at', 'last_seen_at', 'user_agent', 'address'])
    .where('user_id', '=', subject.userId)
    .where('expires_at', '>', app.clock())
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ created_at, last_seen_at, ...row }) => ({
    ...row,
    created_at: created_at.toISOString(),
    last_used_at: last_seen_at.toISOString(),
    current: row.id === subject.sessionId,
  }));
}
