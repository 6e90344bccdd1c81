import type { Parameters } from '../../access/to-sql.ts';

export interface SearchBranch {
  readonly table: string;
  /** The branch's condition on `r`, without the search itself. */
  readonly where: string;
  /** `created_at desc, id desc`, without alias. */
  readonly order: string;
  /** Rows wanted: the page and one more. */
  readonly limit: number;
  /** What is looked for, in lower case. */
  readonly q: string;
  /** Behind the fence no index can answer a search: its comparison is not leakproof. */
  readonly fenced: boolean;
}

const glance = 300;
const walkLimit = 4000;
/** Hits in the glance from which on a walk along the list is expected to fill the page. */
const frequent = 2;

/**
 * Rows of one branch that contain a text. Which way is fast depends on how frequent the text is, which the planner can
 * not know of a parameter: so the statement itself looks at the first rows of the list, and then either has its page,
 * walks on along the list, or takes all hits from the trigram index. Ways not taken are not executed.
 */
export function searchBranch({ table, where, order, limit, q, fenced }: SearchBranch, parameters: Parameters): string {
  const found = (alias: string) => `strpos(${alias}.search_text, ${text}) > 0`;
  const text = `${parameters.add(q)}::text`;
  const wanted = `${parameters.add(limit)}::int`;
  const inOrder = `select r.* from ${table} r where ${where}`;
  if (fenced) return `${inOrder} and ${found('r')} order by ${order} limit ${wanted}`;
  const like = `${parameters.add(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}::text`;
  return `with glance as materialized (${inOrder} order by ${order} limit ${glance}),
seen as materialized (select count(*) = ${glance} as more, count(*) filter (where ${found('glance')}) as found from glance),
walk as materialized (select w.* from (${inOrder} order by ${order} limit ${walkLimit}) w
where ${found('w')} and (select more and found >= ${frequent} and found < ${wanted} from seen) order by ${order} limit ${wanted}),
way as materialized (select case
when not more or found >= ${wanted} then 'glance'
when found >= ${frequent} and ((select count(*) from walk) >= ${wanted}
or not exists (${inOrder} offset ${walkLimit} limit 1)) then 'walk'
else 'hits' end as way from seen),
hits as materialized (select r.* from ${table} r where r.search_text like ${like} and (select way = 'hits' from way))
select * from glance where ${found('glance')} and (select way = 'glance' from way)
union all select * from walk where (select way = 'walk' from way)
union all select r.* from hits r where ${where}
order by ${order} limit ${wanted}`;
}
