import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Engine, type Session, serially } from './engine.ts';
import { valueParsers } from './value-parsers.ts';

export type PostgresOptions = { url: string; max?: number };

const preparedLimit = 500;
const preparedNames = new Map<string, string>();

export function openPostgres({ url, max = 10 }: PostgresOptions): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 15_000,
    application_name: 'ambit',
    types: { getTypeParser: parserOf },
  });
  // An idle connection the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  const prepared = new WeakSet<pg.PoolClient>();
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgres',
    acquire: async () => {
      const client = await pool.connect();
      if (!prepared.has(client)) {
        await startSession(client);
        prepared.add(client);
      }
      return sessionOver(client);
    },
    dump: () => Promise.reject(new Error('Only the embedded database can be dumped; use pg_dump.')),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}

async function startSession(client: pg.PoolClient): Promise<void> {
  client.on('error', () => {});
  try {
    await client.query(`set time zone 'UTC'`);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function sessionOver(client: pg.PoolClient): Session {
  const serial = serially();
  let stale = false;
  return {
    query: (text, values) =>
      serial(async () => {
        try {
          const result = await client.query<Record<string, unknown>>(statement(text, values));
          return { rows: result.rows, affected: result.rowCount ?? undefined };
        } catch (error) {
          stale ||= isStalePlan(error);
          throw error;
        }
      }),
    script: (text) =>
      serial(async () => {
        // One result, or one for each of several statements: the types know only the first.
        const results = [await client.query<Record<string, unknown>>(text)].flat();
        return results.flatMap(({ rows }) => rows);
      }),
    release: (broken) => client.release(broken || stale),
  };
}

/**
 * Statements with parameters are prepared once per connection and then only executed. The number of names is
 * bounded, because every connection keeps every plan it has seen.
 */
function statement(text: string, values: readonly unknown[]): pg.QueryConfig {
  if (values.length === 0) return { text };
  const known = preparedNames.get(text);
  if (known !== undefined) return { name: known, text, values: [...values] };
  if (preparedNames.size >= preparedLimit) return { text, values: [...values] };
  const name = `a${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  preparedNames.set(text, name);
  return { name, text, values: [...values] };
}

/** A table changed under a prepared statement: its connection is of no more use. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && error.message.includes('cached plan must not change result type');
}

// pg's own type for this pair of overloads cannot be met by one function that reads both formats.
const parserOf: pg.CustomTypesConfig['getTypeParser'] = (oid, format) => {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
  return valueParsers[oid] ?? pg.types.getTypeParser(oid, 'text');
};
