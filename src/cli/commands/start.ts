import type { Command } from 'commander';
import { startServer } from '../../server/main.ts';
import { configuration, explain } from '../run-command.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .description(
      'Start the server. PORT, HOST, AMBIT_DATA_DIR, DATABASE_URL and others come from the environment.',
    )
    .option('--json', 'print the address as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      try {
        const { address, close } = await startServer(configuration());
        if (json) process.stdout.write(`${JSON.stringify({ address })}\n`);
        stopOnSignal(close);
      } catch (error) {
        const { message, exitCode } = explain(error);
        process.stderr.write(`ambit: ${message}\n`);
        // What was opened before the failure must not keep the process alive.
        process.exit(exitCode);
      }
    });
}

/** Ends what is under way and then the process; a second signal does not wait. */
function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(signal === 'SIGINT' ? 130 : 143);
    stopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`ambit: ${explain(error).message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
