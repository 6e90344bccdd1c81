import type { Database } from './database.ts';
import type { Row, Tables } from './tables.ts';

/** Values by column; times as they are, JSON as the value it stands for. */
type Values = Readonly<Record<string, unknown>>;

/**
 * Inserts many rows in one statement of one parameter, whatever their number. All have the columns of the first; what
 * is left out everywhere is filled in by the database.
 */
export async function insertRows<T extends keyof Tables & string>(
  db: Database,
  table: T,
  rows: readonly Values[],
): Promise<Row<T>[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first).join(', ');
  return db.raw<Row<T>>(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json) returning *`,
    [JSON.stringify(rows)],
  );
}

/** Writes the given columns of many rows, found by `id`, each as its next version. */
export async function updateRows<T extends keyof Tables & string>(
  db: Database,
  table: T,
  rows: readonly (Values & { readonly id: string })[],
): Promise<Row<T>[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.keys(first).filter((column) => column !== 'id');
  const set = columns.map((column) => `${column} = n.${column}`).join(', ');
  return db.raw<Row<T>>(
    `update ${table} r set ${set}, version = r.version + 1
from json_populate_recordset(null::${table}, $1::json) n where r.id = n.id returning r.*`,
    [JSON.stringify(rows)],
  );
}
