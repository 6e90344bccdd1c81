import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, testApp } from '../../../../test/kit/app.ts';
import { asking, ifMatch } from '../../../../test/kit/asking.ts';
import { euro } from '../../../../test/kit/money.ts';
import { addMethod, openShop, pay, type Shop } from '../../../../test/kit/shop.ts';
import { bookOutcome } from './book-outcome.ts';
import { reconcilePayments } from './reconcile.ts';
import { balanceOf, plantInvoice } from './test-invoice.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterEach(() => expectSums());
afterAll(() => shop.kit.close());
const { get, post, expectSums } = asking(() => shop);

async function credit(amount: number): Promise<string> {
  const body = { organization_id: shop.organization, amount, reason: 'Goodwill' };
  return String((await post('/credits', body)).body.id);
}

/** Pays two invoices, one of which credit covers alone, with a method that does not pay. */
async function fail(outcome: string) {
  const given = await credit(1500);
  const invoices = [await plantInvoice(shop, 1000), await plantInvoice(shop, 2000, '2027-01-24')];
  const method = await addMethod(shop, { outcome });
  const { body } = await pay(shop, invoices, method);
  return { given, invoices, method, payment: body.payment as { id: string; number: string } };
}

const remainingOf = async (id: string) => (await get(`/credits/${id}`)).remaining;
const balancesOf = (ids: readonly string[]) => Promise.all(ids.map((id) => balanceOf(shop, id)));
const useUp = async (id: string) => post(`/credits/${id}/void`, { reason: 'x' }, shop.executive, ifMatch(1));

describe('credit that went before a payment that fails', () => {
  it('is free again, of every invoice, and each of them tells so', async () => {
    const { given, invoices, payment } = await fail('insufficient_funds');
    expect(await balancesOf(invoices)).toEqual([1000, 2000]);
    expect(await get(`/credits/${given}`)).toMatchObject({ status: 'open', remaining: { amount: 1500 } });
    const [covered = ''] = invoices;
    expect(await get(`/invoices/${covered}/content`)).toMatchObject({
      applied: [
        { kind: 'credit', taken_back: null, amount: { amount: 1000 } },
        { kind: 'credit', taken_back: 'failed_payment', amount: { amount: -1000 } },
      ],
    });
    const history = await get(`/invoices/${covered}/history`, shop.customer);
    expect(history.items).toMatchObject([
      {
        action: 'invoices.payment_failed',
        changes: [
          { field: 'payment', to: payment.number },
          { field: 'reason', to: 'There is not enough money on the account.' },
          { field: 'balance', from: euro(0), to: euro(1000) },
        ],
      },
      { action: 'invoices.credit_applied' },
    ]);
    await useUp(given);
  });

  it('is named on the invoice, and leads to the payment only whoever may view it', async () => {
    const { given, invoices, payment } = await fail('insufficient_funds');
    const [, unpaid = ''] = invoices;
    const failureFor = async (by: string) =>
      (await get(`/invoices/${unpaid}/content`, by)).failure as { record: string | null; number: string };
    const { db } = shop.kit;
    const at = { organization_id: shop.organization };
    const contact = await addPerson(db, 'customer', 'billing_contact', at);
    expect(await failureFor(shop.executive)).toMatchObject({ record: payment.id, number: payment.number });
    expect(await failureFor(contact)).toMatchObject({ record: null, number: payment.number });
    await useUp(given);
  });

  it('stays put while nobody knows how the payment ends, and is freed once', async () => {
    const { given, invoices, payment } = await fail('slow_decline');
    expect(await balancesOf(invoices)).toEqual([0, 1500]);
    const declined = { outcome: 'failed', gateway_reference: 'x', failure_code: 'declined' } as const;
    await bookOutcome(shop.kit.app, payment.id, declined);
    await bookOutcome(shop.kit.app, payment.id, declined);
    expect(await balancesOf(invoices)).toEqual([1000, 2000]);
    expect(await remainingOf(given)).toMatchObject({ amount: 1500 });
    await useUp(given);
  });

  it('stays where it is when the credit was voided meanwhile', async () => {
    const given = await credit(5000);
    const spare = await plantInvoice(shop, 500);
    const invoice = await plantInvoice(shop, 7000, '2027-02-24');
    const method = await addMethod(shop, { outcome: 'slow_decline' });
    await post(`/credits/${given}/apply`, { invoice_id: spare, amount: 500 });
    const { payment } = (await pay(shop, [invoice], method)).body as { payment: { id: string } };
    // All of it is used up, so voiding is refused; a credit in part would be void with what is left.
    expect((await useUp(given)).status).toBe(409);
    await shop.kit.db.q
      .updateTable('credits')
      .set({ voided_at: new Date() })
      .where('id', '=', given)
      .execute();
    await bookOutcome(shop.kit.app, payment.id, {
      outcome: 'failed',
      gateway_reference: 'x',
      failure_code: 'declined',
    });
    expect(await balancesOf([spare, invoice])).toEqual([0, 2500]);
  });

  it('is free when money arrives after all of a payment that was given up', async () => {
    const given = await credit(300);
    const invoice = await plantInvoice(shop, 1000);
    const method = await addMethod(shop, { outcome: 'gateway_down' });
    const { payment } = (await pay(shop, [invoice], method)).body as { payment: { id: string } };
    shop.kit.pass(2);
    await reconcilePayments(shop.kit.app);
    expect([await balanceOf(shop, invoice), await remainingOf(given)]).toMatchObject([1000, { amount: 300 }]);
    await bookOutcome(shop.kit.app, payment.id, { outcome: 'succeeded', gateway_reference: 'late' });
    expect(await balanceOf(shop, invoice)).toBe(300);
    expect(await get(`/invoices/${invoice}/history`)).toMatchObject({
      items: [
        { action: 'invoices.payment_received' },
        { action: 'invoices.payment_failed' },
        { action: 'invoices.credit_applied' },
      ],
    });
  });
});

describe('what was put to an invoice', () => {
  it('says of what was taken back whether that is a refund or the end of the invoice', async () => {
    const invoice = await plantInvoice(shop, 1000);
    const paid = await pay(shop, [invoice], await addMethod(shop), { amount: 800, use_credit: false });
    const { id, number } = paid.body.payment as { id: string; number: string };
    await post(`/payments/${id}/refund`, { amount: 300, reason: 'Sorry' });
    const { version } = await get(`/invoices/${invoice}`);
    await post(`/invoices/${invoice}/void`, { reason: 'Wrong' }, shop.executive, ifMatch(version));
    const { applied } = await get(`/invoices/${invoice}/content`);
    expect(applied).toMatchObject([
      { number, taken_back: null, amount: { amount: 800 } },
      { number, taken_back: 'refund', amount: { amount: -300 } },
      { number, taken_back: 'void', amount: { amount: -500 } },
    ]);
    const history = await get(`/invoices/${invoice}/history`);
    expect(history.items).toMatchObject([
      { action: 'invoices.void' },
      { action: 'invoices.refunded', changes: [{ to: number }, { from: euro(200), to: euro(500) }] },
      { action: 'invoices.payment_received', changes: [{ to: number }, { from: euro(1000), to: euro(200) }] },
    ]);
  });
});
