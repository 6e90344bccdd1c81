import type { Command } from 'commander';
import { email as emailSchema, requiredText } from '../../contract/route.ts';
import type { AppContext } from '../../server/app-context.ts';
import { audit } from '../../server/audit/audit.ts';
import { newId } from '../../server/db/id.ts';
import { hashPassword } from '../../server/modules/session/passwords.ts';
import { endSessions } from '../../server/modules/session/sessions.ts';
import { withApp } from '../open-app.ts';
import { CommandRefused, exitCodes, type Outcome } from '../outcome.ts';
import { readPassword } from '../read-password.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';

interface Options extends CommonOptions {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

export interface Administrator {
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly password: string;
}

export function addAdmin(program: Command): void {
  program
    .command('admin')
    .description('Look after Global Administrators when nobody can sign in.')
    .command('create')
    .description(
      'Make a Global Administrator; one who exists is enabled again with the new password and signed out everywhere. ' +
        'The password is asked for, or read as the first line of the input.',
    )
    .requiredOption('--email <address>', 'the address to sign in with')
    .option('--first-name <name>', 'first name', 'Global')
    .option('--last-name <name>', 'last name', 'Administrator')
    .option('--json', 'print the result as JSON')
    .action((options: Options) =>
      runCommand(options, async (config) => {
        const names = checked(options);
        const password = await readPassword();
        return withApp(config, (app) => createAdministrator(app, { ...names, password }));
      }),
    );
}

function checked({ email, firstName, lastName }: Options) {
  const address = emailSchema.safeParse(email);
  const first = requiredText(100).safeParse(firstName);
  const last = requiredText(100).safeParse(lastName);
  if (address.success && first.success && last.success) {
    return { email: address.data, first_name: first.data, last_name: last.data };
  }
  throw new CommandRefused(
    '--email must be an e-mail address, and names must have 1 to 100 characters.',
    exitCodes.usage,
  );
}

/** Makes the administrator or opens the account of one again: the way in when every other is closed. */
export async function createAdministrator(app: AppContext, given: Administrator): Promise<Outcome> {
  const { email } = given;
  const hash = await hashPassword(given.password);
  return app.db.transaction(async () => {
    const [known] = await app.db.raw<{ id: string; role: string; status: string }>(
      'select id, role, status from users where lower(email) = $1 for update',
      [email],
    );
    if (known && known.role !== 'global_administrator') {
      throw new CommandRefused(
        `${email} belongs to a user who is not a Global Administrator; nothing was changed.`,
      );
    }
    if (known) await reenable(app, known, email, hash);
    else await insert(app, given, hash);
    const text = known
      ? `${email} can sign in again, with the new password.`
      : `${email} is a Global Administrator now.`;
    return { data: { email, created: known === undefined }, text };
  });
}

async function reenable(
  app: AppContext,
  known: { id: string; status: string },
  email: string,
  hash: string,
): Promise<void> {
  const { db } = app;
  await db.q
    .updateTable('users')
    .set((row) => ({
      status: 'active',
      password_hash: hash,
      updated_at: app.clock(),
      version: row('version', '+', 1),
    }))
    .where('id', '=', known.id)
    .execute();
  await endSessions(app, known.id);
  const changes = known.status === 'active' ? [] : [{ field: 'status', from: known.status, to: 'active' }];
  await audit(db, {
    action: 'admin.reenable',
    itemType: 'users',
    itemId: known.id,
    itemLabel: email,
    changes,
  });
}

async function insert(
  app: AppContext,
  { email, first_name, last_name }: Administrator,
  hash: string,
): Promise<void> {
  const { db } = app;
  const profile = await db.q
    .selectFrom('profiles')
    .select('id')
    .where('key', '=', 'global_administrator')
    .executeTakeFirstOrThrow();
  const id = newId();
  const person = {
    id,
    email,
    first_name,
    last_name,
    role: 'global_administrator',
    profile_id: profile.id,
  } as const;
  await db.q
    .insertInto('users')
    .values({ ...person, status: 'active', password_hash: hash })
    .execute();
  const changes = [{ field: 'role', from: null, to: 'global_administrator' }];
  await audit(db, { action: 'admin.create', itemType: 'users', itemId: id, itemLabel: email, changes });
}
