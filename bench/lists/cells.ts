import { visible } from '../../src/access/subject.ts';
import { cursorOf } from '../../src/server/db/cursor.ts';
import type { Database } from '../../src/server/db/database.ts';
import { countVisible, listVisible } from '../../src/server/db/visible-list.ts';
import { requireRecord } from '../../src/server/http/access-gate.ts';
import { Problem } from '../../src/server/http/problem.ts';
import type { Reader } from '../world/readers.ts';
import {
  countFloor,
  deepPageFloor,
  firstPageFloor,
  oneFloor,
  type Place,
  type Statement,
  searchFloor,
} from './floors.ts';
import type { FoundRow } from './hand.ts';
import type { Listing } from './listing.ts';
import { shapeOf } from './shapes.ts';

/** Reads that are measured. `search` looks for a word in 1 of 40 rows, `pair` for 1 of 1,600, `number` for one row. */
export const readKeys = [
  'first page',
  'deep page',
  'one by id',
  'count',
  'search',
  'search pair',
  'search number',
] as const;
export type ReadKey = (typeof readKeys)[number];

/** What the reads of one reader aim at. */
export interface Target {
  readonly deep: Place;
  readonly id: string;
  readonly number: string;
}

export interface Cell {
  readonly product: () => Promise<string>;
  readonly floors: readonly Statement[];
  readonly result: (rows: readonly FoundRow[]) => string;
}

const sort = '-created_at';
const limit = 50;

/** The product's side and the hand-written statements of every read. */
export function readCells(
  db: Database,
  reader: Reader,
  target: Target,
  listing: Listing,
): Record<ReadKey, Cell> {
  const { subject } = reader;
  const { table, spec, words } = listing;
  const shape = shapeOf(reader, listing);
  const list = (more: { q?: string; after?: string }) => async () => {
    const { rows, next } = await listVisible<FoundRow>(db, visible(subject, table), spec, {
      sort,
      limit,
      ...more,
    });
    return `${rows.map(({ id }) => id).join()} ${next !== null}`;
  };
  const search = (q: string): Cell => ({
    product: list({ q }),
    floors: searchFloor(shape, q),
    result: asPage,
  });
  const after = cursorOf(sort, target.deep.at.toISOString(), target.deep.id);
  return {
    'first page': { product: list({}), floors: firstPageFloor(shape), result: asPage },
    'deep page': { product: list({ after }), floors: deepPageFloor(shape, target.deep), result: asPage },
    'one by id': {
      product: () => one(db, reader, target.id, table),
      floors: oneFloor(shape, target.id),
      result: (rows) => rows[0]?.id ?? '',
    },
    count: {
      product: async () => {
        const { count, capped } = await countVisible(db, visible(subject, table), spec, {});
        return `${count} ${capped}`;
      },
      floors: countFloor(shape),
      result: ([row]) => `${Math.min(Number(row?.count), 1000)} ${Number(row?.count) > 1000}`,
    },
    search: search(words[0]),
    'search pair': search(words[1]),
    'search number': search(target.number.toLowerCase()),
  };
}

function asPage(rows: readonly FoundRow[]): string {
  return `${rows
    .slice(0, limit)
    .map(({ id }) => id)
    .join()} ${rows.length > limit}`;
}

async function one(db: Database, { subject }: Reader, id: string, table: Listing['table']): Promise<string> {
  try {
    const row = await requireRecord(db, subject, `${table}.view`, id, false);
    return String(row.id);
  } catch (error) {
    if (error instanceof Problem && error.code === 'record/missing') return '';
    throw error;
  }
}

/** A place far into what the reader sees; for people without records, the middle of the table. */
export async function targetOf(db: Database, reader: Reader, listing: Listing): Promise<Target> {
  const { table, branches, values } = shapeOf(reader, listing);
  const offset = Math.floor(Math.min(reader.rows, 50_000) * 0.6);
  const reached = branches.map((branch) => `(${branch})`).join(' or ');
  const far = `select id, number, created_at as at from ${table} o where ${reached}
order by created_at desc, id desc offset ${offset} limit 1`;
  const middle = `select id, number, created_at as at from ${table}
where created_at > timestamptz '2024-08-01Z' order by created_at limit 1`;
  const [row] = [
    ...(await db.raw<Place & { number: string }>(far, values)),
    ...(await db.raw<Place & { number: string }>(middle)),
  ];
  if (!row) throw new Error('There is nothing to list');
  return { deep: { at: row.at, id: row.id }, id: row.id, number: row.number };
}
