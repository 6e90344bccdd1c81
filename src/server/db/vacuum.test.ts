import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import type { Database } from './database.ts';
import { addOrganization } from './test-rows.ts';
import { vacuumEmbedded } from './vacuum.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  for (let n = 0; n < 50; n += 1) await addOrganization(db);
});
afterAll(() => db.close());

const size = async () =>
  (await db.raw<{ size: number }>(`select pg_relation_size('organizations')::int as size`))[0]?.size ?? 0;

/** Writes every row anew, eight times. */
async function rewrite(): Promise<void> {
  for (let n = 0; n < 8; n += 1)
    await db.q
      .updateTable('organizations')
      .set({ phone: `${n}` })
      .execute();
}

test('the embedded database uses again what changed rows leave behind; PostgreSQL is left to itself', async () => {
  await rewrite();
  const { signal } = new AbortController();
  const vacuumed = await vacuumEmbedded(db, signal);
  if (db.engine === 'postgres') return expect(vacuumed).toBe(0);
  expect(vacuumed).toBeGreaterThan(30);
  const before = await size();
  await rewrite();
  expect(await size()).toBe(before);
  const [counted] = await db.raw<{ rows: number }>(
    `select reltuples::int as rows from pg_class where oid = 'organizations'::regclass`,
  );
  expect(counted?.rows).toBe(50);
});

test('is left off between two tables when the server stops', async () => {
  if (db.engine === 'postgres') return;
  await expect(vacuumEmbedded(db, AbortSignal.abort())).rejects.toThrow();
});
