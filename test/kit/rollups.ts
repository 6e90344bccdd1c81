import { expect } from 'vitest';
import type { Database } from '../../src/server/db/database.ts';
import { rollups } from '../../src/server/db/rollups.ts';

/** Every rollup says of its table what the table says, whatever was written to it. */
export async function expectRolledUp(db: Database, after: string): Promise<void> {
  for (const [table, { by, sum }] of Object.entries(rollups)) {
    const keys = by.join(', ');
    const money = sum === null ? '' : `, sum(${sum})::bigint as money`;
    const nothing = sum === null ? 'sum(records) <> 0' : `sum(records) <> 0 or sum(${sum}) <> 0`;
    const kept = await db.raw(`select ${keys}, sum(records)::bigint as records${money} from ${table}_rollup
group by ${keys} having ${nothing} order by ${keys}`);
    const there = await db.raw(
      `select ${keys}, count(*)::bigint as records${money} from ${table} group by ${keys} order by ${keys}`,
    );
    expect(kept, `${table}, ${after}`).toEqual(there);
  }
}
