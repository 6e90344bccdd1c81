import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { AppContext } from './app-context.ts';
import { buildApp } from './build-app.ts';
import { catalogFingerprint } from './catalog-fingerprint.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/database.ts';
import { readFingerprint, writeFingerprint } from './db/installation.ts';
import { migrate, pendingMigrations } from './db/migrate.ts';
import { seedProfiles } from './db/seed-profiles.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { type SimulatedGateway, simulatedGateway } from './gateway/simulated/simulated-gateway.ts';
import { startNoticeDelivery } from './http/gateway-notices.ts';
import { logRedactions } from './http/log-options.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { startJobLoop } from './jobs/job-loop.ts';
import { createJobQueue, type OpenQueue } from './jobs/job-queue.ts';
import { createMailQueue } from './mail/create-mail-queue.ts';
import { passwordResetsSettled } from './modules/session/password-reset.ts';
import { createSetupLink } from './modules/session/setup.ts';

export interface OpenedApp {
  readonly app: AppContext;
  readonly queue: OpenQueue;
  readonly gateway: SimulatedGateway;
  readonly close: () => Promise<void>;
}

/** Opens the database of a configuration, brings it up to date and makes what every module works with. */
export async function openApp(given: Config, { upgrade = false } = {}): Promise<OpenedApp> {
  const config = given.databaseUrl ? given : { ...given, secret: given.secret ?? localSecret(given.dataDir) };
  const db = await openDatabase(
    config.databaseUrl
      ? { kind: 'postgres', url: config.databaseUrl }
      : { kind: 'embedded', dataDir: config.dataDir },
  );
  try {
    await bringUpToDate(db, upgrade || db.engine === 'embedded');
  } catch (error) {
    await db.close();
    throw error;
  }
  const mail = createMailQueue({ db, config, log: pino({ level: config.logLevel, redact: logRedactions }) });
  const close = async () => {
    await mail.close();
    await db.close();
  };
  const queue = createJobQueue(db);
  const ahead = config.clockDays * 86_400_000;
  const clock = () => new Date(Date.now() + ahead);
  const secret = config.secret ?? localSecret(config.dataDir);
  const gateway = simulatedGateway({ db, clock, secret, settleAfterMs: 20_000 });
  return { app: { db, config, mail, jobs: queue, gateway, clock }, queue, gateway, close };
}

/** Thrown when a database that others may be serving was made by another version. */
export class UpgradeNeeded extends Error {
  constructor() {
    super(
      'The database belongs to another version of Ambit. Stop the other nodes, then run: npx ambit migrate',
    );
  }
}

/** A new database is made ready; one in use is changed only when told to, because other nodes may still serve it. */
async function bringUpToDate(db: Database, mayUpgrade: boolean): Promise<void> {
  const pending = await pendingMigrations(db);
  const fresh = pending.length > 0 && !(await isInstalled(db));
  const known = fresh ? null : await readFingerprint(db);
  const current = pending.length === 0 && known === catalogFingerprint;
  if (!current && !fresh && !mayUpgrade) throw new UpgradeNeeded();
  await migrate(db);
  await seedProfiles(db);
  if (!current) await writeFingerprint(db, catalogFingerprint);
}

async function isInstalled(db: Database): Promise<boolean> {
  const [row] = await db.raw<{ found: boolean }>(`select to_regclass('installation') is not null as found`);
  return row?.found === true;
}

/** The signing secret of an embedded installation, made once and readable by its owner alone. */
function localSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Starts a server and says where it listens; without users it prints the one-time setup link. */
export async function startServer(config: Config): Promise<{ address: string; close: () => Promise<void> }> {
  const opened = await openApp(config);
  const { app } = opened;
  if (config.demo) await seedDemo(app);
  const server = await buildApp(app);
  const address = await server.listen({ port: config.port, host: config.host });
  const setup = await createSetupLink(app);
  console.log(`Ambit listens on ${config.port === 0 ? address : config.baseUrl}`);
  if (setup)
    console.log(
      `No one can sign in yet. Make the first Global Administrator here, within 24 hours:\n  ${setup}`,
    );
  const loop = startJobLoop({
    app,
    queue: opened.queue,
    handlers: jobHandlers,
    log: server.log,
    waitMs: 1000,
  });
  const notices = startNoticeDelivery(opened.gateway, server);
  const close = async () => {
    notices.stop();
    await Promise.all([server.close(), loop.stop()]);
    await passwordResetsSettled();
    await opened.close();
  };
  return { address, close };
}
