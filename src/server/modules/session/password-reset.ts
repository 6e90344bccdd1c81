import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { sendPasswordReset } from './links.ts';
import { storePassword } from './own-password.ts';
import { hashPassword } from './passwords.ts';
import { accountOf, actorOf, findByEmail, lockPerson } from './people.ts';
import { endSessions } from './sessions.ts';
import { throttle } from './throttle.ts';
import { consumeLink, deadLink, findLink } from './tokens.ts';

const underWay = new Set<Promise<void>>();

/** Answers before it looks: neither the answer nor its time tells whether the address is known. */
export async function requestPasswordReset(app: AppContext, email: string, address: string): Promise<void> {
  await throttle(app, { kind: 'password_reset', address, account: email });
  const work = sendToKnown(app, email)
    .catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)))
    .finally(() => underWay.delete(work));
  underWay.add(work);
}

/** Waits for the requests that were answered but not worked off yet: before the database closes, and in tests. */
export async function passwordResetsSettled(): Promise<void> {
  await Promise.all(underWay);
}

async function sendToKnown(app: AppContext, email: string): Promise<void> {
  await app.db.transaction(async () => {
    const found = await findByEmail(app, email);
    const person = await lockPerson(app, found?.id ?? null);
    if (person?.status !== 'active') return;
    await sendPasswordReset(app, person);
    await audit(app.db, {
      action: 'session.password_reset_requested',
      ...accountOf(person),
      actor: { id: null, name: 'Unknown person' },
    });
  });
}

/** Sets a new password by link and signs out every session. */
export async function confirmPasswordReset(
  app: AppContext,
  token: string,
  password: string,
  address: string,
) {
  await throttle(app, { kind: 'link', address });
  await findLink(app, token, 'password_reset');
  const hash = await hashPassword(password);
  await app.db.transaction(async () => {
    const link = await consumeLink(app, token, 'password_reset');
    const person = await lockPerson(app, link.user_id);
    if (person?.status !== 'active') deadLink();
    await storePassword(app, person, hash);
    await endSessions(app, person.id);
    await audit(app.db, { action: 'session.password_reset', ...accountOf(person), actor: actorOf(person) });
  });
}
