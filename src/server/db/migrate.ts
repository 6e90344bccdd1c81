import type { Database } from './database.ts';
import { type Migration, migrations } from './migrations/list.ts';

/** Any number will do, as long as every node of one installation uses the same. */
const migrationLock = 4_171_954;

/** Brings the schema up to date and returns the names of the migrations it ran; safe to call on every node at once. */
export async function migrate(db: Database): Promise<string[]> {
  const ran: string[] = [];
  for (const migration of migrations) {
    if (await runOnce(db, migration)) ran.push(migration.name);
  }
  await requireNothingNewer(db);
  return ran;
}

export async function pendingMigrations(db: Database): Promise<string[]> {
  const [table] = await db.raw<{ present: boolean }>(
    `select to_regclass('ambit_migrations') is not null as present`,
  );
  const applied = table?.present === true ? await appliedMigrations(db) : new Set<string>();
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

function runOnce(db: Database, { name, sql }: Migration): Promise<boolean> {
  return db.transaction(async () => {
    await db.raw('select pg_advisory_xact_lock($1::bigint)', [migrationLock]);
    await db.script(`create table if not exists ambit_migrations (
      name text primary key,
      applied_at timestamptz(3) not null default now()
    )`);
    const applied = await appliedMigrations(db);
    if (applied.has(name)) return false;
    await db.script(sql);
    await db.raw('insert into ambit_migrations (name) values ($1)', [name]);
    return true;
  });
}

async function appliedMigrations(db: Database): Promise<Set<string>> {
  const rows = await db.raw<{ name: string }>('select name from ambit_migrations');
  return new Set(rows.map(({ name }) => name));
}

async function requireNothingNewer(db: Database): Promise<void> {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...(await appliedMigrations(db))].filter((name) => !known.has(name));
  if (newer.length === 0) return;
  throw new Error(
    `This database was migrated by a newer version of Ambit (${newer.join(', ')}). Update Ambit first.`,
  );
}
