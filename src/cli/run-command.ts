import { existsSync } from 'node:fs';
import { type Config, ConfigurationError, readConfig } from '../server/config.ts';
import { DataDirectoryInUse } from '../server/db/embedded-lock.ts';
import { Problem } from '../server/http/problem.ts';
import { CommandRefused, exitCodes, type Outcome } from './outcome.ts';

export interface CommonOptions {
  readonly json?: boolean | undefined;
}

/** Runs one command to its end: prints the outcome, or one sentence about what went wrong, and sets the exit code. */
export async function runCommand(
  { json = false }: CommonOptions,
  work: (config: Config) => Promise<Outcome>,
): Promise<void> {
  try {
    const { data, text, exitCode = exitCodes.done } = await work(configuration());
    process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${text}\n`);
    process.exitCode = exitCode;
  } catch (error) {
    const { message, exitCode } = explain(error);
    process.stderr.write(json ? `${JSON.stringify({ error: message })}\n` : `ambit: ${message}\n`);
    process.exitCode = exitCode;
  }
}

/** The environment, completed by a file `.env` in the working directory. */
export function configuration(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/** A sentence for the person at the terminal; the stack only for faults of our own, and only when asked for. */
export function explain(error: unknown): { message: string; exitCode: number } {
  if (error instanceof DataDirectoryInUse) return { message: error.message, exitCode: exitCodes.inUse };
  if (error instanceof ConfigurationError)
    return { message: error.message, exitCode: exitCodes.configuration };
  if (error instanceof CommandRefused) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof Problem) return { message: problemText(error), exitCode: exitCodes.refused };
  if (!(error instanceof Error)) return { message: String(error), exitCode: exitCodes.failed };
  const debug = process.env.LOG_LEVEL === 'debug' && error.stack ? error.stack : error.message;
  return { message: debug, exitCode: exitCodes.failed };
}

function problemText(problem: Problem): string {
  const fields = (problem.particulars.fields ?? []).map(({ field, message }) => `\n  - ${field}: ${message}`);
  return `${problem.message}${fields.join('')}`;
}
