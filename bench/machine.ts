import { cpus, totalmem } from 'node:os';
import type { Database } from '../src/server/db/database.ts';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
}

/** What the figures were taken on; nothing that names the machine. */
export async function describeMachine(db: Database): Promise<Machine> {
  const [row] = await db.raw<{ server_version: string }>('show server_version');
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgres: row?.server_version.split(' ')[0] ?? 'unknown',
  };
}
