import type { Database } from '../../db/database.ts';

/** The currency that organizations have unless another is named. */
export async function companyCurrency(db: Database): Promise<string> {
  const { currency } = await db.q.selectFrom('company_settings').select('currency').executeTakeFirstOrThrow();
  return currency;
}
