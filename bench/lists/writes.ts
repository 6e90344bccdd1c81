import type pg from 'pg';
import type { Database } from '../../src/server/db/database.ts';
import { requireRecord } from '../../src/server/http/access-gate.ts';
import { updateRow } from '../../src/server/records/rows.ts';
import type { Side } from '../measure.ts';
import type { Reader } from '../world/readers.ts';
import { updateText } from './floors.ts';
import { type FoundRow, named } from './hand.ts';
import { listings } from './listing.ts';
import { shapeOf } from './shapes.ts';

export const writeKeys = ['update', 'checked update'] as const;
export type WriteKey = (typeof writeKeys)[number];

/** Writes of one row, by both sides in turn. `checked`: in a transaction that locks the row and asks for the permission. */
export async function writeSides(
  db: Database,
  pool: pg.Pool,
  reader: Reader,
): Promise<Record<WriteKey, { product: Side; floor: Side }>> {
  const ids = await someIds(db, reader);
  let turn = 0;
  const nextId = () => ids[(turn++ >> 1) % ids.length] ?? '';
  return {
    update: {
      product: async () => (await updateRow(db, 'organizations', nextId(), {}, new Date())).name,
      floor: async () => {
        const query = named({ text: updateText, values: [new Date(), nextId()] });
        return String((await pool.query<FoundRow>(query)).rows[0]?.name);
      },
    },
    'checked update': {
      product: () => {
        const id = nextId();
        return db.transaction(async () => {
          await requireRecord(db, reader.subject, 'organizations.edit', id, true);
          return (await updateRow(db, 'organizations', id, {}, new Date())).name;
        });
      },
      floor: () => checkedByHand(pool, nextId()),
    },
  };
}

async function checkedByHand(pool: pg.Pool, id: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(named({ text: 'select * from organizations where id = $1 for update', values: [id] }));
    const { rows } = await client.query<FoundRow>(named({ text: updateText, values: [new Date(), id] }));
    await client.query('commit');
    return String(rows[0]?.name);
  } finally {
    client.release();
  }
}

async function someIds(db: Database, reader: Reader): Promise<string[]> {
  const { branches, values } = shapeOf(reader, listings.organizations);
  const text = `select id from organizations o where ${branches.map((branch) => `(${branch})`).join(' or ')} limit 10`;
  return (await db.raw<{ id: string }>(text, values)).map(({ id }) => id);
}
