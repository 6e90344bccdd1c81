import type { Visible } from '../../access/subject.ts';
import { branchesOf, branchToSql, Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { readVisible } from './behind-fence.ts';
import type { Database } from './database.ts';

interface Aggregate {
  readonly table: string;
  readonly groupBy: readonly string[];
}

/** Counts what the reader may see, by the values of some columns: the same branches as the list, each row once. */
export async function aggregateVisible<T>(
  db: Database,
  visible: Visible<ResourceKey>,
  { table, groupBy }: Aggregate,
): Promise<T[]> {
  const parameters = new Parameters();
  const columns = groupBy.join(', ');
  const branches = branchesOf(visible.rule).map(
    (branch) => `select ${columns} from ${table} r where ${branchToSql(branch, parameters, 'r')}`,
  );
  if (branches.length === 0) return [];
  const text = `select ${columns}, count(*) as count from (${branches.join(' union all ')}) seen
group by ${columns} order by ${columns}`;
  return readVisible(db, visible, () => db.raw<T>(text, parameters.values));
}
