import type { Visible } from '../../access/subject.ts';
import { branchesOf, branchToSql, type Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { invalid } from '../http/problem.ts';
import { readCursor, type SortType } from './cursor.ts';
import { type Calendar, conditionsOf, type Filters } from './list-filters.ts';

/** How the list of one resource is read: declared by its module, beside the columns that have an index. */
export interface ListSpec {
  readonly table: string;
  /** Sort name without sign -> column and its type. Each has an index behind every access column. */
  readonly sorts: Readonly<Record<string, { column: string; type: SortType }>>;
  /** Filter name -> column, compared for equality, or a range. */
  readonly filters: Filters;
}

/** What is counted: a list's filters, without its order and place. */
export interface CountRequest {
  readonly q?: string | undefined;
  /** For filters that depend on the day; see `askedToday`. */
  readonly calendar?: Calendar | undefined;
  readonly [filter: string]: unknown;
}

export interface ListRequest extends CountRequest {
  readonly sort: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** One condition on `r` per branch of the rule, filters included. */
export function branchConditions(
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  parameters: Parameters,
): string[] {
  return branchesOf(visible.rule).map((branch) =>
    [branchToSql(branch, parameters, 'r'), ...filterConditions(spec, request, parameters)].join(' and '),
  );
}

/** A rule's branches, and the order they share. */
export interface Branches {
  /** One condition on `r` per branch, filters and cursor included. */
  readonly conditions: string[];
  readonly order: string;
  /** The condition that a row `one` comes after a row `other` in that order. */
  readonly after: (one: string, other: string) => string;
}

/** The branches of a list. */
export function listBranches(
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: ListRequest,
  parameters: Parameters,
): Branches {
  const descending = request.sort.startsWith('-');
  const sort = spec.sorts[request.sort.replace(/^-/, '')];
  if (!sort) throw invalid('sort', 'There is no such order');
  const way = descending ? 'desc' : 'asc';
  const after = request.after === undefined ? null : readCursor(request.after, request.sort, sort.type);
  const within = branchConditions(visible, spec, request, parameters);
  const conditions = within.map((condition) => {
    if (!after) return condition;
    const compared = `(${parameters.add(after.value)}::${sort.type}, ${parameters.add(after.id)}::uuid)`;
    return `${condition} and (r.${sort.column}, r.id) ${descending ? '<' : '>'} ${compared}`;
  });
  const key = (alias: string) => `(${alias}.${sort.column}, ${alias}.id)`;
  return {
    conditions,
    order: `order by ${sort.column} ${way}, id ${way}`,
    after: (one, other) => `${key(one)} ${descending ? '<' : '>'} ${key(other)}`,
  };
}

function filterConditions(spec: ListSpec, request: CountRequest, parameters: Parameters): string[] {
  return conditionsOf(spec.filters, request, parameters, request.calendar).flatMap(({ only, asked }) =>
    only === null ? [asked] : [only, asked],
  );
}

/** What is searched for; empty = no search. Folded by Unicode, as `search_text` is in every database. */
export function searchText(request: Readonly<Record<string, unknown>>): string {
  return typeof request.q === 'string' ? request.q.toLowerCase() : '';
}

/** A pattern for `like` that matches the text anywhere. */
export function likePattern(q: string): string {
  return `%${q.replace(/[\\%_]/g, '\\$&')}%`;
}

export function unionOf(selects: readonly string[]): string {
  return selects.map((select) => `(${select})`).join(' union all ');
}
