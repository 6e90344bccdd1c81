import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/kit/app.ts';
import { euro } from '../../../../test/kit/money.ts';
import { openShop, type Shop } from '../../../../test/kit/shop.ts';
import { newId } from '../../db/id.ts';
import { loadVersions } from './plan-versions.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());

const post = (path: string, body: unknown, who = shop.admin) => shop.kit.as(who, 'POST', path, body);

async function addProduct(): Promise<string> {
  const { body } = await post('/products', { name: 'Suite', code: `suite-${newId().slice(-12)}` });
  return String(body.id);
}

const terms = { billing_period: 'month', currency: 'EUR', unit_price: 1000 };

async function addPlan(product: string, more: Record<string, unknown> = {}) {
  return post(`/products/${product}/plans`, {
    name: 'Team',
    code: `team-${newId().slice(-12)}`,
    ...terms,
    ...more,
  });
}

const revise = (plan: unknown, version: unknown, body: object, who = shop.admin) =>
  shop.kit.as(who, 'PATCH', `/products/plans/${plan}`, body, { 'if-match': `"${version}"` });

async function plansOf(query: string) {
  const { body } = await shop.kit.as(shop.customer, 'GET', `/products/plans?${query}`);
  return body.items as { id: string; version: number; offered: boolean; currency: string }[];
}

async function offered(version: unknown): Promise<boolean | undefined> {
  return (await loadVersions(shop.kit.db, [String(version)])).get(String(version))?.version.offered;
}

describe('plans', () => {
  it('are added with what is usual, and listed by rank', async () => {
    const product = await addProduct();
    const large = await addPlan(product, { name: 'Large', rank: 2 });
    const small = await addPlan(product, { rank: 1, term_months: 12, billing_period: 'quarter' });
    expect(small.status).toBe(201);
    expect(large.body).toMatchObject({
      product: { id: product, name: 'Suite' },
      ...{ version: 1, offered: true, active: true, flat_price: 0, unit_name: 'unit' },
      ...{ min_quantity: 1, max_quantity: null, term_months: null, trial_days: 0 },
    });
    const ids = (await plansOf(`product_id=${product}`)).map(({ id }) => id);
    expect(ids).toEqual([small.body.id, large.body.id]);
    expect(await plansOf(`product_id=${product}&currency=USD`)).toEqual([]);
    const one = await shop.kit.as(shop.customer, 'GET', `/products/${product}`);
    expect(one.body).toMatchObject({ offered_plans: 2 });
  });

  it('keep what subscriptions agreed to: another price is another version', async () => {
    const product = await addProduct();
    const { body: plan } = await addPlan(product);
    const edit = (version: number, more: object) => revise(plan.id, version, more);
    const renamed = await edit(1, { name: 'Crew', rank: 5, unit_price: 1000 });
    expect(renamed.body).toMatchObject({
      ...{ name: 'Crew', rank: 5, version: 2, price_version: 1, version_id: plan.version_id },
    });
    const dearer = await edit(2, { unit_price: 1200 });
    expect(dearer.body).toMatchObject({ version: 3, price_version: 2, unit_price: 1200, name: 'Crew' });
    const before = await loadVersions(shop.kit.db, [String(plan.version_id)]);
    expect(before.get(String(plan.version_id))?.version).toMatchObject({ unitPrice: 1000, offered: false });
    expect(await offered(dearer.body.version_id)).toBe(true);
    const history = await shop.kit.as(shop.admin, 'GET', `/products/${product}/history`);
    expect(history.body.items).toMatchObject([
      { changes: [{ field: 'plan Crew: unit_price', from: euro(1000), to: euro(1200) }] },
      { changes: [{ field: 'plan Team: name' }, { field: 'plan Team: rank' }] },
      { changes: [{ field: 'plan', to: 'Team' }] },
      {},
    ]);
  });

  it.each([
    ['a price', { unit_price: 1300 }],
    ['a name', { name: 'Band' }],
    ['a rank', { rank: 3 }],
    ['whether they are offered', { active: false }],
  ])('lose %s to nobody who read an older version', async (_, late) => {
    const { body: plan } = await addPlan(await addProduct());
    expect((await revise(plan.id, 1, { rank: 7 })).status).toBe(200);
    const refused = await revise(plan.id, 1, late);
    expect([refused.status, refused.body.code, refused.body.current_version]).toEqual([
      409,
      'request/version-moved',
      2,
    ]);
    const unread = await shop.kit.as(shop.admin, 'PATCH', `/products/plans/${plan.id}`, late);
    expect(unread.status).toBe(428);
    expect((await revise(plan.id, 2, late)).status).toBe(200);
  });

  it('make one version of two revisions at once', async () => {
    const { body: plan } = await addPlan(await addProduct());
    const answers = await Promise.all([1100, 1200].map((unit_price) => revise(plan.id, 1, { unit_price })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are no longer offered once they, or their product, are switched off', async () => {
    const product = await addProduct();
    const { body: plan } = await addPlan(product);
    const switchOff = (active: boolean) =>
      shop.kit.as(shop.admin, 'PATCH', `/products/${product}`, { active }, { 'if-match': '"1"' });
    await revise(plan.id, 1, { active: false });
    expect(await offered(plan.version_id)).toBe(false);
    await revise(plan.id, 2, { active: true });
    expect(await offered(plan.version_id)).toBe(true);
    expect((await switchOff(false)).body).toMatchObject({ active: false, offered_plans: 0 });
    expect(await offered(plan.version_id)).toBe(false);
    expect(await plansOf(`product_id=${product}&offered=true`)).toEqual([]);
    expect(await plansOf(`product_id=${product}&offered=false`)).toHaveLength(1);
  });
});

describe('customers', () => {
  it('are offered plans in the currency of their organization only, whatever they ask for', async () => {
    const product = await addProduct();
    const { body: euro } = await addPlan(product);
    const { body: dollar } = await addPlan(product, { currency: 'USD' });
    const ids = async (query: string) => (await plansOf(`product_id=${product}${query}`)).map(({ id }) => id);
    expect(await ids('')).toEqual([euro.id]);
    expect(await ids('&currency=EUR')).toEqual([euro.id]);
    expect(await ids('&currency=USD')).toEqual([]);
    const all = await shop.kit.as(shop.executive, 'GET', `/products/plans?product_id=${product}`);
    expect(all.body.items).toMatchObject([{ id: euro.id }, { id: dollar.id }]);
  });
});

describe('what is refused', () => {
  it.each([
    ['max_quantity', { min_quantity: 5, max_quantity: 4 }],
    ['term_months', { billing_period: 'year', term_months: 18 }],
    ['unit_price', { unit_price: -1 }],
    ['unit_price', { unit_price: 0.5 }],
    ['currency', { currency: 'euro' }],
    ['code', { code: 'basic' }],
    ['code', { code: 'two words' }],
  ])('names %s in %j', async (field, wrong) => {
    const answer = await addPlan(shop.product, wrong);
    expect(answer.status).toBe(422);
    expect(answer.body.fields).toMatchObject([{ field }]);
  });

  it('names the code of a product that is taken', async () => {
    const taken = await post('/products', { name: 'Portal again', code: 'portal' });
    expect(taken.body.fields).toMatchObject([{ field: 'code', code: 'taken' }]);
  });

  it('answers plans that are not there like addresses that are none', async () => {
    for (const id of [newId(), 'basic']) expect((await revise(id, 1, { name: 'x' })).status).toBe(404);
  });

  it('lets those who only view change nothing', async () => {
    for (const who of [shop.customer, shop.executive])
      for (const answer of [
        await post('/products', { name: 'x', code: 'x' }, who),
        await revise(newId(), 1, { name: 'x' }, who),
      ])
        expect(answer.status).toBe(403);
  });
});
