import { type Handled, routeSpec } from '../../../contract/routes.ts';
import type { sessionRoutes } from '../../../contract/session.ts';
import type { AppContext } from '../../app-context.ts';
import { readConfig } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import { seedProfiles } from '../../db/seed-profiles.ts';
import type { NewRow } from '../../db/tables.ts';
import { simulatedGateway } from '../../gateway/simulated/simulated-gateway.ts';
import { inRequest } from '../../http/request-context.ts';
import { loadSubject } from '../../http/session-subject.ts';
import { createJobQueue } from '../../jobs/job-queue.ts';
import { createMailQueue } from '../../mail/create-mail-queue.ts';
import { hashPassword } from './passwords.ts';
import { sessionHandlers } from './routes.ts';

export interface TestApp extends AppContext {
  /** Moves the clock on. */
  readonly pass: (seconds: number) => void;
  readonly close: () => Promise<void>;
}

/** The application over a migrated database, which it closes, with a clock that moves when told to. */
export async function testApp(db: Database, env: Record<string, string> = {}): Promise<TestApp> {
  const config = readConfig({ AMBIT_BASE_URL: 'https://portal.example.com', LOG_LEVEL: 'silent', ...env });
  const mail = createMailQueue({ db, config, log: { warn: () => undefined } });
  let ahead = 0;
  await seedProfiles(db);
  const clock = () => new Date(Date.now() + ahead);
  return {
    db,
    config,
    mail,
    jobs: createJobQueue(db),
    gateway: simulatedGateway({ db, clock, secret: 'test'.repeat(8), settleAfterMs: 1000 }),
    clock,
    pass: (seconds) => {
      ahead += seconds * 1000;
    },
    close: async () => {
      await mail.close();
      await db.close();
    },
  };
}

export const password = 'correct horse battery';
let hash: Promise<string> | null = null;

/** An active account executive with `password`, unless told otherwise. */
export async function addPerson(
  app: AppContext,
  given: Partial<NewRow<'users'>> & { profile?: string } = {},
) {
  const { profile = 'csr_senior', ...values } = given;
  const id = newId();
  hash ??= hashPassword(password);
  const { id: profile_id } = await app.db.q
    .selectFrom('profiles')
    .select('id')
    .where('key', '=', profile)
    .executeTakeFirstOrThrow();
  const person = {
    id,
    role: 'account_executive',
    profile_id,
    first_name: 'Grace',
    last_name: 'Hopper',
    email: `${id}@example.com`,
    status: 'active',
    password_hash: await hash,
    ...values,
  } as const;
  await app.db.q.insertInto('users').values(person).execute();
  return person;
}

type Key = keyof typeof sessionRoutes;
interface From {
  readonly token?: string;
  readonly address?: string;
}

/** Calls a handler the way the registry does; `cookie` is what it set, null when it removed it. */
export async function call<K extends Key>(
  app: AppContext,
  key: K,
  body: Handled[K]['body'],
  from: From = {},
) {
  const spec = routeSpec(key);
  const subject = from.token ? await loadSubject(app.db, from.token, app.clock()) : null;
  if (spec.access.kind === 'signed_in' && !subject) throw new Error('Not signed in');
  let cookie: string | null | undefined;
  const address = from.address ?? `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join('.')}`;
  const context = {
    subject,
    body,
    address,
    userAgent: 'Test',
    setSession: (token: string | null) => {
      cookie = token;
    },
  };
  // What the registry hands over, less what no route of this module reads.
  const handler = sessionHandlers(app)[key] as unknown as (given: object) => Promise<Handled[K]['output']>;
  const actor = subject ? { id: subject.userId, name: subject.name } : null;
  const work = () => handler(context);
  const output = await inRequest({ requestId: 'test', address, actor, decisionId: null }, () =>
    key.startsWith('GET') || spec.ownTransaction ? work() : app.db.transaction(work),
  );
  return { output, cookie };
}

export async function signedIn(app: AppContext, email: string): Promise<string> {
  const { cookie } = await call(app, 'POST /session', { email, password });
  if (!cookie) throw new Error('No cookie was set');
  return cookie;
}

/** The token of the newest link mailed to an address. */
export async function mailedToken(app: AppContext, to: string): Promise<string> {
  const mails = await mailsTo(app, to);
  const token = mails.map((mail) => /[?]token=([\w-]+)/.exec(mail.body_text)?.[1]).findLast((found) => found);
  if (!token) throw new Error(`No link was mailed to ${to}`);
  return token;
}

export async function mailsTo(app: AppContext, to: string) {
  return app.db.q
    .selectFrom('mails')
    .selectAll()
    .where('to_address', '=', to)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function auditOf(app: AppContext, action: string) {
  return app.db.q.selectFrom('audit_log').selectAll().where('action', '=', action).orderBy('id').execute();
}
