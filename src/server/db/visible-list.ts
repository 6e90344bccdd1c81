import type { Visible } from '../../access/subject.ts';
import { Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { isFenced, readVisible } from './behind-fence.ts';
import { countSearched } from './count-searched.ts';
import { cursorOf } from './cursor.ts';
import type { Database } from './database.ts';
import {
  branchConditions,
  type CountRequest,
  type ListRequest,
  type ListSpec,
  likePattern,
  listBranches,
  searchText,
  unionOf,
} from './list-branches.ts';
import { searchVisible } from './search-visible.ts';

export type { ListRequest, ListSpec };

export interface Page<T> {
  readonly rows: T[];
  readonly next: string | null;
}

export const countCap = 1000;

/** One page of what the reader may see. */
export async function listVisible<T extends { id: string }>(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: ListRequest,
): Promise<Page<T>> {
  const rows = await pageRows<T>(db, visible, spec, request);
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  const more = rows.length > request.limit && last !== undefined;
  return {
    rows: page,
    next: more ? cursorOf(request.sort, sortKey(spec, request.sort, last), last.id) : null,
  };
}

async function pageRows<T>(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: ListRequest,
): Promise<T[]> {
  if (visible.rule.kind === 'never') return [];
  if (searchText(request) !== '') return searchVisible<T>(db, visible, spec, request);
  const { text, values } = listStatement(visible, spec, request);
  return readVisible(db, visible, () => db.raw<T>(text, values));
}

/** The count of what the reader may see, up to a cap. */
export async function countVisible(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  cap = countCap,
): Promise<{ count: number; capped: boolean }> {
  const count = await countUpTo(db, visible, spec, request, cap + 1);
  return { count: Math.min(count, cap), capped: count > cap };
}

async function countUpTo(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  most: number,
): Promise<number> {
  if (visible.rule.kind === 'never') return 0;
  if (searchText(request) !== '' && isFenced(visible)) {
    return countSearched(db, visible, spec, request, most);
  }
  const { text, values } = countStatement(visible, spec, request, most);
  const [row] = await readVisible(db, visible, () => db.raw<{ count: number }>(text, values));
  return Number(row?.count ?? 0);
}

/**
 * The statement of one page: one index scan per branch of the rule, each ordered and limited on its own, then merged.
 * The text depends on the kind of reader, the sort and which filters are given, never on a value.
 */
export function listStatement(visible: Visible<ResourceKey>, spec: ListSpec, request: ListRequest) {
  const parameters = new Parameters();
  const { conditions, order } = listBranches(visible, spec, request, parameters);
  if (conditions.length === 0) return { text: `select r.* from ${spec.table} r where false`, values: [] };
  const limit = parameters.add(request.limit + 1);
  const branches = conditions.map(
    (condition) => `select r.* from ${spec.table} r where ${condition} ${order} limit ${limit}`,
  );
  const text = branches.length > 1 ? `${unionOf(branches)} ${order} limit ${limit}` : branches.join('');
  return { text, values: parameters.values };
}

/** The statement of a capped count, over the same branches as the list. */
export function countStatement(
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  most: number,
) {
  const parameters = new Parameters();
  const q = searchText(request);
  const branches = branchConditions(visible, spec, request, parameters).map((condition) => {
    const like = q === '' ? '' : ` and r.search_text like ${parameters.add(likePattern(q))}`;
    return `select 1 as one from ${spec.table} r where ${condition}${like} limit ${parameters.add(most)}`;
  });
  const united = `${unionOf(branches)} limit ${most}`;
  const inner = branches.length > 1 ? united : (branches[0] ?? 'select 1 as one where false');
  return { text: `select count(*) as count from (${inner}) counted`, values: parameters.values };
}

/** Times are kept to the millisecond, so a Date is exact. */
function sortKey(spec: ListSpec, sort: string, row: object): string {
  const column = spec.sorts[sort.replace(/^-/, '')]?.column ?? '';
  const value: unknown = Reflect.get(row, column);
  return value instanceof Date ? value.toISOString() : String(value);
}
