import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/kit/app.ts';
import { addMethod, key, openShop, pay, type Shop, sumsOf } from '../../../../test/kit/shop.ts';
import { newId } from '../../db/id.ts';
import type { PaymentGateway } from '../../gateway/payment-gateway.ts';
import { bookOutcome } from './book-outcome.ts';
import { bookRefund } from './book-refund.ts';
import { reconcilePayments } from './reconcile.ts';
import { balanceOf, plantInvoice } from './test-invoice.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(async () => {
  expect(await sumsOf(shop.kit, shop.organization)).toMatchObject({ wrong_invoices: 0, wrong_credits: 0 });
  await shop.kit.close();
});

const hour = 3_600_000;

/** A payment by a card that behaves in a certain way; its id and that of its invoice. */
async function attempt(outcome: string, amount = 1000) {
  const invoice = await plantInvoice(shop, amount);
  const { body } = await pay(shop, [invoice], await addMethod(shop, { outcome }), { use_credit: false });
  return { invoice, id: (body.payment as { id: string }).id };
}

async function age(table: 'payments' | 'refunds', id: string, ms: number): Promise<void> {
  const created_at = new Date(Date.now() - ms);
  await shop.kit.db.q.updateTable(table).set({ created_at }).where('id', '=', id).execute();
}

async function statusOf(id: string) {
  return shop.kit.db.q
    .selectFrom('payments')
    .select(['status', 'failure_code'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

function chargesOf(reference: string) {
  return shop.kit.db.q
    .selectFrom('simulated_gateway_charges')
    .select('amount')
    .where('reference', '=', reference)
    .execute();
}

describe('payments whose end is not known', () => {
  it('leaves those of the last minute to the server that wrote them', async () => {
    const { id } = await attempt('answer_lost');
    expect(await reconcilePayments(shop.kit.app)).toEqual({ settled: 0, pending: 0 });
    expect(await statusOf(id)).toMatchObject({ status: 'pending' });
    await age('payments', id, 2 * hour);
    expect(await reconcilePayments(shop.kit.app)).toEqual({ settled: 1, pending: 0 });
    expect(await statusOf(id)).toMatchObject({ status: 'succeeded' });
    expect(await chargesOf(id)).toHaveLength(1);
  });

  it('charges what was written down before the server ended, once, however many servers find it', async () => {
    const { id, invoice } = await attempt('gateway_down');
    const working = await addMethod(shop);
    // As if the server had ended between its commit and its question to the gateway.
    await shop.kit.db.q
      .updateTable('payments')
      .set({ payment_method_id: working })
      .where('id', '=', id)
      .execute();
    await age('payments', id, hour);
    await Promise.all([1, 2, 3].map(() => reconcilePayments(shop.kit.app)));
    expect(await statusOf(id)).toMatchObject({ status: 'succeeded' });
    expect(await chargesOf(id)).toEqual([{ amount: 1000 }]);
    expect(await balanceOf(shop, invoice)).toBe(0);
  });

  it('gives up after a day without a trace; the invoice can be paid another way', async () => {
    const { id, invoice } = await attempt('gateway_down');
    await age('payments', id, 23 * hour);
    expect(await reconcilePayments(shop.kit.app)).toEqual({ settled: 0, pending: 1 });
    await age('payments', id, 25 * hour);
    expect(await reconcilePayments(shop.kit.app)).toEqual({ settled: 1, pending: 0 });
    expect(await statusOf(id)).toEqual({ status: 'failed', failure_code: 'gateway_unavailable' });
    expect((await pay(shop, [invoice], await addMethod(shop))).status).toBe(200);
    expect(await balanceOf(shop, invoice)).toBe(0);
    // Money that came after all is not lost: nothing is owed any more, so it is credit.
    await bookOutcome(shop.kit.app, id, { outcome: 'succeeded', gateway_reference: 'late' });
    expect(await statusOf(id)).toEqual({ status: 'succeeded', failure_code: null });
    const credit = await shop.kit.as(shop.customer, 'GET', `/payments/${id}/content`);
    expect(credit.body).toMatchObject({ credits: [{ amount: { amount: 1000 } }] });
  });

  it('keeps the first end that the gateway told', async () => {
    const { id, invoice } = await attempt('decline');
    await bookOutcome(shop.kit.app, id, { outcome: 'succeeded', gateway_reference: 'other' });
    expect(await statusOf(id)).toEqual({ status: 'failed', failure_code: 'declined' });
    expect(await balanceOf(shop, invoice)).toBe(1000);
  });

  it('goes on behind one that can not be booked, and says so at the end', async () => {
    const [one, other] = [await attempt('answer_lost'), await attempt('answer_lost')];
    for (const { id } of [one, other]) await age('payments', id, hour);
    const broken: PaymentGateway = {
      ...shop.kit.gateway,
      status: async (order) => {
        if (order.reference === one.id) throw new Error('Not understood');
        return shop.kit.gateway.status(order);
      },
    };
    await expect(reconcilePayments({ ...shop.kit.app, gateway: broken })).rejects.toThrow('Not understood');
    expect(await statusOf(other.id)).toMatchObject({ status: 'succeeded' });
    await reconcilePayments(shop.kit.app);
    expect(await statusOf(one.id)).toMatchObject({ status: 'succeeded' });
  });
});

describe('refunds', () => {
  const refund = (id: string, amount: number) =>
    shop.kit.as(shop.admin, 'POST', `/payments/${id}/refund`, { amount, reason: 'Sorry' }, key());

  async function refundsOf(id: string) {
    const { body } = await shop.kit.as(shop.admin, 'GET', `/payments/${id}/content`);
    return body.refunds as { id: string; status: string }[];
  }

  it('whose answer was lost are found again, and a second one waits for the first', async () => {
    const { id, invoice } = await attempt('approve');
    const { app } = shop.kit;
    const refundId = newId();
    // As if the server had ended after its commit.
    await app.db.q
      .insertInto('refunds')
      .values({
        ...{ id: refundId, payment_id: id, amount: 300, reason: 'Sorry', status: 'pending' as const },
        ...{ failure_code: null, gateway_reference: null, created_by: null },
      })
      .execute();
    expect((await refund(id, 100)).body.code).toBe('payments/in-progress');
    expect(await balanceOf(shop, invoice)).toBe(0);
    await age('refunds', refundId, hour);
    await Promise.all([reconcilePayments(app), reconcilePayments(app)]);
    expect(await refundsOf(id)).toMatchObject([{ id: refundId, status: 'succeeded' }]);
    expect(await balanceOf(shop, invoice)).toBe(300);
    expect((await refund(id, 100)).status).toBe(200);
    expect(await balanceOf(shop, invoice)).toBe(400);
  });

  it('books an end once, and a failed one changes nothing else', async () => {
    const { id, invoice } = await attempt('approve');
    await refund(id, 400);
    const [done] = await refundsOf(id);
    await bookRefund(shop.kit.app, String(done?.id), { outcome: 'succeeded', gateway_reference: 'again' });
    expect(await balanceOf(shop, invoice)).toBe(400);
    // The gateway has given all of it back already, as somebody could do there by hand.
    const { gateway_reference } = await shop.kit.db.q
      .selectFrom('payments')
      .select('gateway_reference')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const byHand = { amount: 600, currency: 'EUR', idempotency_key: 'by hand', reference: 'by hand' };
    await shop.kit.gateway.refund({ ...byHand, gateway_reference: String(gateway_reference) });
    await refund(id, 600);
    expect(await refundsOf(id)).toMatchObject([
      { status: 'succeeded' },
      { status: 'failed', failure: { code: 'refund_not_possible' } },
    ]);
    expect(await balanceOf(shop, invoice)).toBe(400);
    expect(await statusOf(id)).toMatchObject({ status: 'partially_refunded' });
  });

  it('are refused while the payment is pending', async () => {
    const { id } = await attempt('slow_success');
    const answer = await refund(id, 1);
    expect([answer.status, answer.body.reason]).toEqual([409, 'payment/not-refundable']);
  });
});
