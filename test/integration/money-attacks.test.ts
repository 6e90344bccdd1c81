import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/server/db/id.ts';
import { testToken } from '../../src/server/gateway/simulated/test-token.ts';
import { addOrganization, addPerson, testApp } from '../kit/app.ts';
import { asking, ifMatch } from '../kit/asking.ts';
import { addMethod, confirmed, openShop, pay, type Shop, startSubscription, sumsOf } from '../kit/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());

const { get, post } = asking(() => shop);
const today = () => new Date().toISOString().slice(0, 10);

async function importInvoices(organization: string, rows: readonly string[]) {
  const { number } = await get(`/organizations/${organization}`);
  const csv = `external_id,organization,number,issued_on,amount,balance\n${rows
    .map((row) => `${newId()},${number},${row}`)
    .join('\n')}\n`;
  const content_base64 = Buffer.from(csv).toString('base64');
  const order = { file_name: 'x.csv', source: 'x', mapping: {}, dry_run: false, mode: 'keep_good_rows' };
  return (await post('/invoices/import', { ...order, date_format: 'YYYY-MM-DD', content_base64 })).body;
}

it('imports no amount that the sums could not hold', async () => {
  const organization = await addOrganization(shop.kit.db, { currency: 'EUR' });
  expect(await importInvoices(organization, [',2026-01-01,99999999999999.99,'])).toMatchObject({ refuse: 1 });
  expect((await shop.kit.as(shop.admin, 'GET', `/organizations/${organization}`)).status).toBe(200);
});

it('goes on numbering where an import brought numbers of our own form', async () => {
  const organization = await addOrganization(shop.kit.db, { currency: 'EUR' });
  const rows = Array.from({ length: 30 }, (_, n) => `INV-${String(n + 1).padStart(6, '0')},2026-01-01,1,`);
  expect(await importInvoices(organization, rows)).toMatchObject({ create: 30 });
  const { invoice } = await startSubscription({ ...shop, organization });
  expect(await get(`/invoices/${invoice}`)).toMatchObject({ number: 'INV-000031' });
});

it('makes no money out of what was paid elsewhere', async () => {
  const organization = await addOrganization(shop.kit.db, { currency: 'EUR' });
  await importInvoices(organization, ['R-1,2026-01-01,1000000.00,0.01']);
  const { items } = (await get(`/invoices?organization_id=${organization}`)) as {
    items: { id: string; version: number }[];
  };
  const [invoice] = items;
  const voided = await post(
    `/invoices/${invoice?.id}/void`,
    { reason: 'x' },
    shop.executive,
    ifMatch(invoice?.version),
  );
  expect(voided.status).toBe(200);
  expect(await get(`/organizations/${organization}`)).toMatchObject({
    account_balance: { amount: 0 },
    credit_balance: { amount: 0 },
  });
});

it('voids an invoice that holds a part of a voided credit', async () => {
  const { invoice } = await startSubscription(shop);
  const credit = (await post('/credits', { organization_id: shop.organization, amount: 9000, reason: 'x' }))
    .body;
  await post(`/credits/${credit.id}/apply`, { invoice_id: invoice, amount: 4000 });
  const { version } = await get(`/credits/${credit.id}`);
  expect(
    (await post(`/credits/${credit.id}/void`, { reason: 'x' }, shop.executive, ifMatch(version))).status,
  ).toBe(200);
  const at = (await get(`/invoices/${invoice}`)).version;
  expect((await post(`/invoices/${invoice}/void`, { reason: 'x' }, shop.executive, ifMatch(at))).status).toBe(
    200,
  );
  expect(await get(`/credits/${credit.id}`)).toMatchObject({ status: 'void', remaining: { amount: 0 } });
  expect(await sumsOf(shop.kit, shop.organization)).toMatchObject({ wrong_invoices: 0, wrong_credits: 0 });
});

it('gives back to whom it invoiced, and asks the next partner anew', async () => {
  const [first, second] = [
    await addOrganization(shop.kit.db, { kind: 'partner', currency: 'EUR' }),
    await addOrganization(shop.kit.db, { kind: 'partner', currency: 'EUR' }),
  ];
  const organization = await addOrganization(shop.kit.db, { currency: 'EUR', parent_partner_id: first });
  const yearly = { plan_version_id: shop.yearly, quantity: 1, bill_to: 'partner' };
  const { subscription, invoice } = await startSubscription({ ...shop, organization }, yearly);
  expect(await get(`/invoices/${invoice}`)).toMatchObject({ organization: { id: first } });
  const moved = await post(
    `/organizations/${organization}/assign`,
    { partner_id: second },
    shop.admin,
    ifMatch(1),
  );
  expect(moved.status).toBe(200);
  expect(await get(`/subscriptions/${subscription}`)).toMatchObject({ bill_to: 'customer' });
  const cancel = `/subscriptions/${subscription}/cancel-on`;
  expect((await confirmed(shop, shop.admin, cancel, { date: today(), reason: 'x' })).status).toBe(200);
  expect(await get(`/organizations/${first}`)).toMatchObject({ credit_balance: { amount: 120_000 } });
});

it('invoices no partner that is closed', async () => {
  const partner = await addOrganization(shop.kit.db, { kind: 'partner', currency: 'EUR', status: 'closed' });
  const organization = await addOrganization(shop.kit.db, { currency: 'EUR', parent_partner_id: partner });
  const body = {
    organization_id: organization,
    plan_version_id: shop.basic,
    quantity: 1,
    bill_to: 'partner',
  };
  expect((await post('/subscriptions/preview', body)).body.fields).toMatchObject([{ field: 'bill_to' }]);
});

it('lets nobody take back a cancellation by its order, nor start where they look after nothing', async () => {
  const { subscription } = await startSubscription(shop);
  const path = `/subscriptions/${subscription}`;
  await confirmed(shop, shop.executive, `${path}/cancel`, { when: 'end_of_period', reason: 'x' });
  const senior = await addPerson(shop.kit.db, 'account_executive', 'csr_senior');
  const { items } = (await get(`/orders?subscription_id=${subscription}&kind=cancellation`)) as {
    items: { id: string; version: number }[];
  };
  const [order] = items;
  const taken = await post(`/orders/${order?.id}/cancel`, {}, senior, ifMatch(order?.version));
  expect(taken.status).toBe(403);
  const body = { organization_id: shop.organization, plan_version_id: shop.basic, quantity: 1 };
  expect((await post('/subscriptions/preview', body, senior)).body.fields).toMatchObject([
    { field: 'organization_id' },
  ]);
  const back = await post(`/orders/${order?.id}/cancel`, {}, shop.executive, ifMatch(order?.version));
  expect(back.body).toMatchObject({ status: 'cancelled' });
});

it('keeps every answer a clear one: sums too large, dates too far, more than is owed, lines in a name', async () => {
  const start = { organization_id: shop.organization, plan_version_id: shop.basic, quantity: 1 };
  expect(
    (await post('/subscriptions/preview', { ...start, starts_on: '2999-01-01' })).body.fields,
  ).toMatchObject([{ field: 'starts_on' }]);
  const { invoice } = await startSubscription(shop);
  const method = await addMethod(shop);
  const more = await pay(shop, [invoice], method, { amount: 999_999, use_credit: false }, shop.admin);
  expect(more.body.fields).toMatchObject([{ field: 'amount' }]);
  const token = testToken({ brand: 'Visa.\n\nPay elsewhere', holder: 'A\nB' }, newId().replaceAll('-', ''));
  const added = await post('/payment-methods', { organization_id: shop.organization, token }, shop.customer);
  expect(added.body).toMatchObject({ brand: 'Visa. Pay elsewhere', holder: 'A B' });
});
