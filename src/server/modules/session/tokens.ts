import { randomBytes } from 'node:crypto';
import type { AppContext } from '../../app-context.ts';
import type { Row } from '../../db/tables.ts';
import { Problem } from '../../http/problem.ts';
import { hashToken } from '../../http/session-subject.ts';

type Purpose = Row<'user_tokens'>['purpose'];
export type LinkToken = Row<'user_tokens'>;

const hourMs = 3_600_000;
const lifeMs: Record<Purpose, number> = {
  activation: 7 * 24 * hourMs,
  password_reset: hourMs,
  email_change: 24 * hourMs,
  setup: 24 * hourMs,
};
const pages: Record<Purpose, string> = {
  activation: '/activate',
  password_reset: '/reset',
  email_change: '/confirm-email',
  setup: '/setup',
};

/** 256 random bits; only their hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export interface LinkFor {
  readonly purpose: Purpose;
  readonly userId: string | null;
  readonly newEmail?: string;
}

/** Makes a one-time link; older ones of the same purpose and person stop working. */
export async function issueLink(app: AppContext, { purpose, userId, newEmail }: LinkFor): Promise<string> {
  const token = newToken();
  await voidLinks(app, userId, [purpose]);
  await app.db.q
    .insertInto('user_tokens')
    .values({
      token_hash: hashToken(token),
      user_id: userId,
      purpose,
      new_email: newEmail ?? null,
      expires_at: new Date(app.clock().getTime() + lifeMs[purpose]),
    })
    .execute();
  return `${app.config.baseUrl}${pages[purpose]}?token=${token}`;
}

export async function voidLinks(
  app: AppContext,
  userId: string | null,
  purposes: readonly Purpose[],
): Promise<void> {
  await app.db.q
    .updateTable('user_tokens')
    .set({ used_at: app.clock() })
    .where('user_id', 'is not distinct from', userId)
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .execute();
}

/** The token as it stands, unused and in time; used up by nothing. Unknown, used and expired look alike. */
export async function findLink(app: AppContext, token: string, purpose: Purpose): Promise<LinkToken> {
  const found = await app.db.q
    .selectFrom('user_tokens')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', app.clock())
    .executeTakeFirst();
  return found ?? deadLink();
}

/** Uses a token up. Of two that try at once only one is given it. */
export async function consumeLink(app: AppContext, token: string, purpose: Purpose): Promise<LinkToken> {
  const now = app.clock();
  const used = await app.db.q
    .updateTable('user_tokens')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  return used ?? deadLink();
}

export function deadLink(): never {
  throw new Problem('link/invalid');
}
