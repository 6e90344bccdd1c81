import type { Visible } from '../../access/subject.ts';
import { branchesOf, branchToSql, Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { readVisible } from './behind-fence.ts';
import type { Database } from './database.ts';
import { isRolledUp } from './rollups.ts';

export interface Aggregate {
  readonly table: string;
  /** By the name they are answered under: columns of `r`, or expressions on it. */
  readonly groupBy: Readonly<Record<string, string>>;
  /** What is added up, by the name it is answered under. */
  readonly sums?: Readonly<Record<string, string>>;
  /** A condition on `r`, beyond what the reader may see. */
  readonly where?: string | null;
}

/**
 * Counts and adds up what the reader may see, by the values of some expressions: the same branches as the list, each
 * row once. The text of `build` must not depend on values: they go into its parameters.
 */
export async function aggregateVisible<T>(
  db: Database,
  visible: Visible<ResourceKey>,
  build: (parameters: Parameters) => Aggregate,
): Promise<T[]> {
  const statement = aggregateStatement(visible, build);
  return statement ? readVisible(db, visible, () => db.raw<T>(statement.text, statement.values)) : [];
}

/**
 * The statement of an aggregate; null for a reader who reaches nothing. Where somebody sees every row of a table, and
 * what is asked of it is kept in its rollup, that is read in its place.
 */
export function aggregateStatement(
  visible: Visible<ResourceKey>,
  build: (parameters: Parameters) => Aggregate,
): { text: string; values: readonly unknown[] } | null {
  const parameters = new Parameters();
  const { table, groupBy, sums = {}, where = null } = build(parameters);
  const asked = Object.entries({ ...groupBy, ...sums }).map(([name, of]) => `${of} as ${name}`);
  const told = [...Object.values(groupBy), where ?? ''];
  const kept = visible.rule.kind === 'always' && isRolledUp(table, told, Object.values(sums));
  const columns = kept ? [...asked, 'r.records'] : asked;
  const branches = branchesOf(visible.rule).map((branch) => {
    const condition = [branchToSql(branch, parameters, 'r'), ...(where === null ? [] : [`(${where})`])];
    return `select ${columns.join(', ')} from ${kept ? `${table}_rollup` : table} r where ${condition.join(' and ')}`;
  });
  if (branches.length === 0) return null;
  const names = Object.keys(groupBy).join(', ');
  const counted = kept ? 'sum(records)' : 'count(*)';
  const added = Object.keys(sums).map((name) => `, sum(${name})::bigint as ${name}`);
  const text = `select ${names}, ${counted}::int as count${added.join('')} from (${branches.join(' union all ')}) seen
group by ${names}${kept ? ' having sum(records) <> 0' : ''} order by ${names}`;
  return { text, values: parameters.values };
}
