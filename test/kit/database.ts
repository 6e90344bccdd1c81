import { createHash, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, openAsBlob, rmSync } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/server/db/database.ts';
import { migrate } from '../../src/server/db/migrate.ts';
import { migrations } from '../../src/server/db/migrations/list.ts';

const schema = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
const templateLock = 4_171_955;

/** A migrated database of the test file's own, on the engine AMBIT_TEST_ENGINE names; the caller closes it. */
export function testDatabase(): Promise<Database> {
  return process.env.AMBIT_TEST_ENGINE === 'postgres' ? postgresDatabase() : embeddedDatabase();
}

async function embeddedDatabase(): Promise<Database> {
  return openDatabase({ kind: 'embedded', dataDir: null, snapshot: await migratedSnapshot() });
}

/** Migrating takes seconds, loading the result a third of one: made once per schema, shared by all test files. */
async function migratedSnapshot(): Promise<Blob> {
  const folder = join(tmpdir(), 'ambit-test');
  const file = join(folder, `migrated-${schema}.tar`);
  mkdirSync(folder, { recursive: true });
  if (await exists(file)) return openAsBlob(file);
  const db = await openDatabase({ kind: 'embedded', dataDir: null });
  await migrate(db);
  const snapshot = await db.dump();
  await db.close();
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, Buffer.from(await snapshot.arrayBuffer()));
  // Never in place of one that another process has begun to read.
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return snapshot;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function postgresDatabase(): Promise<Database> {
  const adminUrl = process.env.AMBIT_TEST_DATABASE_URL;
  if (adminUrl === undefined) throw new Error('AMBIT_TEST_DATABASE_URL must name the cluster for the tests.');
  const template = `ambit_template_${schema}`;
  const name = `ambit_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [templateLock]);
    await makeTemplate(admin, adminUrl, template);
    await admin.query(`create database ${name} template ${template}`);
  });
  return droppedAtEnd(adminUrl, name);
}

/** A database with nothing in it, of the locale C: where `lower` knows the English letters only. */
export async function emptyDatabase(): Promise<Database> {
  const adminUrl = process.env.AMBIT_TEST_DATABASE_URL;
  if (process.env.AMBIT_TEST_ENGINE !== 'postgres' || adminUrl === undefined) {
    return openDatabase({ kind: 'embedded', dataDir: null });
  }
  const name = `ambit_empty_${process.pid}_${randomBytes(4).toString('hex')}`;
  const options = `template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`;
  await asAdmin(adminUrl, (admin) => admin.query(`create database ${name} ${options}`));
  return droppedAtEnd(adminUrl, name);
}

async function droppedAtEnd(adminUrl: string, name: string): Promise<Database> {
  const db = await openDatabase({ kind: 'postgres', url: urlOf(adminUrl, name), max: 5 });
  return {
    ...db,
    close: async () => {
      await db.close();
      await asAdmin(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function makeTemplate(admin: pg.Client, adminUrl: string, template: string): Promise<void> {
  const found = await admin.query('select from pg_database where datname = $1', [template]);
  if (found.rowCount === 1) return;
  // Migrated under another name first: a run that dies half way must not leave a half template.
  const draft = `${template}_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${draft}`);
  const db = await openDatabase({ kind: 'postgres', url: urlOf(adminUrl, draft), max: 1 });
  await migrate(db).finally(db.close);
  await admin.query(`alter database ${draft} rename to ${template}`);
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}
