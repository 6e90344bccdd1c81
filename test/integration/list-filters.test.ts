import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/billing/calendar.ts';
import { today } from '../../src/server/commerce/today.ts';
import { newId } from '../../src/server/db/id.ts';
import { addOrganization, testApp } from '../kit/app.ts';
import { confirmed, openShop, type Shop, startSubscription } from '../kit/shop.ts';

let shop: Shop;
let day: string;
beforeAll(async () => {
  shop = await openShop(await testApp());
  day = await today(shop.kit.app);
  for (const late of [-5, 0, 1, 30, 31, 60, 61, 90, 91, 400]) await addInvoice(addDays(day, -late));
});
afterAll(() => shop.kit.close());

async function addInvoice(due_on: string, paid = 0): Promise<void> {
  const { db } = shop.kit;
  const of = { organization_id: shop.organization, subscription_id: null, currency: 'EUR', created_by: null };
  await db.q
    .insertInto('invoices')
    .values({
      id: newId(),
      ...of,
      issued_on: addDays(due_on, -30),
      due_on,
      amount: 100,
      paid,
      last_reminder: null,
    })
    .execute();
}

const get = (path: string) => shop.kit.as(shop.admin, 'GET', path);
async function listed<T>(path: string): Promise<T[]> {
  const answer = await get(path);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.items as T[];
}

describe('invoices', () => {
  const ages = [
    ['not_due', [5, 0]],
    ['days_1_30', [-1, -30]],
    ['days_31_60', [-31, -60]],
    ['days_61_90', [-61, -90]],
    ['over_90', [-91, -400]],
    ['overdue', [-1, -30, -31, -60, -61, -90, -91, -400]],
  ] as const;

  it.each(ages)('of the age %s are due on its days', async (age, days) => {
    const found = await listed<{ due_on: string }>(`/invoices?age=${age}&sort=-due_on`);
    expect(found.map(({ due_on }) => due_on)).toEqual(days.map((days) => addDays(day, days)));
  });

  it('are of an age only while they are open', async () => {
    await addInvoice(addDays(day, -10), 100);
    expect(await listed('/invoices?age=days_1_30')).toHaveLength(2);
  });

  it('are found between due dates, both included, page after page, and counted alike', async () => {
    const asked = `due_from=${addDays(day, -60)}&due_to=${addDays(day, -1)}&status=open`;
    const first = await get(`/invoices?${asked}&sort=due_on&limit=3`);
    const rest = await get(`/invoices?${asked}&sort=due_on&limit=3&after=${String(first.body.next)}`);
    const both = [first, rest].flatMap(({ body }) => body.items as { due_on: string }[]);
    expect(both.map(({ due_on }) => due_on)).toEqual([-60, -31, -30, -1].map((days) => addDays(day, days)));
    expect((await get(`/invoices/count?${asked}`)).body).toEqual({ count: 4, capped: false });
  });

  it('refuses what is no age and no date, naming the field', async () => {
    for (const [field, value] of [
      ['age', 'old'],
      ['due_from', 'yesterday'],
      ['due_to', '2026-02-30'],
      ['due_from', '0000-01-01'],
    ]) {
      const { status, body } = await get(`/invoices?${field}=${value}`);
      expect([status, (body.fields as { field: string }[])[0]?.field]).toEqual([422, field]);
    }
  });
});

describe('organizations', () => {
  it('are found by the day they were added, as the company’s clock has it', async () => {
    await shop.kit.db.q.updateTable('company_settings').set({ time_zone: 'Pacific/Auckland' }).execute();
    // Still the 31st in Greenwich.
    const id = await addOrganization(shop.kit.db, { created_at: new Date('2025-01-31T12:00:00Z') });
    const on = (from: string, to: string) =>
      listed<{ id: string }>(`/organizations?created_from=${from}&created_to=${to}`);
    expect((await on('2025-02-01', '2025-02-28')).map((row) => row.id)).toEqual([id]);
    expect(await on('2025-01-01', '2025-01-31')).toEqual([]);
    await shop.kit.db.q.updateTable('company_settings').set({ time_zone: 'UTC' }).execute();
    expect((await on('2025-01-01', '2025-01-31')).map((row) => row.id)).toEqual([id]);
  });
});

describe('subscriptions', () => {
  interface Row {
    readonly id: string;
    readonly status: string;
    readonly trial_end: string | null;
    readonly next_charge: { on: string } | null;
  }

  it('are found by what their pages say of the next charge', async () => {
    const running = await startSubscription(shop);
    const ending = await startSubscription(shop);
    const cancelled = await confirmed(shop, shop.executive, `/subscriptions/${ending.subscription}/cancel`, {
      when: 'end_of_period',
      reason: 'Over',
    });
    expect(cancelled.status).toBe(200);
    const all = await listed<Row>('/subscriptions');
    const far = addDays(day, 400);
    expect((await listed<Row>(`/subscriptions?charged_by=${far}`)).map(({ id }) => id)).toEqual(
      all.filter(({ next_charge }) => next_charge !== null).map(({ id }) => id),
    );
    const charge = all.find(({ id }) => id === running.subscription)?.next_charge?.on ?? '';
    expect(all.find(({ id }) => id === ending.subscription)?.next_charge).toBeNull();
    expect(await listed(`/subscriptions?charged_by=${charge}`)).toHaveLength(1);
    expect(await listed(`/subscriptions?charged_by=${addDays(charge, -1)}`)).toHaveLength(0);
  });

  it('are found by the end of their trial while it runs', async () => {
    const { db } = shop.kit;
    const { subscription } = await startSubscription(shop);
    const trial_end = addDays(day, 14);
    await db.q.updateTable('subscriptions').set({ trial_end }).where('id', '=', subscription).execute();
    expect(await listed(`/subscriptions?trial_ends_by=${trial_end}`), 'it is active').toEqual([]);
    await db.q
      .updateTable('subscriptions')
      .set({ status: 'trialing', mrr: 0 })
      .where('id', '=', subscription)
      .execute();
    expect(await listed(`/subscriptions?trial_ends_by=${trial_end}`)).toHaveLength(1);
    expect(await listed(`/subscriptions?trial_ends_by=${addDays(trial_end, -1)}`)).toEqual([]);
  });
});
