import type { Command } from 'commander';
import type { Config } from '../../server/config.ts';
import { openDatabase } from '../../server/db/database.ts';
import { pendingMigrations } from '../../server/db/migrate.ts';
import { openApp } from '../../server/main.ts';
import { type CommonOptions, runCommand } from '../run-command.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database up to this version.')
    .option('--json', 'print the result as JSON')
    .action((options: CommonOptions) =>
      runCommand(options, async (config) => {
        const ran = await pending(config);
        const { close } = await openApp({ ...config, logLevel: 'silent' }, { upgrade: true });
        await close();
        const text = ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'The database is up to date.';
        return { data: { ran }, text };
      }),
    );
}

async function pending({ databaseUrl, dataDir }: Config): Promise<string[]> {
  const db = await openDatabase(
    databaseUrl ? { kind: 'postgres', url: databaseUrl } : { kind: 'embedded', dataDir },
  );
  return pendingMigrations(db).finally(db.close);
}
