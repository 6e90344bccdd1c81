import type { Visible } from '../../access/subject.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { readVisible } from './behind-fence.ts';
import type { Database } from './database.ts';
import { type ListRequest, type ListSpec, searchText } from './list-branches.ts';
import {
  amongAllHits,
  amongFewHits,
  type Search,
  type Statement,
  walk,
  wholeWalk,
} from './search-statements.ts';

/** So many rows of each branch are looked at first. */
const first = 520;

/** That part of a page among them promises a full page soon: the index need not be asked. */
const promise = 8;

/** How far a walk along the list goes: where the first rows held hits, and where they held none. */
const far = 26_000;
const near = 2_600;

/** So many hits in the whole table are followed, where the first rows held some, and where they held none. */
const few = 400;
const some = 4_000;

/** What the trigram index can look for: at least three letters or digits in a row. */
const indexed = /[\p{L}\p{N}]{3}/u;

/** Of three digits there are only a thousand kinds: each is in so many rows that the index reads long lists. */
const digits = /\p{N}{3}/u;

/** Looking at one in so many of the table's rows takes about a fifth of what the index then takes for digits. */
const share = 1000;

/**
 * The first rows of a list that contain a text, one more than the page. Which way is fast depends on how frequent the
 * text is among the reader's rows, which the planner can not know of a parameter. So a short walk along the list comes
 * first: it answers people with few records and says whether the text is frequent. A frequent one is found by walking
 * on; a rare one by its hits in the index, as long as the whole table has few of them. Every text stays free of values.
 */
export async function searchVisible<T>(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: ListRequest,
): Promise<T[]> {
  return readVisible(db, visible, () => inSteps<T>(db, { visible, spec, request }));
}

async function inSteps<T>(db: Database, search: Search): Promise<T[]> {
  const ask = (statement: Statement) => found<T>(db, statement);
  const byIndex = indexed.test(searchText(search.request));
  const begun = await ask(walk(search, first));
  if (!begun.more) return begun.rows;
  const seen = begun.rows.length;
  const rare = byIndex && seen * promise < search.request.limit;
  const worthwhile = rare ? await worthALook(db, search) : 0;
  if (worthwhile > first) {
    const own = await ask(walk(search, worthwhile));
    if (!own.more) return own.rows;
  }
  if (rare) {
    const hits = await ask(amongFewHits(search, seen === 0 ? some : few));
    if (!hits.more) return hits.rows;
  }
  const along = seen === 0 ? near : far;
  if (along > worthwhile) {
    const walked = await ask(walk(search, along));
    if (!walked.more) return walked.rows;
  }
  const rest = byIndex ? amongAllHits(search) : wholeWalk(search);
  return db.raw<T>(rest.text, rest.values);
}

/** How many of the reader's rows to look at before the index is asked for digits. */
async function worthALook(db: Database, { spec, request }: Search): Promise<number> {
  if (!digits.test(searchText(request))) return 0;
  const text = 'select (reltuples / $2)::int as rows from pg_class where oid = $1::regclass';
  const [table] = await db.raw<{ rows: number }>(text, [spec.table, share]);
  return table?.rows ?? 0;
}

/** Rows, and whether the statement said with a row of nulls that there may be others. */
async function found<T>(
  db: Database,
  { text, values }: Statement,
): Promise<{ readonly rows: T[]; readonly more: boolean }> {
  const all = await db.raw<T & { id: string | null }>(text, values);
  const rows = all.filter(({ id }) => id !== null);
  return { rows, more: rows.length < all.length };
}
