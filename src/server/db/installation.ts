import type { Database } from './database.ts';

const fingerprintKey = 'catalog_fingerprint';

/** The catalogue this database was last started with, or null for a new one. */
export async function readFingerprint(db: Database): Promise<string | null> {
  const row = await db.q
    .selectFrom('installation')
    .select('value')
    .where('key', '=', fingerprintKey)
    .executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : null;
}

export async function writeFingerprint(db: Database, fingerprint: string): Promise<void> {
  const value = JSON.stringify(fingerprint);
  await db.q
    .insertInto('installation')
    .values({ key: fingerprintKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
