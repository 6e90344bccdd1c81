import type { Visible } from '../../access/subject.ts';
import { branchesOf, branchToSql, Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { invalid } from '../http/problem.ts';
import { behindFence, isFenced } from './behind-fence.ts';
import { cursorOf, readCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { searchBranch } from './search-branch.ts';

/** How the list of one resource is read: declared by its module, beside the columns that have an index. */
export interface ListSpec {
  readonly table: string;
  /** Sort name without sign -> column and its type. Each has an index behind every access column. */
  readonly sorts: Readonly<Record<string, { column: string; type: 'timestamptz' | 'text' }>>;
  /** Filter name -> column, compared for equality. */
  readonly filters: Readonly<Record<string, string>>;
}

export interface ListRequest {
  readonly q?: string | undefined;
  readonly sort: string;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly [filter: string]: unknown;
}

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
  const { text, values } = listStatement(visible, spec, request);
  const rows = await behindFence(db, visible.subject, () => db.raw<T>(text, values));
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  const more = rows.length > request.limit && last !== undefined;
  return {
    rows: page,
    next: more ? cursorOf(request.sort, sortKey(spec, request.sort, last), last.id) : null,
  };
}

/** The count of what the reader may see, up to the cap. */
export async function countVisible(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: Omit<ListRequest, 'sort' | 'limit' | 'after'>,
): Promise<{ count: number; capped: boolean }> {
  const { text, values } = countStatement(visible, spec, request);
  const [row] = await behindFence(db, visible.subject, () => db.raw<{ count: number }>(text, values));
  const count = Number(row?.count ?? 0);
  return { count: Math.min(count, countCap), capped: count > countCap };
}

/**
 * The statement of one page: one index scan per branch of the rule, each ordered and limited on its own, then merged.
 * The text depends on the kind of reader, the sort and which filters are given, never on a value.
 */
export function listStatement(visible: Visible<ResourceKey>, spec: ListSpec, request: ListRequest) {
  const parameters = new Parameters();
  const descending = request.sort.startsWith('-');
  const name = request.sort.replace(/^-/, '');
  const sort = spec.sorts[name];
  if (!sort) throw invalid('sort', 'There is no such order');
  const way = descending ? 'desc' : 'asc';
  const after = request.after === undefined ? null : readCursor(request.after, request.sort, sort.type);
  const limit = request.limit + 1;
  const q = searchText(request);
  const fenced = isFenced(visible.subject);
  const branches = branchesOf(visible.rule).map((branch) => {
    const where = [branchToSql(branch, parameters, 'r'), ...filters(spec, request, parameters)];
    if (after) {
      const compared = `(${parameters.add(after.value)}::${sort.type}, ${parameters.add(after.id)}::uuid)`;
      where.push(`(r.${sort.column}, r.id) ${descending ? '<' : '>'} ${compared}`);
    }
    const condition = where.join(' and ');
    const order = `${sort.column} ${way}, id ${way}`;
    if (q !== '') return searchBranch({ table: spec.table, where: condition, order, limit, q, fenced }, parameters);
    return `select r.* from ${spec.table} r where ${condition} order by ${order} limit ${parameters.add(limit)}`;
  });
  return {
    text: merged(branches, `order by ${sort.column} ${way}, id ${way} limit`, spec, parameters, limit),
    values: parameters.values,
  };
}

/** The statement of a capped count, over the same branches as the list. */
export function countStatement(
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: Omit<ListRequest, 'sort' | 'limit' | 'after'>,
) {
  const parameters = new Parameters();
  const limit = countCap + 1;
  const branches = branchesOf(visible.rule).map((branch) => {
    const where = [branchToSql(branch, parameters, 'r'), ...conditions(spec, request, parameters)];
    return `select 1 as one from ${spec.table} r where ${where.join(' and ')} limit ${parameters.add(limit)}`;
  });
  const inner = branches.length === 0 ? 'select 1 as one where false' : union(branches);
  return { text: `select count(*) as count from (${inner}) counted`, values: parameters.values };
}

function merged(
  branches: string[],
  order: string,
  spec: ListSpec,
  parameters: Parameters,
  limit: number,
): string {
  if (branches.length === 0) return `select r.* from ${spec.table} r where false`;
  if (branches.length === 1) return branches[0] ?? '';
  return `select * from (${union(branches)}) merged ${order} ${parameters.add(limit)}`;
}

function union(branches: string[]): string {
  return branches.map((branch) => `(${branch})`).join(' union all ');
}

function conditions(
  spec: ListSpec,
  request: Readonly<Record<string, unknown>>,
  parameters: Parameters,
): string[] {
  const given = Object.entries(spec.filters).filter(([name]) => request[name] !== undefined);
  const equal = given.map(([name, column]) => `r.${column} = ${parameters.add(request[name])}`);
  const q = typeof request.q === 'string' ? request.q.toLowerCase() : '';
  if (q === '') return equal;
  return [...equal, `r.search_text like ${parameters.add(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`];
}

/** Times are kept to the millisecond, so a Date is exact. */
function sortKey(spec: ListSpec, sort: string, row: object): string {
  const column = spec.sorts[sort.replace(/^-/, '')]?.column ?? '';
  const value: unknown = Reflect.get(row, column);
  return value instanceof Date ? value.toISOString() : String(value);
}
