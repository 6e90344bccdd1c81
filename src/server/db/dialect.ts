import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Session } from './engine.ts';

/** Kysely asks here for a connection before every statement: the running transaction's, or one of its own. */
export function sessionDialect(acquire: () => Promise<Session>): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new SessionDriver(acquire),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class SessionConnection implements DatabaseConnection {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.#session.query(sql, parameters);
    // The row type is the caller's claim about the statement, as in every driver.
    const result = { rows: rows as R[] };
    return affected === undefined ? result : { ...result, numAffectedRows: BigInt(affected) };
  }

  streamQuery(): never {
    throw new Error('Streaming is not supported; read page by page.');
  }

  release(): void {
    this.#session.release(false);
  }
}

class SessionDriver implements Driver {
  readonly #acquire: () => Promise<Session>;

  constructor(acquire: () => Promise<Session>) {
    this.#acquire = acquire;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SessionConnection(await this.#acquire());
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof SessionConnection) connection.release();
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('Use transaction() of the Database, which carries it to every query.'));
  }

  async commitTransaction(): Promise<void> {}

  async rollbackTransaction(): Promise<void> {}

  async destroy(): Promise<void> {}
}
