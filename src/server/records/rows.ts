import type { Kysely } from 'kysely';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import type { NewRow, Row, RowChanges } from '../db/tables.ts';
import type { Stored } from './define-records.ts';

/** What the rows of every such table have. */
export type AnyRow = { id: string; version: number; updated_at: Date; [column: string]: unknown };

/** The query builder can not follow a table that is a type parameter, so what all of them share is written to here. */
function tablesOf(db: Database): Kysely<Record<string, AnyRow>> {
  return db.q as unknown as Kysely<Record<string, AnyRow>>;
}

/** A row under the names that all tables share. */
export function asAnyRow<R extends Stored>(row: Row<R>): AnyRow {
  return row as unknown as AnyRow;
}

export async function insertRow<R extends Stored>(
  db: Database,
  table: R,
  values: Omit<NewRow<R>, 'id'>,
): Promise<Row<R>> {
  const row = await tablesOf(db)
    .insertInto(table)
    .values({ ...values, id: newId() } as unknown as AnyRow)
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as unknown as Row<R>;
}

/** Writes a row as its next version. */
export async function updateRow<R extends Stored>(
  db: Database,
  table: R,
  id: string,
  changes: RowChanges<R>,
  now: Date,
): Promise<Row<R>> {
  const row = await tablesOf(db)
    .updateTable<string>(table)
    .set((old) => ({ ...changes, updated_at: now, version: old('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return row as unknown as Row<R>;
}

export async function deleteRow(db: Database, table: Stored, id: string): Promise<void> {
  await tablesOf(db).deleteFrom(table).where('id', '=', id).execute();
}
