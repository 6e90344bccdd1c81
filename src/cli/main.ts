import { Command, CommanderError } from 'commander';
import { version } from '../server/version.ts';
import { addAdmin } from './commands/admin.ts';
import { addBackup } from './commands/backup.ts';
import { addBench } from './commands/bench.ts';
import { addDemo } from './commands/demo.ts';
import { addImport } from './commands/import.ts';
import { addMigrate } from './commands/migrate.ts';
import { addProfiles } from './commands/profiles.ts';
import { addStart } from './commands/start.ts';
import { exitCodes } from './outcome.ts';

/** The whole command line. */
export function makeProgram(): Command {
  // Set before the commands are added: they inherit it.
  const program = new Command('ambit')
    .description('Ambit, a self-hosted portal for subscription businesses.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .addHelpText(
      'after',
      `
Exit codes: ${exitCodes.done} done, ${exitCodes.failed} failed, ${exitCodes.usage} wrong use, ${exitCodes.refused} rows or values refused,
  ${exitCodes.inUse} the data directory is in use, ${exitCodes.configuration} the configuration has problems.`,
    );
  const parts = [addStart, addMigrate, addDemo, addAdmin, addImport, addProfiles, addBackup, addBench];
  for (const add of parts) add(program);
  return program;
}

async function main(): Promise<void> {
  try {
    await makeProgram().parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has printed the help or what was wrong.
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
}

if (import.meta.main) await main();
