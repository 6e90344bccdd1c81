import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import type { AppContext } from '../../src/server/app-context.ts';
import { buildApp } from '../../src/server/build-app.ts';
import { catalogFingerprint } from '../../src/server/catalog-fingerprint.ts';
import { readConfig } from '../../src/server/config.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { writeFingerprint } from '../../src/server/db/installation.ts';
import { seedProfiles } from '../../src/server/db/seed-profiles.ts';
import type { NewRow } from '../../src/server/db/tables.ts';
import {
  type SimulatedGateway,
  simulatedGateway,
} from '../../src/server/gateway/simulated/simulated-gateway.ts';
import { hashToken } from '../../src/server/http/session-subject.ts';
import { createJobQueue } from '../../src/server/jobs/job-queue.ts';
import { createMailQueue } from '../../src/server/mail/create-mail-queue.ts';
import { testDatabase } from './database.ts';

export interface TestApp {
  readonly app: AppContext;
  readonly db: Database;
  readonly server: FastifyInstance;
  /** Sends a request as a person; the answer with its parsed body. */
  readonly as: (
    userId: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Moves the clock on by so many days. */
  readonly pass: (days: number) => void;
  readonly gateway: SimulatedGateway;
  readonly close: () => Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly text: string;
  readonly headers: Record<string, unknown>;
}

/** The whole application over a database of its own, with shipped profiles and nobody in it. */
export async function testApp(): Promise<TestApp> {
  const db = await testDatabase();
  await seedProfiles(db);
  await writeFingerprint(db, catalogFingerprint);
  return { ...(await appOver(db)), db };
}

/** Another application over the same database: a second node. */
export async function appOver(db: Database): Promise<Omit<TestApp, 'db'>> {
  const config = { ...readConfig({ LOG_LEVEL: 'silent' }), requestsPerMinute: 1_000_000 };
  const mail = createMailQueue({ db, config, log: pino({ level: 'silent' }) });
  let ahead = 0;
  const clock = () => new Date(Date.now() + ahead);
  const gateway = simulatedGateway({ db, clock, secret: 'test'.repeat(8), settleAfterMs: 1000 });
  const app: AppContext = { db, config, mail, jobs: createJobQueue(db), gateway, clock };
  const pass = (days: number) => {
    ahead += days * 86_400_000;
  };
  const server = await buildApp(app);
  const as: TestApp['as'] = async (userId, method, path, body, headers = {}) => {
    const cookie = userId === null ? {} : { cookie: `ambit_session=${await sessionOf(db, userId, clock())}` };
    const answer = await server.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url: `/api/v1${path}`,
      headers: { ...cookie, ...headers },
      ...(body === undefined ? {} : { payload: body as Record<string, unknown> }),
    });
    const json = answer.headers['content-type']?.toString().includes('json') && answer.body !== '';
    return {
      status: answer.statusCode,
      body: json ? (JSON.parse(answer.body) as Record<string, unknown>) : {},
      text: answer.body,
      headers: answer.headers,
    };
  };
  const close = async () => {
    await server.close();
    await mail.close();
    await db.close();
  };
  return { app, server, as, pass, gateway, close };
}

const tokens = new WeakMap<Database, Set<string>>();

/** The session token of a person; where the clock was moved on, they have signed in anew. */
export function tokenOf(userId: string, now = new Date()): string {
  return `test-session-of-${userId} on ${now.toISOString().slice(0, 10)}`;
}

async function sessionOf(db: Database, userId: string, now: Date): Promise<string> {
  const known = tokens.get(db) ?? new Set<string>();
  tokens.set(db, known);
  const token = tokenOf(userId, now);
  if (!known.has(token)) {
    const expires_at = new Date(now.getTime() + 3_600_000);
    await db.q
      .insertInto('sessions')
      .values({
        token_hash: hashToken(token),
        id: newId(),
        user_id: userId,
        expires_at,
        created_at: now,
        last_seen_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    known.add(token);
  }
  return token;
}

/** The id of a shipped profile. */
export async function shippedProfileId(db: Database, key: string): Promise<string> {
  const row = await db.q.selectFrom('profiles').select('id').where('key', '=', key).executeTakeFirstOrThrow();
  return row.id;
}

/** An active person with a shipped profile. */
export async function addPerson(
  db: Database,
  role: NewRow<'users'>['role'],
  profileKey: string,
  more: Partial<NewRow<'users'>> = {},
): Promise<string> {
  const id = newId();
  await db.q
    .insertInto('users')
    .values({
      id,
      role,
      profile_id: await shippedProfileId(db, profileKey),
      first_name: 'Test',
      last_name: profileKey,
      email: `${id}@example.com`,
      status: 'active',
      password_hash: 'x',
      ...more,
    })
    .execute();
  return id;
}

export async function addOrganization(
  db: Database,
  values: Partial<NewRow<'organizations'>> = {},
): Promise<string> {
  const id = newId();
  await db.q
    .insertInto('organizations')
    .values({ id, name: `Organization ${id.slice(-6)}`, ...values })
    .execute();
  return id;
}

/** A profile of CRM and Settings, written as it is: what the API would refuse to save can be tried too. */
export async function addProfile(
  db: Database,
  name: string,
  role_type: 'admin' | 'csr',
  resources: object,
): Promise<string> {
  const id = newId();
  const grants = JSON.stringify({ groups: ['crm', 'settings'], resources, may_invite: [] });
  await db.q.insertInto('profiles').values({ id, name, role_type, grants }).execute();
  await db.q.insertInto('profile_versions').values({ profile_id: id, version: 1, name, grants }).execute();
  return id;
}
