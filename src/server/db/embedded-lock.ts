import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Keeps the locks reachable: a lock that is garbage-collected is a lock released. */
const held = new Set<DatabaseSync>();

type Holder = { pid: number; host: string; since: string };

/** Another process works in this data directory; two writers would lose each other's rows. */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse';
  readonly pid: number | undefined;

  constructor(dataDir: string, holder: Holder | undefined) {
    const who =
      holder === undefined
        ? 'another process'
        : `process ${holder.pid} on ${holder.host} (since ${holder.since})`;
    super(
      `The data directory ${dataDir} is in use by ${who}. ` +
        'Stop that process first, choose another data directory, or set DATABASE_URL to share one PostgreSQL database.',
    );
    this.pid = holder?.pid;
  }
}

/**
 * Takes the exclusive lock of a data directory and returns how to release it.
 *
 * The lock is the operating system's lock on a SQLite file: it ends with the process however that dies,
 * so nothing is ever stale, and of two processes that try at once exactly one succeeds.
 */
export function lockDataDirectory(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const holderFile = join(dataDir, 'ambit.lock.json');
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const lock = new DatabaseSync(join(dataDir, 'ambit.lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
    writeFileSync(holderFile, `${JSON.stringify(holder)}\n`);
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new DataDirectoryInUse(dataDir, readHolder(holderFile));
    throw error;
  }
  held.add(lock);
  return () => {
    if (!held.delete(lock)) return;
    rmSync(holderFile, { force: true });
    lock.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

/** Only names the holder in the message; the lock itself does not depend on this file. */
function readHolder(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number';
}
