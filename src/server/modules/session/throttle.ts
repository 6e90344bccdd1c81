import { createHash } from 'node:crypto';
import type { AppContext } from '../../app-context.ts';
import { Problem } from '../../http/problem.ts';

const perMinute = 10;
const windowMs = 60_000;

export interface Attempt {
  /** What is attempted: attempts of one kind do not use up those of another. */
  readonly kind: 'sign_in' | 'password_reset' | 'link' | 'own_password';
  readonly address?: string;
  readonly account?: string;
}

/**
 * Counts an attempt against its address and its account, before anything is checked and whatever comes of it.
 * Counted in the database, so the limit is the same however many nodes answer.
 */
export async function throttle(app: AppContext, { kind, address, account }: Attempt): Promise<void> {
  const now = app.clock();
  const buckets = [
    ...(account === undefined ? [] : [`${kind}:account:${digest(account.trim().toLowerCase())}`]),
    ...(address === undefined ? [] : [`${kind}:address:${address.slice(0, 100)}`]),
  ];
  const waits = await app.db.transaction(async () => {
    const found: number[] = [];
    for (const bucket of buckets) found.push(await count(app, bucket, now));
    return found;
  });
  const wait = Math.max(0, ...waits);
  if (wait > 0) throw new Problem('request/too-many', { retryAfterSeconds: Math.ceil(wait / 1000) });
}

/** Milliseconds until the bucket takes an attempt again; 0 when it took this one. A window starts with its first attempt. */
async function count(app: AppContext, bucket: string, now: Date): Promise<number> {
  const { db } = app;
  const start = new Date(now.getTime() - windowMs);
  await db.raw('select pg_advisory_xact_lock(hashtextextended($1, 0))', [bucket]);
  await db.q.deleteFrom('throttle').where('bucket', '=', bucket).where('window_start', '<=', start).execute();
  const open = await db.q
    .selectFrom('throttle')
    .select(['window_start', 'count'])
    .where('bucket', '=', bucket)
    .executeTakeFirst();
  if (!open) {
    await db.q.insertInto('throttle').values({ bucket, window_start: now, count: 1 }).execute();
    return 0;
  }
  if (open.count >= perMinute) return Math.max(1, open.window_start.getTime() + windowMs - now.getTime());
  await db.q
    .updateTable('throttle')
    .set({ count: open.count + 1 })
    .where('bucket', '=', bucket)
    .where('window_start', '=', open.window_start)
    .execute();
  return 0;
}

/** Buckets carry no e-mail addresses: the table outlives the attempt. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
