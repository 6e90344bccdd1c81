import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { hashPassword } from './passwords.ts';
import { accountOf, actorOf, findPerson, lockPerson } from './people.ts';
import { throttle } from './throttle.ts';
import { consumeLink, deadLink, findLink, voidLinks } from './tokens.ts';

/** Whom an activation link is for; it stays usable. */
export async function checkActivation(app: AppContext, token: string, address: string) {
  await throttle(app, { kind: 'link', address });
  const link = await findLink(app, token, 'activation');
  const person = link.user_id === null ? undefined : await findPerson(app, link.user_id);
  if (person?.status !== 'invited') deadLink();
  return { email: person.email, first_name: person.first_name };
}

/** Sets the first password of an invited person, who can sign in from then on. */
export async function activate(
  app: AppContext,
  token: string,
  password: string,
  address: string,
): Promise<void> {
  await throttle(app, { kind: 'link', address });
  await findLink(app, token, 'activation');
  const hash = await hashPassword(password);
  await app.db.transaction(async () => {
    const link = await consumeLink(app, token, 'activation');
    const person = await lockPerson(app, link.user_id);
    if (person?.status !== 'invited') deadLink();
    await app.db.q
      .updateTable('users')
      .set({
        password_hash: hash,
        status: 'active',
        version: person.version + 1,
        updated_at: app.clock(),
      })
      .where('id', '=', person.id)
      .execute();
    await voidLinks(app, person.id, ['activation', 'password_reset', 'email_change']);
    await audit(app.db, {
      action: 'session.activated',
      ...accountOf(person),
      actor: actorOf(person),
      changes: [{ field: 'status', from: 'invited', to: 'active' }],
    });
  });
}
