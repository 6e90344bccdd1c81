import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../db/database.ts';
import { Problem } from './problem.ts';

/** How long an answer is kept; after that its key is as good as new. */
export const keptForMs = 7 * 24 * 3_600_000;

const keyHeader = 'Idempotency-Key';
const printable = /^[\x20-\x7e]{1,255}$/;

/** One try of a request that must have its effect once. */
export interface Attempt {
  readonly userId: string;
  readonly route: string;
  /** As in the header, not looked at yet. */
  readonly key: string | undefined;
  readonly hash: Buffer;
  readonly now: Date;
  /** Another transaction holds this key at this moment. */
  readonly inFlight: boolean;
}

/** An answer as it was sent, or is about to be. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: string | null;
  readonly replayed: boolean;
}

interface Begin {
  readonly db: Database;
  readonly userId: string;
  /** Method and path as in the contract. */
  readonly route: string;
  readonly request: FastifyRequest;
  readonly now: Date;
}

/**
 * Takes the key for the transaction around it, without waiting and without saying yet what it found:
 * whoever may not do this at all must not learn of other requests. A crash lets go of the key by itself.
 */
export async function beginAttempt({ db, userId, route, request, now }: Begin): Promise<Attempt> {
  const header = request.headers[keyHeader.toLowerCase()];
  const key = typeof header === 'string' ? header : undefined;
  const attempt = { userId, route, key, hash: hashOf(request), now };
  if (key === undefined) return { ...attempt, inFlight: false };
  const [taken] = await db.raw<{ free: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free',
    [`idempotency ${userId} ${route} ${key}`],
  );
  return { ...attempt, inFlight: taken?.free !== true };
}

/** The answer this attempt was given before, or null for a new one. Throws what stands in its way. */
export async function earlierAnswer(db: Database, attempt: Attempt): Promise<KeptAnswer | null> {
  const { userId, route, hash, now, inFlight } = attempt;
  const key = requireKey(attempt);
  if (inFlight) throw new Problem('idempotency/in-flight', { retryAfterSeconds: 1 });
  const kept = await db.q
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'body'])
    .where('user_id', '=', userId)
    .where('route', '=', route)
    .where('key', '=', key)
    .where('created_at', '>', endOfLife(now))
    .executeTakeFirst();
  if (!kept) return null;
  if (!hash.equals(kept.request_hash)) {
    throw new Problem('idempotency/key-reused', {
      detail: 'A key belongs to one request. Send another key with another request.',
      fields: [{ field: keyHeader, code: 'reused', message: 'Was used for another request' }],
    });
  }
  return { status: kept.status, body: kept.body, replayed: true };
}

/** Stores the answer beside the effect, in the transaction of both. The primary key has the last word. */
export async function keepAnswer(
  db: Database,
  attempt: Attempt,
  status: number,
  body: string | null,
): Promise<KeptAnswer> {
  const { userId, route, hash, now } = attempt;
  const kept = { request_hash: hash, status, body, created_at: now };
  const stored = await db.q
    .insertInto('idempotency_keys')
    .values({ user_id: userId, route, key: requireKey(attempt), ...kept })
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'route', 'key'])
        .doUpdateSet(kept)
        .where('idempotency_keys.created_at', '<=', endOfLife(now)),
    )
    .returning('status')
    .executeTakeFirst();
  if (!stored) throw new Problem('idempotency/in-flight', { retryAfterSeconds: 1 });
  return { status, body, replayed: false };
}

/** Sends an answer exactly as it was stored. */
export function sendKept(reply: FastifyReply, { status, body, replayed }: KeptAnswer): FastifyReply {
  reply.code(status);
  if (replayed) reply.header('idempotency-replayed', 'true');
  return body === null ? reply.send() : reply.type('application/json; charset=utf-8').send(body);
}

/** Forgets answers past their time; the number of them. */
export async function purgeAnswers(db: Database, now: Date): Promise<number> {
  const gone = await db.q
    .deleteFrom('idempotency_keys')
    .where('created_at', '<=', endOfLife(now))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

function requireKey({ key }: Attempt): string {
  if (key !== undefined && printable.test(key)) return key;
  const message =
    key === undefined ? 'Is missing' : 'Must have 1 to 255 printable characters without accents';
  const code = key === undefined ? 'required' : 'invalid';
  throw new Problem('idempotency/key-required', {
    detail: `Send a new ${keyHeader} with each attempt, and the same one when you repeat it.`,
    fields: [{ field: keyHeader, code, message }],
  });
}

function endOfLife(now: Date): Date {
  return new Date(now.getTime() - keptForMs);
}

function hashOf({ method, url, body }: FastifyRequest): Buffer {
  const canonical = JSON.stringify([method, url, inOrder(body ?? null)]);
  return createHash('sha256').update(canonical).digest();
}

/** The same value with the keys of its objects in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => [key, inOrder(part)]);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1));
}
