import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { CommandRefused } from '../outcome.ts';
import { explain } from '../run-command.ts';

const file = new URL('../../../bench/run.ts', import.meta.url);

interface Bench {
  readonly runBench: (args: readonly string[]) => Promise<void>;
}

/** The benchmark reads its own options; nothing but its place is known here. */
export function addBench(program: Command): void {
  program
    .command('bench')
    .description('Measure permission checks, lists and requests against their floors.')
    .argument('[options...]', 'options of the benchmark')
    .helpOption(false)
    .allowUnknownOption()
    .action(async (args: string[]) => {
      try {
        if (!existsSync(file)) throw new CommandRefused('The benchmark is not part of this installation.');
        const bench = (await import(file.href)) as Bench;
        await bench.runBench(args);
      } catch (error) {
        const { message, exitCode } = explain(error);
        process.stderr.write(`ambit: ${message}\n`);
        process.exitCode = exitCode;
      }
    });
}
