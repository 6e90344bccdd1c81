import { afterAll, beforeAll, expect, it } from 'vitest';
import { billingApp, dueOn, invoicedByRun, plantDue } from '../../bench/billing/sides.ts';
import { bookAllDue } from '../../src/server/commerce/book-all-due.ts';
import type { Database } from '../../src/server/db/database.ts';
import { testDatabase } from '../kit/database.ts';

const count = 500;
let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await plantDue(db, count);
});
afterAll(() => db.close());

it('leaves out what can not be booked, counts it, and holds up no other', async () => {
  const other = await testDatabase();
  try {
    await plantDue(other, 30);
    await other.raw(`create function break_one() returns trigger language plpgsql as $$
begin if new.number = 'S-000007' then raise exception 'broken'; end if; return new; end $$`);
    await other.raw(
      'create trigger break_one before update on subscriptions for each row execute function break_one()',
    );
    const app = billingApp(other);
    const run = () => bookAllDue({ app, today: dueOn });
    expect(await run()).toMatchObject({ subscriptions: 29, invoices: 29, failed: 1 });
    await expect(run()).rejects.toThrow('broken');
    await other.raw('drop trigger break_one on subscriptions');
    expect(await run()).toMatchObject({ subscriptions: 1, invoices: 1, failed: 0 });
  } finally {
    await other.close();
  }
});

it('invoices everything once, whatever number of runs there are at once, and nothing again', async () => {
  const app = billingApp(db);
  const runs = await Promise.all(Array.from({ length: 8 }, () => bookAllDue({ app, today: dueOn })));
  expect(runs.reduce((sum, { invoices }) => sum + invoices, 0)).toBe(count);
  expect(await bookAllDue({ app, today: dueOn })).toMatchObject({ subscriptions: 0, invoices: 0, failed: 0 });
  const owed = 2 * count * 5997;
  expect(await invoicedByRun(db)).toEqual({ invoices: count, subscriptions: count, owed, balances: owed });
});
