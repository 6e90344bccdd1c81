import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, testApp } from '../../../../test/kit/app.ts';
import { addMethod, key, openShop, pay, type Shop, sumsOf } from '../../../../test/kit/shop.ts';
import { newId } from '../../db/id.ts';
import { balanceOf, plantInvoice } from './test-invoice.ts';

let shop: Shop;
let card: string;

beforeAll(async () => {
  shop = await openShop(await testApp());
  card = await addMethod(shop);
});
afterAll(async () => {
  const sums = await sumsOf(shop.kit, shop.organization);
  expect(sums).toMatchObject({ wrong_invoices: 0, wrong_credits: 0 });
  expect(sums?.account_balance).toBe(sums?.open);
  expect(sums?.credit_balance).toBe(sums?.remaining);
  await shop.kit.close();
});

async function giveCredit(amount: number): Promise<string> {
  const body = { organization_id: shop.organization, amount, reason: 'Goodwill' };
  const answer = await shop.kit.as(shop.admin, 'POST', '/credits', body, key());
  expect(answer.status).toBe(201);
  return String(answer.body.id);
}

async function paymentsFor(invoice: string): Promise<string[]> {
  const rows = await shop.kit.db.q
    .selectFrom('payment_targets as t')
    .innerJoin('payments as p', 'p.id', 't.payment_id')
    .select('p.status')
    .where('t.invoice_id', '=', invoice)
    .execute();
  return rows.map(({ status }) => status);
}

describe('paying', () => {
  it('makes one payment of twenty attempts at once, each with a key of its own', async () => {
    const invoice = await plantInvoice(shop, 5000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay(shop, [invoice], card)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(await paymentsFor(invoice)).toEqual(['succeeded']);
  });

  it('puts the money to the invoice that was due first, and the rest to the next', async () => {
    const later = await plantInvoice(shop, 3000, '2027-02-01');
    const first = await plantInvoice(shop, 2000, '2027-01-01');
    await pay(shop, [later, first], card, { amount: 2500 });
    expect([await balanceOf(shop, first), await balanceOf(shop, later)]).toEqual([0, 2500]);
  });

  it('tells the organization and the log how it ended', async () => {
    const invoice = await plantInvoice(shop, 1234);
    const { body } = await pay(shop, [invoice], await addMethod(shop, { outcome: 'decline' }));
    const { id, number } = body.payment as { id: string; number: string };
    const mail = await shop.kit.db.q
      .selectFrom('mails')
      .selectAll()
      .where('template', '=', 'payment_failed')
      .executeTakeFirstOrThrow();
    expect(mail).toMatchObject({ to_address: 'billing@example.com', subject: 'Payment failed: €12.34' });
    expect(mail.body_text).toContain(`See payment ${number}`);
    const history = await shop.kit.as(shop.customer, 'GET', `/payments/${id}/history`);
    expect(history.body.items).toMatchObject([
      { action: 'payments.settle', actor_name: expect.any(String) },
      { action: 'invoices.pay' },
    ]);
    expect(await balanceOf(shop, invoice)).toBe(1234);
  });
});

describe('credit', () => {
  it('pays what it covers where no method is named, and leaves the rest open', async () => {
    const invoice = await plantInvoice(shop, 1000);
    const none = await pay(shop, [invoice], null);
    expect(none.body.fields).toMatchObject([{ field: 'payment_method_id', code: 'required' }]);
    await giveCredit(400);
    const part = await pay(shop, [invoice], null);
    expect(part.body).toEqual({ payment: null, credit_applied: { amount: 400, currency: 'EUR' } });
    expect(await balanceOf(shop, invoice)).toBe(600);
  });

  it('goes first, and only the rest is charged', async () => {
    const invoice = await plantInvoice(shop, 1000);
    await giveCredit(300);
    const { body } = await pay(shop, [invoice], card);
    expect(body).toMatchObject({ payment: { amount: { amount: 700 } }, credit_applied: { amount: 300 } });
    expect(await balanceOf(shop, invoice)).toBe(0);
  });

  it('is left alone where the payer says so, or may not apply it', async () => {
    await giveCredit(500);
    const [one, other] = [await plantInvoice(shop, 1000), await plantInvoice(shop, 1000)];
    const contact = await addPerson(shop.kit.db, 'customer', 'billing_contact', {
      organization_id: shop.organization,
    });
    const byContact = await pay(shop, [one], card, {}, contact);
    expect(byContact.body).toMatchObject({ credit_applied: { amount: 0 } });
    const without = await pay(shop, [other], card, { use_credit: false });
    expect(without.body).toMatchObject({ payment: { amount: { amount: 1000 } } });
  });

  it('pays nothing twice when a larger amount is asked: what is over becomes credit of the payment', async () => {
    const invoice = await plantInvoice(shop, 200);
    const { body } = await pay(shop, [invoice], card, { amount: 900 });
    const { id } = body.payment as { id: string };
    const content = await shop.kit.as(shop.customer, 'GET', `/payments/${id}/content`);
    const over = await shop.kit.db.q
      .selectFrom('credits')
      .select(['source', 'amount'])
      .where('payment_id', '=', id)
      .execute();
    const credited = Number((body.credit_applied as { amount: number }).amount);
    expect(over).toEqual([{ source: 'overpayment', amount: 700 + credited }]);
    expect(content.body).toMatchObject({ credits: [{ amount: { amount: 700 + credited } }] });
  });
});

describe('what is not paid', () => {
  it('answers a hidden invoice like a missing one', async () => {
    const elsewhere = { ...shop, organization: await addOrganization(shop.kit.db) };
    const hidden = await plantInvoice(elsewhere, 100);
    const own = await plantInvoice(shop, 100);
    const answers = await Promise.all([pay(shop, [own, hidden], card), pay(shop, [own, newId()], card)]);
    const [one, other] = answers.map(({ status, body }) => ({ status, fields: body.fields }));
    expect(one).toEqual(other);
    expect(one).toMatchObject({ status: 422, fields: [{ field: 'invoice_ids' }] });
    const both = await pay(shop, [own, hidden], card, {}, shop.admin);
    expect(both.body.fields).toMatchObject([{ message: 'Invoices of one organization are paid together' }]);
  });

  it('refuses methods of others, removed ones and expired cards', async () => {
    const invoice = await plantInvoice(shop, 100);
    const gone = await addMethod(shop);
    await shop.kit.as(shop.customer, 'POST', `/payment-methods/${gone}/remove`, {}, { 'if-match': '"1"' });
    const elsewhere = { ...shop, organization: await addOrganization(shop.kit.db), customer: shop.admin };
    const foreign = await addMethod(elsewhere);
    const expired = await addMethod(shop, { expiry: '2026-01' });
    for (const method of [gone, foreign, expired, newId()]) {
      const answer = await pay(shop, [invoice], method, { use_credit: false }, shop.admin);
      expect([answer.status, answer.body.fields]).toMatchObject([422, [{ field: 'payment_method_id' }]]);
    }
    expect(await paymentsFor(invoice)).toEqual([]);
  });

  it('says that an invoice was paid already, and logs the attempt', async () => {
    const invoice = await plantInvoice(shop, 100);
    await pay(shop, [invoice], card);
    const again = await pay(shop, [invoice], card);
    expect([again.status, again.body.code]).toEqual([409, 'record/state']);
    expect(again.body.detail).toMatch(/^Invoice INV-\d+ was paid already\.$/);
    const refused = await shop.kit.db.q
      .selectFrom('audit_log')
      .select('code')
      .where('item_id', '=', invoice)
      .where('outcome', '=', 'refused')
      .execute();
    expect(refused).toEqual([{ code: 'record/state' }]);
  });
});
