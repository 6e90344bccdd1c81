import type { AppContext } from '../../app-context.ts';
import { newId } from '../../db/id.ts';
import { hashToken } from '../../http/session-subject.ts';
import { newToken } from './tokens.ts';

const hourMs = 3_600_000;
const idleMs = 12 * hourMs;
const absoluteMs = 14 * 24 * hourMs;

export interface Device {
  readonly address: string;
  readonly userAgent: string | null;
}

/** A session at once: its token goes to the cookie, its hash to the database. */
export async function openSession(app: AppContext, userId: string, device: Device) {
  const now = app.clock();
  const token = newToken();
  await app.db.q
    .insertInto('sessions')
    .values({
      id: newId(),
      token_hash: hashToken(token),
      user_id: userId,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + idleMs),
      address: device.address.slice(0, 100),
      user_agent: device.userAgent?.slice(0, 500) ?? null,
    })
    .execute();
  return { token, until: new Date(now.getTime() + absoluteMs) };
}

/** Moves the end of a session that is in use, up to its absolute end. Written at most once in half the idle time. */
export async function extendSession(app: AppContext, sessionId: string): Promise<void> {
  const now = app.clock().getTime();
  await app.db.raw(
    `update sessions set expires_at = least(created_at + $2 * interval '1 millisecond', $3::timestamptz)
where id = $1 and expires_at < $4::timestamptz`,
    [sessionId, absoluteMs, new Date(now + idleMs), new Date(now + idleMs / 2)],
  );
}

/**
 * Signs somebody out everywhere, at once, and whoever is logged in as them; `exceptSessionId` is the session they did it
 * from. What they had begun as others ends with the session it was begun from.
 */
export async function endSessions(app: AppContext, userId: string, exceptSessionId?: string): Promise<void> {
  let ended = app.db.q.deleteFrom('sessions').where('user_id', '=', userId);
  if (exceptSessionId !== undefined) ended = ended.where('id', '<>', exceptSessionId);
  await ended.execute();
  await app.db.q.deleteFrom('login_as_sessions').where('user_id', '=', userId).execute();
}

export async function endSession(app: AppContext, sessionId: string): Promise<void> {
  await app.db.q.deleteFrom('sessions').where('id', '=', sessionId).execute();
}

/** Deletes rows that nothing reads any more: ended sessions, old links, old counts of attempts. How many of each. */
export async function sweepSessions(app: AppContext) {
  const now = app.clock().getTime();
  const { q } = app.db;
  const sessions = await q.deleteFrom('sessions').where('expires_at', '<', new Date(now)).executeTakeFirst();
  await q.deleteFrom('login_as_sessions').where('expires_at', '<', new Date(now)).execute();
  const links = await q
    .deleteFrom('user_tokens')
    .where('expires_at', '<', new Date(now - 30 * 24 * hourMs))
    .executeTakeFirst();
  const attempts = await q
    .deleteFrom('throttle')
    .where('window_start', '<', new Date(now - hourMs))
    .executeTakeFirst();
  return {
    sessions: Number(sessions.numDeletedRows),
    links: Number(links.numDeletedRows),
    sign_in_counts: Number(attempts.numDeletedRows),
  };
}
