import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, testApp } from '../kit/app.ts';
import { asking } from '../kit/asking.ts';
import { euro } from '../kit/money.ts';
import { confirmed, openShop, type Shop, startSubscription } from '../kit/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());
const { get, post } = asking(() => shop);

type Entry = { action: string; changes: { field: string; from: unknown; to: unknown }[] };

async function changed(body: Record<string, unknown> = { quantity: 5, when: 'immediately' }) {
  const { subscription } = await startSubscription(shop);
  const path = `/subscriptions/${subscription}`;
  const answer = await confirmed(shop, shop.executive, `${path}/change`, body);
  expect(answer.status).toBe(200);
  return path;
}

describe('what is told of a subscription', () => {
  it('reads in its history as people read it: names and amounts, no ids but that of its organization', async () => {
    const path = await changed({ plan_version_id: shop.pro, when: 'next_period' });
    const { items } = (await get(`${path}/history`)) as { items: Entry[] };
    const [change, start] = items;
    expect(change?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['waiting_change', 'Portal – Pro, quantity 3'],
      ['waiting_change_on', expect.stringMatching(/^\d{4}-\d\d-\d\d$/)],
    ]);
    expect(start?.changes).toContainEqual({ field: 'plan', from: null, to: 'Portal – Basic' });
    const at = await changed();
    const [now] = ((await get(`${at}/history`)) as { items: Entry[] }).items;
    expect(now?.changes).toContainEqual({ field: 'mrr', from: euro(5997), to: euro(9995) });
    const others = [...items, now].flatMap((entry) => entry?.changes ?? []);
    const texts = others.filter(({ field }) => field !== 'organization_id').map(({ to }) => String(to));
    expect(texts.filter((text) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(text))).toEqual([]);
  });

  it('says to whoever may not read the log what was ordered for later, and what was taken back', async () => {
    const path = await changed({ plan_version_id: shop.pro, when: 'next_period' });
    const by = (step: string, body: Record<string, unknown>) =>
      confirmed(shop, shop.customer, `${path}/${step}`, body);
    expect((await by('undo-change', {})).status).toBe(200);
    expect((await by('cancel', { when: 'end_of_period', reason: 'Too dear' })).status).toBe(200);
    expect((await by('undo-cancellation', {})).status).toBe(200);
    const { items } = (await get(`${path}/history`, shop.customer)) as { items: Entry[] };
    const plan = 'Portal – Pro, quantity 3';
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(items.slice(0, 4).map(({ changes }) => changes)).toEqual([
      expect.arrayContaining([{ field: 'no_service_from', from: day, to: null }]),
      expect.arrayContaining([
        { field: 'no_service_from', from: null, to: day },
        { field: 'reason', from: null, to: 'Too dear' },
      ]),
      expect.arrayContaining([{ field: 'waiting_change', from: plan, to: null }]),
      expect.arrayContaining([{ field: 'waiting_change', from: null, to: plan }]),
    ]);
  });

  it('names as next charge what the day will bring', async () => {
    const path = await changed({ quantity: 7, when: 'next_period' });
    const told = (await get(path)).next_charge as { on: string; amount: { amount: number } };
    expect(told.amount.amount).toBe(7 * 1999);
  });

  it('is not what it is worth to the seller, where a customer asks: on the record, in lists, previews and history', async () => {
    const path = await changed();
    expect(await get(path, shop.executive)).toMatchObject({ mrr: { amount: 9995 } });
    expect(await get(path, shop.customer)).toMatchObject({ mrr: null, tcv: null, price: { amount: 9995 } });
    const list = (await get('/subscriptions', shop.customer)) as { items: { mrr: unknown; tcv: unknown }[] };
    expect(list.items.every(({ mrr, tcv }) => mrr === null && tcv === null)).toBe(true);
    const asked = { quantity: 6, when: 'immediately' };
    expect((await post(`${path}/change/preview`, asked, shop.customer)).body).toMatchObject({ mrr: null });
    const partner = await addOrganization(shop.kit.db, { kind: 'partner' });
    const seller = await addPerson(shop.kit.db, 'partner_administrator', 'partner_administrator', {
      partner_id: partner,
    });
    const client = await addOrganization(shop.kit.db, { parent_partner_id: partner, currency: 'EUR' });
    const theirs = await startSubscription({ ...shop, organization: client });
    expect(await get(`/subscriptions/${theirs.subscription}`, seller)).toMatchObject({
      mrr: { amount: 5997 },
    });
    const { items } = (await get(`${path}/history`, shop.customer)) as { items: Entry[] };
    const fields = items.flatMap(({ changes }) => changes.map(({ field }) => field));
    expect(fields).toContain('quantity');
    expect(fields.filter((field) => field === 'mrr' || field === 'tcv')).toEqual([]);
  });
});

describe('an ordered renewal', () => {
  it('is taken back on the subscription, with its order, by those who may order one', async () => {
    const started = await startSubscription(shop, {
      plan_version_id: shop.yearly,
      quantity: 1,
      auto_renew: false,
    });
    const path = `/subscriptions/${started.subscription}`;
    const none = await post(`${path}/undo-renewal/preview`, {});
    expect([none.status, none.body.reason]).toEqual([409, 'subscription/nothing-to-undo']);
    expect((await confirmed(shop, shop.executive, `${path}/renew`, {})).status).toBe(200);
    const managed = await addPerson(shop.kit.db, 'customer', 'managed_customer', {
      organization_id: shop.organization,
    });
    expect((await post(`${path}/undo-renewal/preview`, {}, managed)).status).toBe(403);
    expect((await confirmed(shop, shop.executive, `${path}/undo-renewal`, {})).status).toBe(200);
    expect(await get(path)).toMatchObject({ renewal_ordered: false });
    const orders = await get(`/orders?subscription_id=${started.subscription}`);
    expect(orders.items).toMatchObject([{ kind: 'renewal', status: 'cancelled' }, { kind: 'new' }]);
  });
});

describe('the PDF of an invoice', () => {
  it.each([
    ['', 'attachment'],
    ['?open=true', 'inline'],
  ])('asked with "%s" is an %s', async (query, how) => {
    const { invoice } = await startSubscription(shop);
    const { headers } = await shop.kit.as(shop.customer, 'GET', `/invoices/${invoice}/pdf${query}`);
    expect(headers['content-disposition']).toMatch(new RegExp(`^${how}; filename="INV-\\d+\\.pdf"$`));
  });
});
