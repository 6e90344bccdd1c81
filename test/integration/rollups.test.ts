import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileGrants } from '../../src/access/grants.ts';
import { type Subject, visible } from '../../src/access/subject.ts';
import { blocks } from '../../src/contract/dashboard/blocks.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { migrations } from '../../src/server/db/migrations/list.ts';
import { foldRollups, isRolledUp, recountRollups, rollups } from '../../src/server/db/rollups.ts';
import { addOrganization } from '../../src/server/db/test-rows.ts';
import { aggregateStatement } from '../../src/server/db/visible-aggregate.ts';
import { figuresAggregate } from '../../src/server/db/visible-figures.ts';
import { lists } from '../../src/server/modules/all.ts';
import { emptyDatabase, testDatabase } from '../kit/database.ts';
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

/** A database as it was before there were rollups, with a few organizations in it. */
async function earlierDatabase() {
  const earlier = await emptyDatabase();
  const at = migrations.findIndex(({ name }) => name === '0038-rollups');
  for (const { sql } of migrations.slice(0, at)) await earlier.transaction(() => earlier.script(sql));
  const partner = await addOrganization(earlier, { kind: 'partner' });
  await addOrganization(earlier, { parent_partner_id: partner });
  const upgrade = async () => {
    for (const { sql } of migrations.slice(at)) await earlier.transaction(() => earlier.script(sql));
  };
  return { earlier, upgrade };
}

it('count what was there before them, and what somebody else is writing at that moment', async () => {
  const { earlier, upgrade } = await earlierDatabase();
  const writing = earlier.transaction(async () => {
    await addOrganization(earlier);
    await sleep(500);
  });
  await sleep(100);
  await Promise.all([writing, upgrade()]);
  await expectRolledUp(earlier, 'upgraded');
  await addOrganization(earlier);
  await expectRolledUp(earlier, 'written to');
  await earlier.close();
}, 120_000);

const seesAll: Subject = {
  ...{ userId: newId(), organizationId: null, partnerId: null, status: 'active' },
  grants: compileGrants('global_administrator', {
    ...{ id: newId(), version: 1 },
    grants: { groups: [], resources: {}, may_invite: [] },
  }),
};

it('answer what the dashboard says of all records, but for what months and coming days tell', () => {
  const calendar = { today: '2026-11-28', timeZone: 'UTC' };
  const kept = blocks.filter(({ resource, figures, within, sum }) => {
    const request = {
      ...{ figures: figures(calendar.today).map(({ opens }) => opens), sum, calendar },
      within: within(calendar.today),
    };
    const { text = '' } =
      aggregateStatement(visible(seesAll, resource), (parameters) =>
        figuresAggregate(lists[resource], request, parameters),
      ) ?? {};
    return text.includes(`${resource}_rollup`);
  });
  expect(kept.map(({ key }) => key)).toEqual([
    ...['recurring_revenue', 'active_subscriptions', 'receivables', 'cases', 'organizations'],
  ]);
});

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

  it('keep what a merge did, and what a savepoint left', async () => {
    await db.raw(`merge into cases c using (select id, row_number() over (order by id) as place from cases) o on o.id = c.id
when matched and place % 3 = 0 then delete
when matched and place % 3 = 1 then update set status = case status when 'open' then 'waiting_on_customer' else 'open' end, settled_at = null`);
    await expectRolledUp(db, 'merged');
    await db.transaction(async () => {
      await db.raw('update invoices set due_on = due_on + 3');
      const undone = db.savepoint(async () => {
        await db.raw('update invoices set due_on = due_on + 40');
        throw new Error('undone');
      });
      await expect(undone).rejects.toThrow('undone');
    });
    await expectRolledUp(db, 'savepoint');
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
    const places = () => db.raw('select ctid::text as place from invoices_rollup order by ctid');
    const folded = await places();
    expect(await foldRollups(db)).toBe(0);
    expect(await places()).toEqual(folded);
  });

  it('are put right by a recount after a repair without triggers, also by two at a time while others write', async () => {
    await db.script(`alter table invoices disable trigger user;
update invoices set paid = amount where id in (select id from invoices where voided_at is null order by id limit 9);
delete from cases_rollup where status = 'open';
alter table invoices enable trigger user;`);
    const [one, two] = await Promise.all([
      recountRollups(db),
      recountRollups(db),
      foldRollups(db),
      ...Array.from({ length: 10 }, () => random.pick(writes)(random)),
    ]);
    expect(one + two).toBeGreaterThan(1);
    await expectRolledUp(db, 'recounted');
    expect(await recountRollups(db)).toBe(0);
  });

  it.each<[boolean, string, string[], string[]]>([
    [true, 'invoices', ["r.status = 'open' and r.due_on < $1::date", 'r.currency'], ['r.balance']],
    [true, 'cases', ['true'], []],
    [false, 'invoices', ["r.status = 'open'"], ['r.amount']],
    [false, 'organizations', ['r.account_executive_id'], []],
    [false, 'payments', ['r.status'], []],
    // One row stands for many: of its money only the sum is known, and it is not one.
    [false, 'invoices', ['r.balance > 0'], []],
    [false, 'invoices', ['r.status'], ['greatest(r.balance, 0)']],
    [false, 'subscriptions', ['r.status'], ['1']],
    [false, 'cases', ['r.status'], ['r.null']],
  ])('answer, or do not: %s for %s told by %j with %j', (answer, table, told, sums) => {
    expect(isRolledUp(table, told, sums)).toBe(answer);
  });
});
