import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/server/db/database.ts';
import { foldRollups, isRolledUp, rollups } from '../../src/server/db/rollups.ts';
import { testDatabase } from '../kit/database.ts';
import { plantWorld, type Random, randomFrom } from '../kit/random-world.ts';
import { expectRolledUp } from '../kit/rollups.ts';

let db: Database;
const random = randomFrom(20_261_128);
beforeAll(async () => {
  db = await testDatabase();
  await plantWorld(db, random, { partners: 2, organizations: 60, contacts: 10, users: 40 });
}, 120_000);
afterAll(() => db.close());

async function rowsOf(table: string): Promise<number> {
  const [row] = await db.raw<{ rows: number }>(`select count(*)::int as rows from ${table}`);
  return row?.rows ?? Number.NaN;
}

/** Changes some rows of a table, whichever the random source points at. */
const changing =
  (table: string, set: string, many: number, only = 'true') =>
  (source: Random) =>
    db.raw(
      `update ${table} set ${set} where ${only} and id in (select id from ${table} order by md5(id::text || $1) limit ${many})`,
      [String(source.below(1e6))],
    );

/** Writes of every kind that change what is counted, and some that do not: of one row and of many. */
const writes: readonly ((random: Random) => Promise<unknown>)[] = [
  changing('invoices', 'paid = amount', 5, 'voided_at is null'),
  changing('invoices', 'paid = 0, due_on = due_on + 1', 5),
  changing('invoices', 'voided_at = now(), paid = 0', 1),
  changing('subscriptions', 'mrr = mrr + 7', 9),
  changing('organizations', `status = case status when 'active' then 'closed' else 'active' end`, 3),
  changing('cases', `subject = subject || '.'`, 9),
  (source) =>
    db.raw('delete from cases where id in (select id from cases order by md5(id::text || $1) limit 2)', [
      String(source.below(1e6)),
    ]),
  () => foldRollups(db),
];

describe('rollups', () => {
  it('are declared as their tables are', async () => {
    for (const [table, { by, sum }] of Object.entries(rollups)) {
      const columns = await db.raw<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position`,
        [`${table}_rollup`],
      );
      expect(columns.map(({ name }) => name)).toEqual([...by, 'records', ...(sum === null ? [] : [sum])]);
    }
  });

  it('say what their tables say, whatever is written', async () => {
    await expectRolledUp(db, 'planted');
    for (let step = 0; step < 60; step += 1) {
      await random.pick(writes)(random);
      await expectRolledUp(db, `step ${step}`);
    }
  });

  it('keep nothing of what was rolled back', async () => {
    const undone = db.transaction(async () => {
      await db.raw('update invoices set due_on = due_on + 40');
      await db.raw('delete from cases');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await expectRolledUp(db, 'rolled back');
  });

  it('do not grow with writes that change nothing that is counted', async () => {
    const before = await rowsOf('organizations_rollup');
    await db.raw('update organizations set account_balance = account_balance + 1');
    expect(await rowsOf('organizations_rollup')).toBe(before);
  });

  it('are folded to one row for each of what is counted, by two at a time, while others write', async () => {
    await Promise.all([
      ...Array.from({ length: 10 }, () => random.pick(writes)(random)),
      foldRollups(db),
      foldRollups(db),
    ]);
    await expectRolledUp(db, 'two folds beside ten writes');
    await foldRollups(db);
    await expectRolledUp(db, 'folded');
    for (const [table, { by }] of Object.entries(rollups)) {
      const [row] = await db.raw<{ values: number }>(
        `select count(*)::int as values from (select distinct ${by.join(', ')} from ${table}) t`,
      );
      expect(await rowsOf(`${table}_rollup`), table).toBe(row?.values);
    }
    expect(await foldRollups(db)).toBe(0);
  });

  it('are read where all that is asked stands in them, and only there', () => {
    expect(isRolledUp('invoices', ["r.status = 'open' and r.due_on < $1::date", 'r.balance as amount'])).toBe(
      true,
    );
    expect(isRolledUp('invoices', ["r.status = 'open'", 'r.amount as amount'])).toBe(false);
    expect(isRolledUp('organizations', ['r.account_executive_id'])).toBe(false);
    expect(isRolledUp('payments', ['r.status'])).toBe(false);
  });
});
