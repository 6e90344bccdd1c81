import type { Visible } from '../../access/subject.ts';
import { Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { isFenced } from './behind-fence.ts';
import {
  type ListRequest,
  type ListSpec,
  likePattern,
  listBranches,
  searchText,
  unionOf,
} from './list-branches.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A question to one list. */
export interface Search {
  readonly visible: Visible<ResourceKey>;
  readonly spec: ListSpec;
  readonly request: ListRequest;
}

/**
 * Those among the first rows of each branch. A row of nulls says that they may not be the first of all: a branch goes
 * on, and the page is not full or reaches further than was looked. How many is a parameter here and below: a number in
 * the text that exceeds what people have on average would make the planner fetch and sort all that somebody has,
 * instead of following the order of an index.
 */
export function amongFirst({ visible, spec, request }: Search, rows: number): Statement {
  const { table } = spec;
  const parameters = new Parameters();
  const { conditions, order, after } = listBranches(visible, spec, request, parameters);
  const q = parameters.add(searchText(request));
  const limit = parameters.add(request.limit + 1);
  const bound = parameters.add(rows);
  const looked = conditions.map(
    (condition, index) => `first_${index} as materialized (select r.* from ${table} r
where ${condition} ${order} limit ${bound})`,
  );
  const all = conditions.map(
    (_, index) => `select * from first_${index} where strpos(search_text, ${q}) > 0`,
  );
  const open = conditions.map(
    (_, index) => `case when (select count(*) from first_${index}) < ${bound} then false
when (select count(*) from found) < ${limit} then true
else exists (select from found, (select * from first_${index} ${order} limit 1 offset ${bound} - 1) edge
where ${after('found', 'edge')}) end`,
  );
  const text = `with ${looked.join(', ')},
found as materialized (${unionOf(all)} ${order} limit ${limit})
${withMark(table, open.join(' or '))} ${order}`;
  return { text, values: parameters.values };
}

/** Along the list until each branch has filled the page, at most so many rows of each; the rest as above. */
export function walk({ visible, spec, request }: Search, rows: number): Statement {
  const { table } = spec;
  const parameters = new Parameters();
  const { conditions, order, after } = listBranches(visible, spec, request, parameters);
  const q = parameters.add(searchText(request));
  const limit = parameters.add(request.limit + 1);
  const bound = parameters.add(rows);
  const walks = conditions.map(
    (condition, index) => `walk_${index} as materialized (select w.* from
(select r.* from ${table} r where ${condition} ${order} limit ${bound}) w where strpos(w.search_text, ${q}) > 0 ${order} limit ${limit})`,
  );
  const all = conditions.map((_, index) => `select * from walk_${index}`);
  // Where a branch would go on is only worth asking of one that has not filled the page by itself.
  const open = conditions.map(
    (condition, index) => `case when (select count(*) from walk_${index}) < ${limit} then
exists (select from (select r.* from ${table} r where ${condition} ${order} limit 1 offset ${bound}) edge
where (select count(*) from found) < ${limit} or exists (select from found where ${after('found', 'edge')})) else false end`,
  );
  const text = `with ${walks.join(', ')},
found as materialized (${unionOf(all)} ${order} limit ${limit})
${withMark(table, open.join(' or '))} ${order}`;
  return { text, values: parameters.values };
}

/** Along the list to its end: for texts that no index can look for. */
export function wholeWalk({ visible, spec, request }: Search): Statement {
  const parameters = new Parameters();
  const { conditions, order } = listBranches(visible, spec, request, parameters);
  const q = parameters.add(searchText(request));
  const limit = parameters.add(request.limit + 1);
  const walks = conditions.map(
    (condition) =>
      `select r.* from ${spec.table} r where ${condition} and strpos(r.search_text, ${q}) > 0 ${order} limit ${limit}`,
  );
  return { text: merged(walks, order, limit), values: parameters.values };
}

/** The reader's among at most so many hits in the whole table. A row of nulls says that there were more. */
export function amongFewHits({ visible, spec, request }: Search, most: number): Statement {
  const { table } = spec;
  const parameters = new Parameters();
  const { conditions, order } = listBranches(visible, spec, request, parameters);
  const pattern = parameters.add(likePattern(searchText(request)));
  const cap = parameters.add(most);
  // The limit stands apart from the search, so that it can not talk the planner out of the index.
  const few = isFenced(visible)
    ? `few as materialized (select * from ${table}_matching(${pattern}, ${cap}))`
    : `hits as materialized (select * from ${table} where search_text like ${pattern}),
few as materialized (select * from hits limit ${cap})`;
  const more = isFenced(visible)
    ? 'exists (select from few where id is null)'
    : `(select count(*) from few) = ${cap}`;
  const text = `with ${few},
found as materialized (select r.* from few r where (${eitherOf(conditions)}) ${order} limit ${parameters.add(request.limit + 1)})
${withMark(table, more)} ${order}`;
  return { text, values: parameters.values };
}

/** All hits of the whole table from the trigram index, then those of the reader. */
export function amongAllHits({ visible, spec, request }: Search): Statement {
  const parameters = new Parameters();
  const { conditions, order } = listBranches(visible, spec, request, parameters);
  const pattern = parameters.add(likePattern(searchText(request)));
  // Behind the fence a policy hides the index from the comparison; the function searches within the same boundary.
  const matching = isFenced(visible)
    ? `${spec.table}_matching(${pattern})`
    : `${spec.table} where search_text like ${pattern}`;
  const text = `with hits as materialized (select * from ${matching})
select r.* from hits r where (${eitherOf(conditions)}) ${order} limit ${parameters.add(request.limit + 1)}`;
  return { text, values: parameters.values };
}

function merged(selects: readonly string[], order: string, limit: string): string {
  return selects.length > 1 ? `${unionOf(selects)} ${order} limit ${limit}` : selects.join('');
}

function withMark(table: string, more: string): string {
  return `select * from found union all select (null::${table}).* where ${more}`;
}

export function eitherOf(conditions: readonly string[]): string {
  return conditions.map((condition) => `(${condition})`).join(' or ');
}
