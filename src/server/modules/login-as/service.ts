import { canLogInAs } from '../../../access/can-confer.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import { loginAsMinutes } from '../../../contract/login-as.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { newId } from '../../db/id.ts';
import type { Row } from '../../db/tables.ts';
import { Problem } from '../../http/problem.ts';
import { hashToken, type SessionSubject } from '../../http/session-subject.ts';
import { refusalOf } from '../../records/change-record.ts';
import { newToken } from '../session/tokens.ts';
import { asSubject } from '../users/as-subject.ts';

type UserRow = Row<'users'>;

/** Starts to work as another person, from the actor's own session, which goes on beside it. Answers the token. */
export async function startLoginAs(
  app: AppContext,
  actor: SessionSubject,
  record: UserRow,
  reason: string,
): Promise<string> {
  await requireLoginAs(app, actor, record);
  await holdSession(app, actor);
  const { q } = app.db;
  // One at a time: what was begun in a browser that lost its cookie is over.
  await q.deleteFrom('login_as_sessions').where('actor_session_id', '=', actor.sessionId).execute();
  const token = newToken();
  const now = app.clock();
  const id = newId();
  await q
    .insertInto('login_as_sessions')
    .values({
      id,
      token_hash: hashToken(token),
      actor_session_id: actor.sessionId,
      user_id: record.id,
      reason,
      created_at: now,
      expires_at: new Date(now.getTime() + loginAsMinutes * 60_000),
    })
    .execute();
  await audit(app.db, {
    action: 'users.login_as',
    itemType: 'users',
    itemId: record.id,
    itemLabel: record.email,
    detail: { reason, login_as: id },
  });
  return token;
}

/** Goes back to the actor's own session. */
export async function endLoginAs(
  app: AppContext,
  { sessionId, userId, name }: SessionSubject,
): Promise<void> {
  await app.db.q.deleteFrom('login_as_sessions').where('id', '=', sessionId).execute();
  await audit(app.db, {
    action: 'users.log_in_as_ended',
    itemType: 'users',
    itemId: userId,
    itemLabel: name,
    detail: { login_as: sessionId },
  });
}

async function requireLoginAs(app: AppContext, actor: SessionSubject, record: UserRow): Promise<void> {
  const profile = await app.db.q
    .selectFrom('profiles')
    .select('grants')
    .where('id', '=', record.profile_id)
    .executeTakeFirstOrThrow();
  const code = canLogInAs(actor, asSubject(record, profile.grants as ProfileGrants), record);
  if (code !== null) throw new Problem(code, { refusal: refusalOf('users.login_as', record) });
}

/** A session that is being ended at this moment starts nothing; two starts from one session wait for each other. */
async function holdSession(app: AppContext, { sessionId }: SessionSubject): Promise<void> {
  const held = await app.db.q
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst();
  if (!held) throw new Problem('session/required');
}
