import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { tellPasswordChanged } from './links.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { accountOf, actorOf, findPerson, lockPerson, type Person } from './people.ts';
import { endSessions } from './sessions.ts';
import { throttle } from './throttle.ts';
import { voidLinks } from './tokens.ts';

export interface PasswordChange {
  readonly current_password: string;
  readonly new_password: string;
}

/** Changes a person's own password and signs out every other session. */
export async function changeOwnPassword(
  app: AppContext,
  subject: SessionSubject,
  { current_password, new_password }: PasswordChange,
): Promise<void> {
  const person = await requireOwnPassword(app, subject.userId, current_password);
  const hash = await hashPassword(new_password);
  await app.db.transaction(async () => {
    const now = await lockPerson(app, person.id);
    if (now?.status !== 'active' || now.password_hash !== person.password_hash) wrong();
    await storePassword(app, person, hash);
    await endSessions(app, person.id, subject.sessionId);
    await audit(app.db, { action: 'session.password_changed', ...accountOf(person), actor: actorOf(person) });
  });
}

/** The person who gave their own password again; a stolen session alone is not enough for what follows. */
export async function requireOwnPassword(app: AppContext, userId: string, password: string): Promise<Person> {
  await throttle(app, { kind: 'own_password', account: userId });
  const person = await findPerson(app, userId);
  const right = await verifyPassword(person?.password_hash ?? null, password);
  return right && person ? person : wrong();
}

/** A new password: links to set another one die, and the person is told. In the caller's transaction. */
export async function storePassword(app: AppContext, person: Person, hash: string): Promise<void> {
  await app.db.q.updateTable('users').set({ password_hash: hash }).where('id', '=', person.id).execute();
  await voidLinks(app, person.id, ['password_reset', 'email_change']);
  await tellPasswordChanged(app, person);
}

function wrong(): never {
  throw new Problem('session/password-wrong', {
    fields: [{ field: 'current_password', code: 'wrong', message: 'Is not the current password' }],
  });
}
