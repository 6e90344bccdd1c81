import { openAsBlob } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../server/config.ts';
import { openDatabase } from '../../server/db/database.ts';
import { DataDirectoryInUse, lockDataDirectory } from '../../server/db/embedded-lock.ts';
import { pendingMigrations } from '../../server/db/migrate.ts';
import { withApp } from '../open-app.ts';
import { CommandRefused, type Outcome } from '../outcome.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('Write the embedded database to a file.')
    .argument('<file>', 'where to write it')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: CommonOptions) => runCommand(options, (config) => backup(config, file)));
  program
    .command('restore')
    .description('Make the embedded database of an empty data directory from a backup.')
    .argument('<file>', 'the backup')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: CommonOptions) => runCommand(options, (config) => restore(config, file)));
}

export async function backup(config: Config, file: string): Promise<Outcome> {
  if (config.databaseUrl) {
    throw new CommandRefused(
      'With DATABASE_URL, back up by PostgreSQL itself: pg_dump --format=custom "$DATABASE_URL"',
    );
  }
  if (!(await exists(join(config.dataDir, 'database')))) {
    throw new CommandRefused(`There is no database in ${config.dataDir}.`);
  }
  const dump = await withApp(config, (app) => app.db.dump());
  const bytes = Buffer.from(await dump.arrayBuffer());
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.part`;
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, file);
  return {
    data: { file, bytes: bytes.length },
    text: `Wrote ${bytes.length.toLocaleString('en')} bytes to ${file}.`,
  };
}

/** Nothing is overwritten: the old data directory stays until somebody who has looked removes it. */
export async function restore(config: Config, file: string): Promise<Outcome> {
  if (config.databaseUrl) {
    throw new CommandRefused(
      'With DATABASE_URL, restore by PostgreSQL itself: pg_restore --dbname "$DATABASE_URL"',
    );
  }
  if (!(await exists(file))) throw new CommandRefused(`There is no file ${file}.`);
  // Asked first, so that a running server is named rather than its directory.
  lockDataDirectory(config.dataDir)();
  if (await exists(join(config.dataDir, 'database'))) {
    throw new CommandRefused(
      `${config.dataDir} already holds a database. Move it away, or set AMBIT_DATA_DIR to an empty directory.`,
    );
  }
  const pending = await load(config, file);
  return { data: { file, pending }, text: `Restored ${file} to ${config.dataDir}.` };
}

async function load({ dataDir }: Config, file: string): Promise<string[]> {
  try {
    const db = await openDatabase({ kind: 'embedded', dataDir, snapshot: await openAsBlob(file) });
    return await pendingMigrations(db).finally(db.close);
  } catch (error) {
    // Then the directory is somebody else's by now.
    if (error instanceof DataDirectoryInUse) throw error;
    // Half a database would be taken for a whole one by the next start.
    await rm(join(dataDir, 'database'), { recursive: true, force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandRefused(`${file} can not be restored: ${reason}`);
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
