import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { invalid } from '../../http/problem.ts';
import { sendEmailChange, tellEmailChanged } from './links.ts';
import { requireOwnPassword } from './own-password.ts';
import { accountOf, actorOf, findByEmail, lockPerson } from './people.ts';
import { throttle } from './throttle.ts';
import { consumeLink, deadLink, voidLinks } from './tokens.ts';

export interface EmailChange {
  readonly email: string;
  readonly current_password: string;
}

/**
 * Sends a link to the new address. An address that somebody else has is not refused here: that would tell
 * everybody who is signed in which addresses have accounts. The link finds out.
 */
export async function requestEmailChange(
  app: AppContext,
  userId: string,
  { email, current_password }: EmailChange,
): Promise<void> {
  const person = await requireOwnPassword(app, userId, current_password);
  if (email === person.email.toLowerCase()) throw invalid('email', 'Is your address already', 'unchanged');
  await app.db.transaction(async () => {
    await sendEmailChange(app, person, email);
    await audit(app.db, {
      action: 'session.email_change_requested',
      ...accountOf(person),
      detail: { email },
    });
  });
}

/** Moves the account to the address whose link was opened; the link dies when somebody else got the address. */
export async function confirmEmailChange(app: AppContext, token: string, address: string): Promise<void> {
  await throttle(app, { kind: 'link', address });
  const moved = await app.db.transaction(() => moveAccount(app, token)).catch(takenMeanwhile);
  if (!moved) deadLink();
}

/** False when the address is taken: the link is used up all the same. */
async function moveAccount(app: AppContext, token: string): Promise<boolean> {
  const link = await consumeLink(app, token, 'email_change');
  const person = await lockPerson(app, link.user_id);
  if (person?.status !== 'active' || link.new_email === null) return false;
  if (await findByEmail(app, link.new_email)) return false;
  await app.db.q
    .updateTable('users')
    .set({ email: link.new_email, version: person.version + 1, updated_at: app.clock() })
    .where('id', '=', person.id)
    .execute();
  // Links that went to the old address open the account no longer.
  await voidLinks(app, person.id, ['password_reset', 'email_change']);
  await tellEmailChanged(app, person);
  await audit(app.db, {
    action: 'session.email_changed',
    ...accountOf(person),
    itemLabel: link.new_email,
    actor: actorOf(person),
    changes: [{ field: 'email', from: person.email, to: link.new_email }],
  });
  return true;
}

function takenMeanwhile(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === '23505') return false;
  throw error;
}
