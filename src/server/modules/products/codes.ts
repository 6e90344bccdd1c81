import type { Database } from '../../db/database.ts';
import { invalid } from '../../http/problem.ts';

/** Products have codes of their own, and so have plans. */
export async function requireFreeCode(
  db: Database,
  table: 'products' | 'plans',
  code: string | undefined,
  own: string | null,
): Promise<void> {
  if (code === undefined) return;
  const found = await db.q.selectFrom(table).select('id').where('code', '=', code).executeTakeFirst();
  if (found && found.id !== own) throw invalid('code', 'This code is taken', 'taken');
}
