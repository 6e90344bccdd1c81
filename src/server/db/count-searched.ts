import type { Visible } from '../../access/subject.ts';
import { Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { readVisible } from './behind-fence.ts';
import type { Database } from './database.ts';
import {
  branchConditions,
  type CountRequest,
  type ListSpec,
  likePattern,
  searchText,
  unionOf,
} from './list-branches.ts';
import { eitherOf, type Statement } from './search-statements.ts';

/** Up to so many rows per branch, to look at each is cheaper than to ask the index for everybody's hits. */
const lookedAt = 2_600;

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
  const first = amongFirst(visible, spec, request);
  const branches = await db.raw<{ looked: number; found: number }>(first.text, first.values);
  if (branches.every(({ looked }) => looked < lookedAt)) {
    const found = branches.reduce((sum, branch) => sum + branch.found, 0);
    return Math.min(found, cap);
  }
  const all = byIndex(visible, spec, request, cap);
  const [row] = await db.raw<{ found: number }>(all.text, all.values);
  return row?.found ?? 0;
}

function amongFirst(visible: Visible<ResourceKey>, spec: ListSpec, request: CountRequest): Statement {
  const parameters = new Parameters();
  const conditions = branchConditions(visible, spec, request, parameters);
  const q = parameters.add(searchText(request));
  const counts = conditions.map(
    (condition) => `select count(*)::int as looked,
count(*) filter (where strpos(search_text, ${q}) > 0)::int as found
from (select r.search_text from ${spec.table} r where ${condition} limit ${lookedAt}) looked_at`,
  );
  return { text: unionOf(counts), values: parameters.values };
}

function byIndex(
  visible: Visible<ResourceKey>,
  spec: ListSpec,
  request: CountRequest,
  cap: number,
): Statement {
  const parameters = new Parameters();
  const reached = eitherOf(branchConditions(visible, spec, request, parameters));
  const pattern = parameters.add(likePattern(searchText(request)));
  const text = `select count(*)::int as found from
(select from ${spec.table}_matching(${pattern}) r where ${reached} limit ${cap}) hits`;
  return { text, values: parameters.values };
}
