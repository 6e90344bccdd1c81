import type { Database } from '../db/database.ts';
import type { NewRow } from '../db/tables.ts';

/** External id -> record, for the ids that this source brought before. */
export async function findExternal(
  db: Database,
  source: string,
  resource: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.q
    .selectFrom('external_ids')
    .select(['external_id', 'record_id'])
    .where('source', '=', source)
    .where('resource', '=', resource)
    .where('external_id', 'in', [...keys])
    .execute();
  return new Map(rows.map(({ external_id, record_id }) => [external_id, record_id]));
}

/** Fails when another import brought the same id meanwhile: its record would otherwise be made a second time. */
export async function claimExternalId(db: Database, row: NewRow<'external_ids'>): Promise<void> {
  await db.q.insertInto('external_ids').values(row).execute();
}

/** For records that something else already keeps single. */
export async function keepExternalId(db: Database, row: NewRow<'external_ids'>): Promise<void> {
  await db.q
    .insertInto('external_ids')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
