import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../kit/app.ts';
import { asking } from '../kit/asking.ts';
import { addMethod, confirmed, key, openShop, pay, type Shop, startSubscription } from '../kit/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());

const nextYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
const { get, post, expectSums } = asking(() => shop);

describe('starting', () => {
  it('previews the lines, books exactly those, and the invoice is open', async () => {
    const body = { organization_id: shop.organization, plan_version_id: shop.basic, quantity: 3 };
    const preview = await post('/subscriptions/preview', body);
    expect(preview.status).toBe(200);
    expect(preview.body.invoice).toMatchObject({ amount: { amount: 5997, currency: 'EUR' } });
    const answer = await post('/subscriptions', { ...body, token: preview.body.token });
    expect(answer.status).toBe(200);
    const booked = answer.body as { subscription: { id: string }; invoice: { id: string } };
    expect(await get(`/invoices/${booked.invoice.id}`)).toMatchObject({
      status: 'open',
      balance: { amount: 5997, currency: 'EUR' },
      days_overdue: 0,
    });
    expect(await get(`/subscriptions/${booked.subscription.id}`)).toMatchObject({
      status: 'active',
      mrr: { amount: 5997, currency: 'EUR' },
      tcv: { amount: 71_964, currency: 'EUR' },
    });
    await expectSums();
  });

  it('answers a repetition again, refuses another body under the key, and a token that no longer fits', async () => {
    const body = { organization_id: shop.organization, plan_version_id: shop.pro, quantity: 1 };
    const { token } = (await post('/subscriptions/preview', body)).body;
    const headers = key();
    const first = await post('/subscriptions', { ...body, token }, shop.executive, headers);
    const again = await post('/subscriptions', { ...body, token }, shop.executive, headers);
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
    const other = await post('/subscriptions', { ...body, quantity: 2, token }, shop.executive, headers);
    expect(other.body.code).toBe('idempotency/key-reused');
    const moved = await post('/subscriptions', { ...body, quantity: 2, token });
    expect([moved.status, moved.body.code]).toEqual([409, 'billing/moved']);
    expect(moved.body.preview).toMatchObject({ invoice: { amount: { amount: 9800 } } });
  });

  it.each([
    ['quantity', { quantity: -1 }],
    ['quantity', { quantity: 0 }],
    ['quantity', { quantity: 1.5 }],
    ['starts_on', { starts_on: '2020-01-01' }],
    ['starts_on', { starts_on: '2026-02-30' }],
    ['plan_version_id', { plan_version_id: '01890000-0000-7000-8000-000000000000' }],
    ['organization_id', { organization_id: '01890000-0000-7000-8000-000000000000' }],
    ['bill_to', { bill_to: 'partner' }],
    ['colour', { colour: 'red' }],
  ])('names %s in %j', async (field, wrong) => {
    const body = { organization_id: shop.organization, plan_version_id: shop.basic, quantity: 1, ...wrong };
    const answer = await post('/subscriptions/preview', body);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body.fields)).toContain(field);
  });
});

describe('a subscription on its way', () => {
  it('changes at once with proration, later, and takes a waiting change back', async () => {
    const { subscription } = await startSubscription(shop);
    const path = `/subscriptions/${subscription}`;
    expect(
      (await confirmed(shop, shop.executive, `${path}/change`, { quantity: 5, when: 'immediately' })).status,
    ).toBe(200);
    const later = { plan_version_id: shop.pro, when: 'next_period' };
    expect((await confirmed(shop, shop.executive, `${path}/change`, later)).status).toBe(200);
    expect(await get(path)).toMatchObject({ quantity: 5, pending_change: { plan: { name: 'Pro' } } });
    const nothing = await confirmed(shop, shop.executive, `${path}/change`, {
      quantity: 5,
      when: 'immediately',
    });
    expect(nothing.status).toBe(409);
    expect((await confirmed(shop, shop.executive, `${path}/undo-change`, {})).status).toBe(200);
    expect(await get(path)).toMatchObject({ pending_change: null });
    const orders = (await get(`/orders?subscription_id=${subscription}`)).items as { status: string }[];
    expect(orders.map(({ status }) => status).sort()).toEqual(['cancelled', 'fulfilled', 'fulfilled']);
    await expectSums();
  });

  it('pauses, resumes, cancels at the end of the period and takes that back', async () => {
    const { subscription } = await startSubscription(shop);
    const path = `/subscriptions/${subscription}`;
    for (const [action, body] of [
      ['pause', {}],
      ['resume', {}],
      ['cancel', { when: 'end_of_period', reason: 'Too dear' }],
      ['undo-cancellation', {}],
    ] as const) {
      expect((await confirmed(shop, shop.executive, `${path}/${action}`, body)).status, action).toBe(200);
    }
    const term = await confirmed(shop, shop.executive, `${path}/cancel`, {
      when: 'end_of_term',
      reason: 'x',
    });
    expect(term.body.fields).toMatchObject([{ field: 'when' }]);
    const gone = await confirmed(shop, shop.executive, `${path}/cancel-on`, {
      date: '2020-01-01',
      reason: 'x',
    });
    expect(gone.body.fields).toMatchObject([{ field: 'date' }]);
  });

  it('lets the customer cancel, but choose no date', async () => {
    const { subscription } = await startSubscription(shop, {}, shop.customer);
    const answer = await post(
      `/subscriptions/${subscription}/cancel-on/preview`,
      { date: '2030-01-01', reason: 'x' },
      shop.customer,
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'access/role-ceiling']);
  });
});

describe('orders', () => {
  it('drafts, places, and cancels what has not begun', async () => {
    const body = { organization_id: shop.organization, plan_version_id: shop.basic, quantity: 2 };
    const draft = await shop.kit.as(shop.executive, 'POST', '/orders', body);
    expect([draft.status, draft.body.status]).toEqual([201, 'draft']);
    const placed = await confirmed(shop, shop.executive, `/orders/${draft.body.id}/place`, {});
    expect(placed.status).toBe(200);
    expect(await get(`/orders/${draft.body.id}`)).toMatchObject({ status: 'fulfilled' });
    const twice = await confirmed(shop, shop.executive, `/orders/${draft.body.id}/place`, {});
    expect(twice.status).toBe(409);
    const { subscription } = await startSubscription(shop, { starts_on: nextYear });
    const [order] = (await get(`/orders?subscription_id=${subscription}`)).items as {
      id: string;
      version: number;
    }[];
    const cancelled = await shop.kit.as(
      shop.executive,
      'POST',
      `/orders/${order?.id}/cancel`,
      {},
      { 'if-match': '"1"' },
    );
    expect([cancelled.status, cancelled.body.status]).toEqual([200, 'cancelled']);
    expect(await get(`/subscriptions/${subscription}`)).toMatchObject({ status: 'cancelled' });
  });
});

describe('paying', () => {
  it('pays once; a second attempt, a void one and a bad method are refused', async () => {
    const { invoice } = await startSubscription(shop);
    const method = await addMethod(shop);
    const paid = await pay(shop, [invoice], method);
    expect(paid.status).toBe(200);
    const { payment } = paid.body as { payment: { id: string } };
    expect(await get(`/payments/${payment.id}`)).toMatchObject({
      status: 'succeeded',
      amount: { amount: 5997 },
    });
    expect(await get(`/invoices/${invoice}`)).toMatchObject({ status: 'paid', balance: { amount: 0 } });
    const second = await pay(shop, [invoice], method);
    expect([second.status, second.body.code]).toEqual([409, 'record/state']);
    await expectSums();
  });

  it('says on the invoice why a payment failed', async () => {
    const { invoice } = await startSubscription(shop);
    const declined = await pay(shop, [invoice], await addMethod(shop, { outcome: 'insufficient_funds' }));
    const { payment } = declined.body as { payment: { id: string } };
    expect(await get(`/payments/${payment.id}`)).toMatchObject({ status: 'failed' });
    expect(await get(`/invoices/${invoice}/content`)).toMatchObject({
      failure: { code: 'insufficient_funds' },
    });
    const expired = await pay(shop, [invoice], await addMethod(shop, { expiry: '2020-01' }));
    expect(expired.body.fields).toMatchObject([{ field: 'payment_method_id' }]);
    await expectSums();
  });

  it('takes 20 attempts at once for one', async () => {
    const { invoice } = await startSubscription(shop);
    const method = await addMethod(shop);
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay(shop, [invoice], method)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const { invoices } = { invoices: await get(`/invoices/${invoice}/content`) };
    expect(invoices.applied).toMatchObject([{ kind: 'payment', amount: { amount: 5997 } }]);
    await expectSums();
  });

  it('uses credit first, and makes credit of what is too much', async () => {
    const { invoice } = await startSubscription(shop);
    const issued = await post('/credits', {
      organization_id: shop.organization,
      amount: 1000,
      reason: 'Sorry',
    });
    expect(issued.status).toBe(201);
    const paid = await pay(shop, [invoice], await addMethod(shop), { amount: 6000 });
    expect(paid.body).toMatchObject({
      credit_applied: { amount: 1000 },
      payment: { amount: { amount: 6000 } },
    });
    const { credits } = await get(`/payments/${(paid.body.payment as { id: string }).id}/content`);
    expect(credits).toMatchObject([{ amount: { amount: 1003 } }]);
    await expectSums();
  });

  it('books a slow payment when its notice comes, once, and refuses a forged one', async () => {
    const { invoice } = await startSubscription(shop);
    const slow = await addMethod(shop, { outcome: 'slow_success' });
    const paid = await pay(shop, [invoice], slow, { use_credit: false });
    const { payment } = paid.body as { payment: { id: string } };
    expect(await get(`/payments/${payment.id}`)).toMatchObject({ status: 'pending' });
    const inFlight = await pay(shop, [invoice], slow);
    expect(inFlight.body.code).toBe('payments/in-progress');
    shop.kit.pass(1);
    let delivered = 0;
    const send = (headers: Record<string, string>, payload: Buffer) =>
      shop.kit.server.inject({ method: 'POST', url: '/webhooks/payments', headers, payload });
    await shop.kit.gateway.deliverNotices(async ({ headers, body }) => {
      const forged = Buffer.from(body.toString().replace('charge', 'refund'));
      expect((await send({ ...headers }, forged)).statusCode).toBe(400);
      for (let time = 0; time < 2; time += 1) expect((await send({ ...headers }, body)).statusCode).toBe(204);
      delivered += 1;
    });
    expect(delivered).toBeGreaterThan(0);
    expect(await get(`/payments/${payment.id}`)).toMatchObject({ status: 'succeeded' });
    expect(await get(`/invoices/${invoice}`)).toMatchObject({ status: 'paid' });
    await expectSums();
  });
});
