import { afterAll, beforeAll, expect, it } from 'vitest';
import { testApp } from '../../../../test/kit/app.ts';
import { key, openShop, type Shop } from '../../../../test/kit/shop.ts';
import { newId } from '../../db/id.ts';
import { plantInvoice } from '../payments/test-invoice.ts';
import { mailNewInvoices, remindOverdue } from './mailing.ts';

let shop: Shop;
let invoice: string;
beforeAll(async () => {
  shop = await openShop(await testApp());
  invoice = await plantInvoice(shop, 5000, '2027-01-01');
});
afterAll(() => shop.kit.close());

const signal = new AbortController().signal;

async function switchMail(template: string, active: boolean): Promise<void> {
  await shop.kit.db.q
    .insertInto('email_templates')
    .values({ id: newId(), key: template, subject: null, body: null, active, updated_by: null })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ active }))
    .execute();
}

async function templates(): Promise<string[]> {
  const mails = await shop.kit.db.q.selectFrom('mails').select('template').orderBy('id').execute();
  return mails.map(({ template }) => template);
}

it('lets new invoices wait while their mail is switched off, and refuses to send one by hand', async () => {
  await switchMail('invoice_issued', false);
  expect(await mailNewInvoices(shop.kit.app, signal)).toBe(0);
  const sent = await shop.kit.as(shop.executive, 'POST', `/invoices/${invoice}/send`, { to: null }, key());
  expect(sent).toMatchObject({ status: 409, body: { detail: expect.stringContaining('switched off') } });
  expect(await templates()).toEqual([]);
  await switchMail('invoice_issued', true);
  expect(await mailNewInvoices(shop.kit.app, signal)).toBe(1);
  expect(await templates()).toEqual(['invoice_issued']);
});

it('passes over a reminder that is switched off, for good, and sends the next', async () => {
  await switchMail('invoice_reminder', false);
  const remind = (day: string) => remindOverdue(shop.kit.app, day, signal);
  expect(await remind('2027-01-05')).toBe(0);
  await switchMail('invoice_reminder', true);
  expect(await remind('2027-01-06')).toBe(0);
  expect(await remind('2027-01-20')).toBe(1);
  expect(await remind('2027-02-20')).toBe(1);
  expect((await templates()).slice(1)).toEqual(['invoice_second_reminder', 'invoice_final_notice']);
});

it('shows an invoice in the words of its mail to those who may view it', async () => {
  const preview = (record_id: string) =>
    shop.kit.as(shop.executive, 'POST', '/email-templates/invoice_issued/preview', { record_id });
  const { body } = await preview(invoice);
  expect(body.subject).toMatch(/^Invoice INV-\d+ from My company$/);
  expect(body.body).toContain('€50.00');
  expect((await preview(newId())).status).toBe(422);
});
