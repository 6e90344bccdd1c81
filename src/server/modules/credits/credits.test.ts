import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, testApp } from '../../../../test/kit/app.ts';
import { addMethod, key, openShop, pay, type Shop, sumsOf } from '../../../../test/kit/shop.ts';
import { newId } from '../../db/id.ts';
import { balanceOf, plantInvoice } from '../payments/test-invoice.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(async () => {
  const sums = await sumsOf(shop.kit, shop.organization);
  expect(sums).toMatchObject({ wrong_invoices: 0, wrong_credits: 0 });
  expect(sums?.credit_balance).toBe(sums?.remaining);
  await shop.kit.close();
});

const post = (path: string, body: unknown, who = shop.executive) =>
  shop.kit.as(who, 'POST', path, body, key());

async function issue(amount: number, more: Record<string, unknown> = {}, who = shop.executive) {
  return post('/credits', { organization_id: shop.organization, amount, reason: 'Goodwill', ...more }, who);
}

const apply = (credit: unknown, invoice_id: string, amount: number | null = null, who = shop.customer) =>
  post(`/credits/${credit}/apply`, { invoice_id, amount }, who);

const withdraw = (credit: unknown, version: unknown) =>
  shop.kit.as(
    shop.executive,
    'POST',
    `/credits/${credit}/void`,
    { reason: 'Mistake' },
    { 'if-match': `"${version}"` },
  );

describe('issuing', () => {
  it('goes up to the limit in each currency, and not a cent further', async () => {
    const zloty = await addOrganization(shop.kit.db, { currency: 'PLN' });
    const yen = await addOrganization(shop.kit.db, { currency: 'JPY' });
    expect((await issue(50_000)).status).toBe(201);
    expect((await issue(50_001)).body.code).toBe('access/over-limit');
    expect((await issue(200_000, { organization_id: zloty })).body).toMatchObject({
      amount: { amount: 200_000, currency: 'PLN' },
      source: 'issued',
    });
    expect((await issue(1, { organization_id: yen })).body.code).toBe('access/over-limit');
    expect((await issue(1_000_000, { organization_id: yen }, shop.admin)).status).toBe(201);
  });

  it('is refused to customers', async () => {
    expect((await issue(1, {}, shop.customer)).status).toBe(403);
  });
});

describe('applying', () => {
  it('puts a part to an invoice, the rest to another, and says where', async () => {
    const credit = (await issue(1000)).body.id;
    const [one, other] = [await plantInvoice(shop, 800), await plantInvoice(shop, 800)];
    expect((await apply(credit, one, 300)).body).toMatchObject({
      status: 'open',
      remaining: { amount: 700 },
    });
    expect((await apply(credit, other)).body).toMatchObject({ status: 'applied', remaining: { amount: 0 } });
    expect([await balanceOf(shop, one), await balanceOf(shop, other)]).toEqual([500, 100]);
    const content = await shop.kit.as(shop.customer, 'GET', `/credits/${credit}/content`);
    expect(content.body.applied).toMatchObject([
      { invoice: { id: one }, amount: { amount: 300 } },
      { invoice: { id: other }, amount: { amount: 700 } },
    ]);
    expect((await apply(credit, one)).status).toBe(409);
  });

  it('is used once of ten attempts at once', async () => {
    const credit = (await issue(1000)).body.id;
    const invoice = await plantInvoice(shop, 1500);
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply(credit, invoice, 1000)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await balanceOf(shop, invoice)).toBe(500);
  });

  it('refuses invoices of others like missing ones, and those that are being paid', async () => {
    const credit = (await issue(1000)).body.id;
    const elsewhere = { ...shop, organization: await addOrganization(shop.kit.db) };
    const foreign = await plantInvoice(elsewhere, 100);
    const [hidden, missing] = [await apply(credit, foreign), await apply(credit, newId())];
    expect(hidden.body.fields).toEqual(missing.body.fields);
    expect(hidden.body.fields).toMatchObject([{ field: 'invoice_id' }]);
    const invoice = await plantInvoice(shop, 100);
    await pay(shop, [invoice], await addMethod(shop, { outcome: 'slow_success' }), { use_credit: false });
    expect((await apply(credit, invoice)).body.code).toBe('payments/in-progress');
  });
});

describe('voiding', () => {
  it('withdraws what remains, once', async () => {
    const { body } = await issue(1000);
    const applied = await apply(body.id, await plantInvoice(shop, 400));
    const voided = await withdraw(body.id, applied.body.version);
    expect(voided.body).toMatchObject({ status: 'void', remaining: { amount: 0 } });
    expect((await withdraw(body.id, voided.body.version)).status).toBe(409);
  });

  it('is refused for money that was paid: that is refunded', async () => {
    const invoice = await plantInvoice(shop, 100);
    await pay(shop, [invoice], await addMethod(shop), { amount: 250, use_credit: false });
    const row = await shop.kit.db.q
      .selectFrom('credits')
      .select(['id', 'version'])
      .where('source', '=', 'overpayment')
      .executeTakeFirstOrThrow();
    const answer = await withdraw(row.id, row.version);
    expect([answer.status, answer.body.reason]).toEqual([409, 'credit/from-payment']);
  });
});
