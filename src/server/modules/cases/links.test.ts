import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { openShop, type Shop, startSubscription } from '../../../../test/kit/shop.ts';
import { actOn, openedCase, openSupportDesk, type SupportDesk } from '../../../../test/kit/support-desk.ts';

let kit: TestApp;
let desk: SupportDesk;
let shop: Shop;
let subscription: string;
let invoice: string;
let foreign: string;

beforeAll(async () => {
  kit = await testApp();
  desk = await openSupportDesk(kit);
  const opened = await openShop(kit);
  foreign = (await startSubscription(opened)).invoice;
  shop = { ...opened, organization: desk.organization };
  await kit.db.q.updateTable('organizations').set({ currency: 'EUR' }).execute();
  ({ subscription, invoice } = await startSubscription(shop));
}, 120_000);
afterAll(() => kit.close());

test('a case is about an invoice or a subscription of its organization', async () => {
  const id = await openedCase(desk, { invoice_id: invoice });
  const { number } = await kit.db.q
    .selectFrom('invoices')
    .select('number')
    .where('id', '=', invoice)
    .executeTakeFirstOrThrow();
  expect((await actOn(desk, 'requester', id, 'view')).body.link).toEqual({
    resource: 'invoices',
    id: invoice,
    number,
  });
  await actOn(desk, 'requester', id, 'edit', { subscription_id: subscription });
  expect((await actOn(desk, 'requester', id, 'view')).body.link).toMatchObject({ id: subscription });
  await actOn(desk, 'requester', id, 'edit', { subscription_id: null });
  expect((await actOn(desk, 'requester', id, 'view')).body.link).toBeNull();
});

test('what it is about is shown to those who may view that, and named to nobody in its history', async () => {
  const id = await openedCase(desk, {});
  const grants = JSON.stringify({
    groups: ['crm'],
    resources: {
      organizations: { level: 'view', view_scope: 'all', actions: [] },
      cases: { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: ['create'] },
    },
    may_invite: [],
  });
  const profile = crypto.randomUUID();
  await kit.db.q
    .insertInto('profiles')
    .values({ id: profile, name: 'Cases only', role_type: 'csr', grants })
    .execute();
  await kit.db.q
    .insertInto('profile_versions')
    .values({ profile_id: profile, version: 1, name: 'Cases only', grants })
    .execute();
  const reader = await addPerson(kit.db, 'account_executive', 'csr_junior', { profile_id: profile });
  await actOn(desk, 'senior', id, 'edit', { invoice_id: invoice });
  expect((await kit.as(reader, 'GET', `/cases/${id}`)).body.link).toBeNull();
  const history = await kit.as(reader, 'GET', `/cases/${id}/history`);
  expect(history.text).toContain('an invoice');
  expect(history.text).not.toContain(invoice);
  const { version } = (await kit.as(reader, 'GET', `/cases/${id}`)).body;
  const tried = await kit.as(
    reader,
    'PATCH',
    `/cases/${id}`,
    { invoice_id: invoice },
    { 'if-match': `"${version}"` },
  );
  expect([tried.status, tried.text]).toEqual([422, expect.stringContaining('no such invoice')]);
});

test.each([
  ['of another organization', () => ({ invoice_id: foreign }), 'invoice_id'],
  ['that is not there', () => ({ subscription_id: crypto.randomUUID() }), 'subscription_id'],
  ['of both kinds', () => ({ invoice_id: invoice, subscription_id: subscription }), 'invoice_id'],
])('a record %s is refused by its field', async (_what, values, field) => {
  const id = await openedCase(desk);
  const answer = await actOn(desk, 'senior', id, 'edit', values());
  expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(`"field":"${field}"`)]);
});

test('customers change what they asked, not how urgent it is', async () => {
  const id = await openedCase(desk, { priority: 'low' });
  const refused = await actOn(desk, 'requester', id, 'edit', { subject: 'New', priority: 'urgent' });
  expect([refused.status, refused.body.code]).toEqual([403, 'access/field']);
  expect((await actOn(desk, 'requester', id, 'edit', { subject: 'New' })).body.subject).toBe('New');
  expect((await actOn(desk, 'senior', id, 'edit', { priority: 'urgent' })).body.priority).toBe('urgent');
});

test('staff open a case for somebody of the organization or its partner', async () => {
  const { people } = desk;
  for (const who of ['requester', 'partner_executive'] as const) {
    const id = await openedCase(desk, { requester_id: people[who] }, 'senior');
    expect((await actOn(desk, who, id, 'view')).body.requester).toMatchObject({ id: people[who] });
  }
  for (const who of ['foreigner', 'other_partner', 'junior'] as const)
    await expect(openedCase(desk, { requester_id: people[who] }, 'senior')).rejects.toThrow('requester_id');
  await expect(openedCase(desk, { requester_id: people.colleague })).rejects.toThrow('requester_id');
});
