import type { Visible } from '../../access/subject.ts';
import { Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { isFenced, readVisible } from './behind-fence.ts';
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

/** Up to so many rows per branch, a walk along the list is cheaper than asking the index for everybody's hits. */
const walkRows = 2600;

/** How much further a second walk goes, where the first one found enough to expect a full page by then. */
const further = 10;

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The first rows of a list that contain a text, one more than the page. Which way is fast depends on how frequent the
 * text is among the reader's rows, which the planner can not know of a parameter. So a bounded walk along the list
 * comes first: it answers frequent texts and people with an ordinary number of records; a second, longer one where
 * the first nearly did. Then, for rare texts among many
 * records, follow all hits from the trigram index. Every text stays free of values. For rules that reach something.
 */
export async function searchVisible<T>(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: ListRequest,
): Promise<T[]> {
  return readVisible(db, visible, () => inSteps<T>(db, visible, spec, request));
}

async function inSteps<T>(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: ListRequest,
): Promise<T[]> {
  const wanted = request.limit + 1;
  const run = <R>({ text, values }: Statement) => db.raw<R>(text, values);
  const walked = await run<T>(walk(visible, spec, request));
  if (walked.length >= wanted) return walked;
  const [longer] = await run(beyond(visible, spec, request));
  if (!longer) return walked;
  if (walked.length * further >= wanted) {
    const more = await run<T>(walk(visible, spec, request, walkRows * further));
    if (more.length >= wanted) return more;
  }
  return run<T>(hits(visible, spec, request));
}

/**
 * How many rows behind the fence contain a text, up to `cap`: among the first of each branch, and where a branch is
 * longer, by the index.
 */
export async function countSearched(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  cap: number,
): Promise<number> {
  const [found] = await readVisible(db, visible, async () => [
    await countInSteps(db, visible, spec, request, cap),
  ]);
  return found ?? 0;
}

async function countInSteps(
  db: Database,
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  cap: number,
): Promise<number> {
  const first = countedAmongFirst(visible, spec, request);
  const branches = await db.raw<{ looked: number; found: number }>(first.text, first.values);
  if (branches.every(({ looked }) => looked < walkRows)) {
    const found = branches.reduce((sum, branch) => sum + branch.found, 0);
    return Math.min(found, cap);
  }
  const all = countedByIndex(visible, spec, request, cap);
  const [row] = await db.raw<{ found: number }>(all.text, all.values);
  return row?.found ?? 0;
}

function countedAmongFirst(visible: Visible<ResourceKey>, spec: ListSpec, request: CountRequest): Statement {
  const parameters = new Parameters();
  const conditions = branchConditions(visible, spec, request, parameters);
  const q = parameters.add(searchText(request));
  const counts = conditions.map(
    (condition) => `select count(*)::int as looked,
count(*) filter (where strpos(search_text, lower(${q})) > 0)::int as found
from (select r.search_text from ${spec.table} r where ${condition} limit ${walkRows}) looked_at`,
  );
  return { text: unionOf(counts), values: parameters.values };
}

function countedByIndex(
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  cap: number,
): Statement {
  const parameters = new Parameters();
  const conditions = branchConditions(visible, spec, request, parameters);
  const reached = conditions.map((condition) => `(${condition})`).join(' or ');
  const pattern = parameters.add(likePattern(searchText(request)));
  const text = `select count(*)::int as found from
(select from ${spec.table}_matching(lower(${pattern})) r where ${reached} limit ${cap}) hits`;
  return { text, values: parameters.values };
}

/** Along the list until the page is full, but not for ever. */
function walk(
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: ListRequest,
  rows = walkRows,
): Statement {
  const parameters = new Parameters();
  const { conditions, order } = listBranches(visible, spec, request, parameters);
  const q = parameters.add(searchText(request));
  const limit = parameters.add(request.limit + 1);
  const walks = conditions.map(
    (
      condition,
    ) => `select w.* from (select r.* from ${spec.table} r where ${condition} ${order} limit ${rows}) w
where strpos(w.search_text, lower(${q})) > 0 ${order} limit ${limit}`,
  );
  const text = walks.length > 1 ? `${unionOf(walks)} ${order} limit ${limit}` : walks.join('');
  return { text, values: parameters.values };
}

/** One row when a branch is longer than the walk was. */
function beyond(visible: Visible<ResourceKey>, spec: ListSpec, request: ListRequest): Statement {
  const parameters = new Parameters();
  const { conditions, order } = listBranches(visible, spec, request, parameters);
  const ends = conditions.map((condition) => {
    const within = `select r.id from ${spec.table} r where ${condition} ${order}`;
    return `select id from (${within} limit 1 offset ${walkRows}) rest`;
  });
  const text = `select 1 as more from (${unionOf(ends)}) beyond limit 1`;
  return { text, values: parameters.values };
}

/** All hits of the whole table from the trigram index, then those of the reader. */
function hits(visible: Visible<ResourceKey>, spec: ListSpec, request: ListRequest): Statement {
  const parameters = new Parameters();
  const { conditions, order } = listBranches(visible, spec, request, parameters);
  const reached = conditions.map((condition) => `(${condition})`).join(' or ');
  const pattern = `lower(${parameters.add(likePattern(searchText(request)))})`;
  // Behind the fence a policy hides the index from the comparison; the function searches within the same boundary.
  const matching = isFenced(visible)
    ? `${spec.table}_matching(${pattern})`
    : `${spec.table} where search_text like ${pattern}`;
  const text = `with hits as materialized (select * from ${matching})
select r.* from hits r where (${reached}) ${order} limit ${parameters.add(request.limit + 1)}`;
  return { text, values: parameters.values };
}
