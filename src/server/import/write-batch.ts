import type { AppContext } from '../app-context.ts';
import type { Batch } from './importer.ts';

/** What was refused, by row; rows that are not in it were written. */
export type Refused = ReadonlyMap<number, unknown>;

/**
 * Writes rows together. When the database refuses that, each half is tried on its own, down to the row at fault: a file
 * with few faults costs little more than one without.
 */
export async function writeBatch(app: AppContext, batch: Batch, rows: readonly number[]): Promise<Refused> {
  const [first] = rows;
  if (first === undefined) return new Map();
  try {
    return await app.db.savepoint(() => batch.write(rows));
  } catch (error) {
    if (rows.length === 1) return new Map([[first, error]]);
    const half = Math.ceil(rows.length / 2);
    const refused = await writeBatch(app, batch, rows.slice(0, half));
    return new Map([...refused, ...(await writeBatch(app, batch, rows.slice(half)))]);
  }
}

/** What was read of a row that is written now. */
export function readOf<T>(reads: ReadonlyMap<number, T>, row: number): T {
  const read = reads.get(row);
  if (read === undefined) throw new Error('A row was lost while it was imported');
  return read;
}

/** Works out what is to be written of each row; what refuses a row is kept for it, and holds up no other. */
export async function planEach<T>(
  rows: readonly number[],
  plan: (row: number) => Promise<T> | T,
): Promise<{ readonly planned: T[]; readonly refused: Refused }> {
  const planned: T[] = [];
  const refused = new Map<number, unknown>();
  for (const row of rows) {
    try {
      planned.push(await plan(row));
    } catch (error) {
      refused.set(row, error);
    }
  }
  return { planned, refused };
}
