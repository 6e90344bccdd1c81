import pg from 'pg';
import { type Database, openDatabase } from '../src/server/db/database.ts';
import { valueParsers } from '../src/server/db/value-parsers.ts';

/** One connection for the product and one for the hand-written side, to the same database and with the same settings. */
export interface Sides {
  readonly db: Database;
  readonly floor: pg.Pool;
  close(): Promise<void>;
}

export type PlanMode = 'auto' | 'force_generic_plan';

export async function openSides(url: string, plan: PlanMode, max = 1): Promise<Sides> {
  const address = new URL(url);
  address.searchParams.set('options', `-c plan_cache_mode=${plan}`);
  const db = await openDatabase({ kind: 'postgres', url: address.toString(), max });
  const floor = new pg.Pool({
    connectionString: address.toString(),
    max,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        format === 'text' && valueParsers[oid]
          ? valueParsers[oid]
          : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
    },
  });
  floor.on('error', () => {});
  return {
    db,
    floor,
    close: async () => {
      await db.close();
      await floor.end();
    },
  };
}

/** Makes a database of its own on the cluster and answers its address. */
export async function createDatabase(clusterUrl: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: clusterUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
