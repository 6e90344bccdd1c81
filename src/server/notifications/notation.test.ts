import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../test/kit/app.ts';
import { euro } from '../../../test/kit/money.ts';
import { confirmed, openShop, type Shop, startSubscription } from '../../../test/kit/shop.ts';

let kit: TestApp;
let shop: Shop;
beforeAll(async () => {
  kit = await testApp();
  shop = await openShop(kit);
  await kit.as(shop.customer, 'PUT', '/me/notifications', {
    items: [{ kind: 'invoice_issued', page: true, mail: true }],
  });
});
afterAll(() => kit.close());

test.each([
  { own: null, company: 'en', written: /over €59\.97 was issued, due on [A-Z][a-z]+ \d+, \d{4}\./ },
  { own: null, company: 'fr-FR', written: /over 59,97\s€ was issued, due on \d+ [a-zûé]+ \d{4}\./ },
  { own: 'de-DE', company: 'fr-FR', written: /over 59,97\s€ was issued, due on \d+\. [A-Z]\p{L}+ \d{4}\./u },
])('dates and amounts are written as $own, else as $company, on the page and by mail', async (row) => {
  await kit.db.q.updateTable('company_settings').set({ language: row.company }).execute();
  await kit.db.q.updateTable('users').set({ language: row.own }).where('id', '=', shop.customer).execute();
  await startSubscription(shop);
  const { items } = (await kit.as(shop.customer, 'GET', '/notifications')).body as { items: Told[] };
  expect(items[0]?.text).toMatch(row.written);
  expect(items[0]).toMatchObject({ label: expect.stringMatching(/^INV-/), data: { amount: euro(5997) } });
  const mails = await kit.db.q
    .selectFrom('mails')
    .select('body_text')
    .where('template', '=', 'notification')
    .orderBy('id')
    .execute();
  expect(mails.at(-1)?.body_text).toMatch(row.written);
});

test('an organization that is called like a day which there is not breaks no notification and no change', async () => {
  const looksAfter = { name: '2026-99-99', account_executive_id: shop.executive };
  await kit.db.q.updateTable('organizations').set(looksAfter).where('id', '=', shop.organization).execute();
  const mailed = { items: [{ kind: 'subscription_cancelled', page: true, mail: true }] };
  await kit.as(shop.executive, 'PUT', '/me/notifications', mailed);
  const { subscription } = await startSubscription(shop);
  const cancel = { when: 'end_of_period', reason: 'Too dear' };
  await confirmed(shop, shop.customer, `/subscriptions/${subscription}/cancel`, cancel);
  const { items } = (await kit.as(shop.executive, 'GET', '/notifications')).body as { items: Told[] };
  expect(items[0]?.text).toMatch(/^Subscription S-\d+ of 2026-99-99 was cancelled for \d/);
});

type Told = { text: string; label: string; data: object };
