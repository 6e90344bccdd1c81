import { Kysely } from 'kysely';
import { sessionDialect } from './dialect.ts';
import { type EmbeddedOptions, openEmbedded } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import { type Boundary, fenceStatements } from './fence.ts';
import { openPostgres, type PostgresOptions } from './postgres-engine.ts';
import type { Tables } from './tables.ts';
import { createTransactions } from './transactions.ts';

export type Database = {
  readonly engine: 'embedded' | 'postgres';
  /** Runs on the transaction around the caller, wherever that was opened; else on a connection of its own. */
  readonly q: Kysely<Tables>;
  /** Runs `work` in a transaction; inside another it joins that one. Run again on a conflict: no side effects but SQL. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** A part of a transaction that can fail alone: its writes are undone, those before it stay. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` behind the second fence: the database itself shows only the boundary's rows, for reading only. */
  fenced<T>(boundary: Boundary, work: () => Promise<T>): Promise<T>;
  /** Runs `effect` once the outermost transaction has committed, at once outside one; never after a rollback. */
  afterCommit(effect: () => void | Promise<void>): void;
  raw<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Several statements without parameters, in one round trip; the rows of all of them. */
  script<T>(text: string): Promise<T[]>;
  /** The embedded database as a file that `snapshot` opens again. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
};

export type DatabaseOptions = (
  | ({ kind: 'embedded' } & EmbeddedOptions)
  | ({ kind: 'postgres' } & PostgresOptions)
) & {
  /** Hears of effects after a commit that failed; by default a process warning. */
  onEffectError?: (error: unknown) => void;
};

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const engine = options.kind === 'embedded' ? await openEmbedded(options) : openPostgres(options);
  return databaseOver(engine, options.onEffectError ?? warn);
}

function databaseOver(engine: Engine, onEffectError: (error: unknown) => void): Database {
  const transactions = createTransactions(engine, onEffectError);
  const q = new Kysely<Tables>({ dialect: sessionDialect(transactions.session) });
  return {
    engine: engine.kind,
    q,
    transaction: transactions.run,
    savepoint: transactions.savepoint,
    fenced: (boundary, work) => transactions.fenced(fenceStatements(boundary), work),
    afterCommit: transactions.afterCommit,
    raw: async <T>(text: string, values: readonly unknown[] = []) => {
      const session = await transactions.session();
      try {
        // The row type is the caller's claim about the statement.
        return (await session.query(text, values)).rows as T[];
      } finally {
        session.release(false);
      }
    },
    script: async <T>(text: string) => {
      const session = await transactions.session();
      try {
        return (await session.script(text)) as T[];
      } finally {
        session.release(false);
      }
    },
    dump: engine.dump,
    close: engine.close,
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}
