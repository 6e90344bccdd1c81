import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testToken } from '../../src/server/gateway/simulated/test-token.ts';
import { addOrganization, addPerson, testApp } from '../kit/app.ts';
import { asking } from '../kit/asking.ts';
import { addMethod, confirmed, key, openShop, pay, type Shop, startSubscription } from '../kit/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());

const { get, post, expectSums } = asking(() => shop);

describe('refunds, credits and voiding', () => {
  const limit = 50_000;
  it('refunds up to the limit of the profile and not a cent above, with a line in the log', async () => {
    const { invoice } = await startSubscription(shop, { quantity: 30 });
    const paid = await pay(shop, [invoice], await addMethod(shop), { use_credit: false });
    const { id } = paid.body.payment as { id: string };
    const above = await post(`/payments/${id}/refund`, { amount: limit + 1, reason: 'x' });
    expect([above.status, above.body.code]).toEqual([403, 'access/over-limit']);
    const refused = await shop.kit.db.q
      .selectFrom('audit_log')
      .select('code')
      .where('item_id', '=', id)
      .where('outcome', '=', 'refused')
      .execute();
    expect(refused).toEqual([{ code: 'access/over-limit' }]);
    expect((await post(`/payments/${id}/refund`, { amount: limit, reason: 'Sorry' })).status).toBe(200);
    expect(await get(`/payments/${id}`)).toMatchObject({
      status: 'partially_refunded',
      refunded: { amount: limit },
    });
    const tooMuch = await post(`/payments/${id}/refund`, { amount: 9_971, reason: 'x' });
    expect(tooMuch.body.fields).toMatchObject([{ field: 'amount' }]);
    expect((await post(`/payments/${id}/refund`, { amount: 9_970, reason: 'Rest' })).status).toBe(200);
    expect(await get(`/payments/${id}`)).toMatchObject({ status: 'refunded' });
    expect(await get(`/invoices/${invoice}`)).toMatchObject({ status: 'open', balance: { amount: 59_970 } });
    await expectSums();
  });

  it('withdraws the overpaid credit before it opens invoices again', async () => {
    const { invoice } = await startSubscription(shop);
    const paid = await pay(shop, [invoice], await addMethod(shop), { amount: 7000, use_credit: false });
    const { id } = paid.body.payment as { id: string };
    expect((await post(`/payments/${id}/refund`, { amount: 1003, reason: 'Too much' })).status).toBe(200);
    expect(await get(`/invoices/${invoice}`)).toMatchObject({ status: 'paid' });
    expect((await post(`/payments/${id}/refund`, { amount: 1, reason: 'A cent' })).status).toBe(200);
    expect(await get(`/invoices/${invoice}`)).toMatchObject({ status: 'open', balance: { amount: 1 } });
    await expectSums();
  });

  it('voids an open invoice: what was paid becomes credit, and it is not paid again', async () => {
    const { invoice } = await startSubscription(shop);
    const method = await addMethod(shop);
    await pay(shop, [invoice], method, { amount: 1000, use_credit: false });
    const { version } = await get(`/invoices/${invoice}`);
    const voided = await post(`/invoices/${invoice}/void`, { reason: 'Wrong' }, shop.executive, {
      ...key(),
      'if-match': `"${version}"`,
    });
    expect([voided.status, voided.body.status]).toEqual([200, 'void']);
    expect((await pay(shop, [invoice], method)).status).toBe(409);
    await expectSums();
  });

  it('applies credit to an invoice, no more than either allows, and voids what is left', async () => {
    const { invoice } = await startSubscription(shop);
    const credit = (await post('/credits', { organization_id: shop.organization, amount: 9000, reason: 'x' }))
      .body;
    const much = await post(
      `/credits/${credit.id}/apply`,
      { invoice_id: invoice, amount: 5998 },
      shop.customer,
    );
    expect(much.body.fields).toMatchObject([{ field: 'amount' }]);
    const applied = await post(`/credits/${credit.id}/apply`, { invoice_id: invoice }, shop.customer);
    expect(applied.body).toMatchObject({ remaining: { amount: 3003 } });
    const headers = { ...key(), 'if-match': `"${applied.body.version}"` };
    const voided = await post(`/credits/${credit.id}/void`, { reason: 'x' }, shop.executive, headers);
    expect(voided.body).toMatchObject({ status: 'void', remaining: { amount: 0 } });
    await expectSums();
  });

  it('refuses credit above the limit and in amounts that are none', async () => {
    const asked = { organization_id: shop.organization, reason: 'x' };
    expect((await post('/credits', { ...asked, amount: limit + 1 })).body.code).toBe('access/over-limit');
    for (const amount of [0, -1, 1.5, 1e18, '5'])
      expect((await post('/credits', { ...asked, amount })).status, String(amount)).toBe(422);
  });
});

describe('payment methods', () => {
  it('keeps the last one while a subscription renews by itself, and never shows a token', async () => {
    const other = { ...shop, organization: await addOrganization(shop.kit.db, { currency: 'EUR' }) };
    const add = (last_four: string) =>
      post(
        '/payment-methods',
        { organization_id: other.organization, token: testToken({ last_four }, last_four.repeat(8)) },
        shop.executive,
      );
    const first = await add('1111');
    expect([first.status, first.body.is_default]).toEqual([201, true]);
    expect(first.text).not.toContain('sim_');
    await startSubscription(other);
    const remove = (id: unknown, version: unknown) =>
      post(`/payment-methods/${id}/remove`, {}, shop.executive, { ...key(), 'if-match': `"${version}"` });
    // A way out that one without a term has, too.
    expect((await remove(first.body.id, 1)).body).toMatchObject({
      code: 'payment-methods/needed',
      detail: expect.stringContaining('or cancel the subscription'),
    });
    const second = await add('2222');
    expect((await remove(first.body.id, 1)).body).toMatchObject({ removed: true, is_default: false });
    expect(await get(`/payment-methods/${second.body.id}`)).toMatchObject({ is_default: true });
    const bad = await post('/payment-methods', { organization_id: other.organization, token: 'sim_rubbish' });
    expect(bad.body.fields).toMatchObject([{ field: 'token' }]);
  });
});

describe('profiles hold', () => {
  it('lets a managed customer view and pay, but not change', async () => {
    const managed = await addPerson(shop.kit.db, 'customer', 'managed_customer', {
      organization_id: shop.organization,
    });
    const { subscription, invoice } = await startSubscription(shop);
    expect((await shop.kit.as(managed, 'GET', `/subscriptions/${subscription}`)).body).toMatchObject({
      can: { 'subscriptions.change': false, 'subscriptions.cancel': false },
    });
    const change = await post(
      `/subscriptions/${subscription}/change/preview`,
      { quantity: 9, when: 'immediately' },
      managed,
    );
    expect([change.status, change.body.code]).toEqual([403, 'access/level']);
    expect((await pay(shop, [invoice], await addMethod(shop), {}, managed)).status).toBe(200);
  });

  it('lets a CSR Junior view and send, but neither pay nor void', async () => {
    const junior = await addPerson(shop.kit.db, 'account_executive', 'csr_junior');
    const { invoice } = await startSubscription(shop);
    expect((await post(`/invoices/${invoice}/send`, {}, junior)).status).toBe(200);
    expect((await pay(shop, [invoice], null, {}, junior)).status).toBe(403);
    expect((await post(`/invoices/${invoice}/void`, { reason: 'x' }, junior)).status).toBe(403);
    const pdf = await shop.kit.server.inject({ url: `/api/v1/invoices/${invoice}/pdf` });
    expect(pdf.statusCode).toBe(401);
    expect((await shop.kit.as(junior, 'GET', `/invoices/${invoice}/pdf`)).text.slice(0, 5)).toBe('%PDF-');
  });

  it('shows another organization nothing', async () => {
    const elsewhere = await addOrganization(shop.kit.db);
    const stranger = await addPerson(shop.kit.db, 'customer', 'standard_customer', {
      organization_id: elsewhere,
    });
    const { subscription, invoice } = await startSubscription(shop);
    expect((await shop.kit.as(stranger, 'GET', `/subscriptions/${subscription}`)).status).toBe(404);
    expect((await shop.kit.as(stranger, 'GET', `/invoices/${invoice}/pdf`)).status).toBe(404);
    expect((await pay(shop, [invoice], null, {}, stranger)).body.fields).toMatchObject([
      { field: 'invoice_ids' },
    ]);
    const body = { organization_id: shop.organization, plan_version_id: shop.basic, quantity: 1 };
    expect((await post('/subscriptions/preview', body, stranger)).body.fields).toMatchObject([
      { field: 'organization_id' },
    ]);
  });
});

describe('the organization', () => {
  it('is not closed while a subscription runs, and keeps its currency once money was booked', async () => {
    const organization = await addOrganization(shop.kit.db, { currency: 'EUR' });
    const { subscription, invoice } = await startSubscription({ ...shop, organization });
    await post('/credits', { organization_id: organization, amount: 5997, reason: 'x' });
    expect((await pay(shop, [invoice], null, {}, shop.admin)).status).toBe(200);
    const headers = { 'if-match': '"1"' };
    const close = () => shop.kit.as(shop.admin, 'POST', `/organizations/${organization}/close`, {}, headers);
    expect((await close()).body.code).toBe('organizations/active-subscription');
    const moved = await shop.kit.as(
      shop.admin,
      'PATCH',
      `/organizations/${organization}`,
      { currency: 'USD' },
      headers,
    );
    expect(moved.body.fields).toMatchObject([{ field: 'currency' }]);
    const path = `/subscriptions/${subscription}/cancel-on`;
    const today = new Date().toISOString().slice(0, 10);
    expect((await confirmed(shop, shop.admin, path, { date: today, reason: 'x' })).status).toBe(200);
    expect((await close()).status).toBe(200);
  });
});
