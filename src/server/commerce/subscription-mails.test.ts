import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addPerson, testApp } from '../../../test/kit/app.ts';
import { confirmed, openShop, type Shop } from '../../../test/kit/shop.ts';
import { newId } from '../db/id.ts';
import { addContact } from '../db/test-rows.ts';
import { bookAllDue } from './book-all-due.ts';
import { today } from './today.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(await testApp());
});
beforeEach(() => shop.kit.db.q.deleteFrom('mails').execute());
afterAll(() => shop.kit.close());

async function told(): Promise<string[]> {
  const mails = await shop.kit.db.q
    .selectFrom('mails')
    .select(['to_address', 'template', 'subject'])
    .where('template', 'like', 'subscription%')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return mails.map(({ to_address, template, subject }) => `${to_address} ${template} ${subject}`);
}

async function start(plan_version_id: string): Promise<{ id: string; number: string }> {
  const body = { organization_id: shop.organization, plan_version_id, quantity: 5, with_trial: false };
  const answer = await confirmed(shop, shop.admin, '/subscriptions', { ...body, auto_renew: true });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.subscription as { id: string; number: string };
}

const ask = async (id: string, verb: string, body: Record<string, unknown> = {}) => {
  const answer = await confirmed(shop, shop.admin, `/subscriptions/${id}/${verb}`, body);
  expect(answer.status, answer.text).toBe(200);
};

const runBilling = async () => bookAllDue({ app: shop.kit.app, today: await today(shop.kit.app) });

it('tells every change once, where it is ordered, and nothing about a start', async () => {
  const { id, number } = await start(shop.basic);
  expect(await told()).toEqual([]);
  await ask(id, 'change', { plan_version_id: shop.pro, quantity: 7, when: 'immediately' });
  await ask(id, 'pause');
  await ask(id, 'resume');
  const to = 'billing@example.com subscription_changed';
  expect(await told()).toEqual([
    `${to} Subscription ${number}: upgrade to Pro, quantity 7`,
    `${to} Subscription ${number}: pause`,
    `${to} Subscription ${number}: end of the pause`,
  ]);
});

it('is previewed with what was ordered by those who may view the order, and by others without it', async () => {
  const { id } = await start(shop.basic);
  await ask(id, 'change', { quantity: 1234, when: 'next_period' });
  const { q } = shop.kit.db;
  const view = { level: 'view', actions: [] };
  const resources = { subscriptions: { ...view, view_scope: 'all' }, email_templates: view };
  const grants = JSON.stringify({ groups: ['commerce', 'content'], resources, may_invite: [] });
  const profile = { id: newId(), name: 'Without orders', role_type: 'csr' as const, grants };
  await q.insertInto('profiles').values(profile).execute();
  const version = { profile_id: profile.id, version: 1, name: profile.name, grants };
  await q.insertInto('profile_versions').values(version).execute();
  const profile_id = profile.id;
  const reader = await addPerson(shop.kit.db, 'account_executive', 'csr_senior', { profile_id });
  const preview = async (who: string) => {
    const body = { record_id: id, subject: '{{number}}', body: '{{change}}' };
    const answer = await shop.kit.as(who, 'POST', '/email-templates/subscription_changed/preview', body);
    expect(answer.status, answer.text).toBe(200);
    return answer.text.includes('1234');
  };
  expect([await preview(shop.admin), await preview(reader)]).toEqual([true, false]);
});

it('tells a change that waits when it is ordered, not again on its day, however often billing runs', async () => {
  const { id, number } = await start(shop.basic);
  await ask(id, 'change', { quantity: 9, when: 'next_period' });
  await ask(id, 'cancel', { when: 'end_of_period', reason: 'Enough' });
  const before = await told();
  expect(before).toHaveLength(2);
  expect(before[0]).toBe(`billing@example.com subscription_changed Subscription ${number}: quantity 9`);
  expect(before[1]).toMatch(/subscription_cancelled Subscription S-\d+ ends on [A-Z][a-z]+ \d+, \d{4}$/);
  shop.kit.pass(40);
  await runBilling();
  await runBilling();
  expect(await told()).toEqual(before);
});

it('tells a renewal that comes by itself, to the billing contact where there is one', async () => {
  const { number } = await start(shop.yearly);
  const contact = await addContact(shop.kit.db, shop.organization);
  await shop.kit.db.q
    .updateTable('contacts')
    .set({ kind: 'billing', email: 'bea@example.com' })
    .where('id', '=', contact)
    .execute();
  shop.kit.pass(370);
  await Promise.all([runBilling(), runBilling()]);
  await runBilling();
  const renewals = (await told()).filter((line) => line.includes('subscription_renewed'));
  expect(renewals).toEqual([`bea@example.com subscription_renewed Subscription ${number} is renewed`]);
});

it('tells nobody where there is no address, and nothing of a booking that is undone', async () => {
  await shop.kit.db.q.deleteFrom('contacts').execute();
  const { id } = await start(shop.basic);
  const failing = shop.kit.db.transaction(async () => {
    await ask(id, 'pause');
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect(await told()).toEqual([]);
  await shop.kit.db.q
    .updateTable('organizations')
    .set({ email: null })
    .where('id', '=', shop.organization)
    .execute();
  await ask(id, 'change', { quantity: 6, when: 'immediately' });
  expect(await told()).toEqual([]);
});
