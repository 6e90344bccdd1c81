import type { Visible } from '../../access/subject.ts';
import { Parameters, ruleToSql } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { readVisible } from './behind-fence.ts';
import type { Database } from './database.ts';

/** Which of some records the reader may see. */
export async function visibleAmong(
  db: Database,
  visible: Visible<ResourceKey>,
  table: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const parameters = new Parameters();
  const given = parameters.add(ids);
  const text = `select r.id from ${table} r where r.id = any(${given}::uuid[]) and ${ruleToSql(visible.rule, parameters, 'r')}`;
  const seen = await readVisible(db, visible, () => db.raw<{ id: string }>(text, parameters.values));
  return new Set(seen.map(({ id }) => id));
}
