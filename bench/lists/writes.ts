import type pg from 'pg';
import { hasGrant } from '../../src/access/grants.ts';
import type { Database } from '../../src/server/db/database.ts';
import { requireRecord } from '../../src/server/http/access-gate.ts';
import { updateRow } from '../../src/server/records/rows.ts';
import type { Side } from '../measure.ts';
import type { Reader } from '../world/readers.ts';
import { updateText } from './floors.ts';
import { type FoundRow, named } from './hand.ts';
import type { Listing } from './listing.ts';
import { shapeOf } from './shapes.ts';

export const writeKeys = ['update', 'checked update'] as const;
export type WriteKey = (typeof writeKeys)[number];

interface Sides {
  readonly product: Side;
  readonly floor: Side;
}

/**
 * Writes of one row, by both sides in turn. `checked`: in a transaction that locks the row and asks for the
 * permission; only where the reader's role can hold it.
 */
export async function writeSides(
  db: Database,
  pool: pg.Pool,
  reader: Reader,
  listing: Listing,
): Promise<Partial<Record<WriteKey, Sides>>> {
  const { table } = listing;
  const ids = await someIds(db, reader, listing);
  let turn = 0;
  const nextId = () => ids[(turn++ >> 1) % ids.length] ?? '';
  const write = async (id: string) => String((await updateRow(db, table, id, {}, new Date())).number);
  const update: Sides = {
    product: () => write(nextId()),
    floor: async () => {
      const query = named({ text: updateText(table), values: [new Date(), nextId()] });
      return String((await pool.query<FoundRow>(query)).rows[0]?.number);
    },
  };
  if (!hasGrant(reader.subject.grants, `${table}.edit`)) return { update };
  const checked: Sides = {
    product: () => {
      const id = nextId();
      return db.transaction(async () => {
        await requireRecord(db, reader.subject, `${table}.edit`, id, true);
        return write(id);
      });
    },
    floor: () => checkedByHand(pool, table, nextId()),
  };
  return { update, 'checked update': checked };
}

async function checkedByHand(pool: pg.Pool, table: Listing['table'], id: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(named({ text: `select * from ${table} where id = $1 for update`, values: [id] }));
    const { rows } = await client.query<FoundRow>(
      named({ text: updateText(table), values: [new Date(), id] }),
    );
    await client.query('commit');
    return String(rows[0]?.number);
  } finally {
    client.release();
  }
}

async function someIds(db: Database, reader: Reader, listing: Listing): Promise<string[]> {
  const { branches, values } = shapeOf(reader, listing);
  const text = `select id from ${listing.table} o where ${branches.map((branch) => `(${branch})`).join(' or ')} limit 10`;
  return (await db.raw<{ id: string }>(text, values)).map(({ id }) => id);
}
