import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { newId } from '../../db/id.ts';
import { hashPassword } from './passwords.ts';
import { throttle } from './throttle.ts';
import { consumeLink, deadLink, findLink, issueLink } from './tokens.ts';

export interface FirstAdministrator {
  readonly token: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly password: string;
  readonly company_name?: string | undefined;
}

/** True while nobody can sign in because nobody exists. */
export async function needsSetup(app: AppContext): Promise<boolean> {
  const somebody = await app.db.q.selectFrom('users').select('id').limit(1).executeTakeFirst();
  return somebody === undefined;
}

/** The link with which the first administrator is made, for whoever runs the server; null once anybody exists. */
export async function createSetupLink(app: AppContext): Promise<string | null> {
  return app.db.transaction(async () =>
    (await needsSetup(app)) ? issueLink(app, { purpose: 'setup', userId: null }) : null,
  );
}

/** Makes the first Global Administrator; once anybody exists, the link is as good as none. */
export async function setUp(app: AppContext, first: FirstAdministrator, address: string): Promise<void> {
  await throttle(app, { kind: 'link', address });
  await findLink(app, first.token, 'setup');
  const hash = await hashPassword(first.password);
  await app.db.transaction(async () => {
    // Two set-ups at once must not both find nobody.
    await app.db.raw('lock table users in share row exclusive mode');
    if (!(await needsSetup(app))) deadLink();
    await consumeLink(app, first.token, 'setup');
    await makeAdministrator(app, first, hash);
    if (first.company_name !== undefined) await nameCompany(app, first.company_name);
  });
}

async function makeAdministrator(app: AppContext, first: FirstAdministrator, hash: string): Promise<void> {
  const profile = await app.db.q
    .selectFrom('profiles')
    .select('id')
    .where('key', '=', 'global_administrator')
    .executeTakeFirstOrThrow();
  const { first_name, last_name, email } = first;
  const person = { id: newId(), first_name, last_name, email };
  await app.db.q
    .insertInto('users')
    .values({
      ...person,
      role: 'global_administrator',
      profile_id: profile.id,
      password_hash: hash,
      status: 'active',
    })
    .execute();
  await audit(app.db, {
    action: 'session.set_up',
    itemType: 'users',
    itemId: person.id,
    itemLabel: email,
    actor: { id: person.id, name: `${first_name} ${last_name}` },
    changes: [{ field: 'role', from: null, to: 'global_administrator' }],
  });
}

async function nameCompany(app: AppContext, name: string): Promise<void> {
  const { q } = app.db;
  await q
    .updateTable('company_settings')
    .set((row) => ({ name, version: row('version', '+', 1), updated_at: app.clock() }))
    .execute();
}
