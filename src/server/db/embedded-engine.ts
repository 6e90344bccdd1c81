import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { lockDataDirectory } from './embedded-lock.ts';
import type { Engine, ResultRows, Session } from './engine.ts';
import { valueParsers } from './value-parsers.ts';

export type EmbeddedOptions = { dataDir: string | null; snapshot?: Blob };

/** PostgreSQL in WebAssembly: one connection, handed from one piece of work to the next in order. */
export async function openEmbedded({ dataDir, snapshot }: EmbeddedOptions): Promise<Engine> {
  const unlock = dataDir === null ? () => {} : lockDataDirectory(dataDir);
  try {
    const pglite = await PGlite.create({
      ...(dataDir === null ? {} : { dataDir: join(dataDir, 'database') }),
      ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
      extensions: { pg_trgm },
      parsers: valueParsers,
    });
    await pglite.exec(`set time zone 'UTC'`);
    return engineOver(pglite, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function engineOver(pglite: PGlite, unlock: () => void): Engine {
  const takeTurn = turns();
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    await takeTurn();
    await pglite.close();
    unlock();
  }
  return {
    kind: 'embedded',
    acquire: async () => sessionOver(pglite, await takeTurn()),
    dump: async () => {
      const done = await takeTurn();
      try {
        return await pglite.dumpDataDir('none');
      } finally {
        done();
      }
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function sessionOver(pglite: PGlite, done: () => void): Session {
  return {
    query: async (text, values) => {
      const result = await pglite.query<Record<string, unknown>>(text, [...values]);
      return { rows: result.rows, affected: result.affectedRows };
    },
    script: async (text) => {
      const results = await pglite.exec(text);
      return results.flatMap(({ rows }) => rows as ResultRows['rows']);
    },
    release: done,
  };
}

/** Resolves in the order of the calls, each when the holder before it is done. */
function turns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    return resolve;
  };
}
