import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, testApp } from '../../../../test/kit/app.ts';
import { key, openShop, pay, type Shop } from '../../../../test/kit/shop.ts';
import { newId } from '../../db/id.ts';
import { testToken } from '../../gateway/simulated/test-token.ts';
import { plantInvoice } from '../payments/test-invoice.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());

async function add(
  organization_id: string,
  more: Record<string, unknown> = {},
  who = shop.admin,
  content: Record<string, unknown> = {},
) {
  const token = testToken(content, newId().replaceAll('-', ''));
  return shop.kit.as(who, 'POST', '/payment-methods', { organization_id, token, ...more }, key());
}

async function methods(count: number): Promise<{ organization: string; ids: string[] }> {
  const organization = await addOrganization(shop.kit.db);
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push(String((await add(organization)).body.id));
  return { organization, ids };
}

const use = (id: unknown, action: string, version = 1) =>
  shop.kit.as(shop.admin, 'POST', `/payment-methods/${id}/${action}`, {}, { 'if-match': `"${version}"` });

async function defaultsOf(organization: string): Promise<string[]> {
  const rows = await shop.kit.db.q
    .selectFrom('payment_methods')
    .select('id')
    .where('organization_id', '=', organization)
    .where('is_default', '=', true)
    .execute();
  return rows.map(({ id }) => id);
}

describe('the default', () => {
  it('is the first one, then the one that was chosen, on adding or later', async () => {
    const { organization, ids } = await methods(2);
    expect(await defaultsOf(organization)).toEqual([ids[0]]);
    expect((await use(ids[1], 'set-default')).body).toMatchObject({ is_default: true, version: 2 });
    expect(await defaultsOf(organization)).toEqual([ids[1]]);
    const third = await add(organization, { make_default: true });
    expect(await defaultsOf(organization)).toEqual([third.body.id]);
  });

  it('is one, however many are chosen at once', async () => {
    const { organization, ids } = await methods(6);
    const answers = await Promise.all(ids.slice(1).map((id) => use(id, 'set-default')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await defaultsOf(organization)).toHaveLength(1);
  });

  it('goes to the oldest that is left when it is removed', async () => {
    const { organization, ids } = await methods(3);
    const removed = await use(ids[0], 'remove');
    expect(removed.body).toMatchObject({ removed: true, is_default: false });
    expect(removed.body.can).toMatchObject({
      'payment_methods.remove': false,
      'payment_methods.set_default': false,
    });
    expect(await defaultsOf(organization)).toEqual([ids[1]]);
    for (const action of ['remove', 'set-default']) expect((await use(ids[0], action, 2)).status).toBe(409);
  });

  it.each([
    ['one that paid before one that was never tried', [{}, {}, { outcome: 'approve', tried: true }], 2],
    [
      'one that was never tried before one that was declined',
      [{}, { outcome: 'decline', tried: true }, {}],
      2,
    ],
    ['nobody where all were declined', [{}, { outcome: 'insufficient_funds', tried: true }], null],
    ['nobody where all have expired', [{}, { expiry: '2026-01' }], null],
  ])('goes to %s', async (_, wanted, next) => {
    const organization = await addOrganization(shop.kit.db, { currency: 'EUR' });
    const ids: string[] = [];
    for (const { tried, ...content } of wanted as { tried?: boolean }[]) {
      const id = String((await add(organization, {}, shop.admin, content)).body.id);
      ids.push(id);
      if (!tried) continue;
      const invoice = await plantInvoice({ ...shop, organization }, 100);
      await pay(shop, [invoice], id, {}, shop.admin);
    }
    await use(ids[0], 'remove');
    expect(await defaultsOf(organization)).toEqual(next === null ? [] : [ids[next]]);
  });

  it('is the next one that is added, where there was none left', async () => {
    const organization = await addOrganization(shop.kit.db, { currency: 'EUR' });
    const ids = [
      String((await add(organization)).body.id),
      String((await add(organization, {}, shop.admin, { outcome: 'decline' })).body.id),
    ];
    const invoice = await plantInvoice({ ...shop, organization }, 100);
    await pay(shop, [invoice], ids[1] ?? '', {}, shop.admin);
    await use(ids[0], 'remove');
    const added = await add(organization);
    expect(added.body).toMatchObject({ is_default: true, last_attempt: null });
    const { body } = await shop.kit.as(shop.admin, 'GET', `/payment-methods/${ids[1]}`);
    expect(body).toMatchObject({ is_default: false, last_attempt: 'declined' });
  });

  it('is not taken over by whoever may add, but not choose', async () => {
    const { organization, ids } = await methods(1);
    const grants = JSON.stringify({
      groups: ['crm', 'commerce'],
      resources: {
        organizations: { level: 'view', view_scope: 'all', actions: [] },
        payment_methods: { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: ['add'] },
      },
      may_invite: [],
    });
    const profile_id = newId();
    const profile = { id: profile_id, name: 'Adds methods', grants };
    await shop.kit.db.q
      .insertInto('profiles')
      .values({ ...profile, role_type: 'csr' })
      .execute();
    await shop.kit.db.q
      .insertInto('profile_versions')
      .values({ profile_id, version: 1, name: profile.name, grants })
      .execute();
    const person = await addPerson(shop.kit.db, 'account_executive', 'csr_senior', { profile_id });
    const answer = await add(organization, { make_default: true }, person);
    expect([answer.status, answer.body.code]).toEqual([403, 'access/action-not-granted']);
    expect((await add(organization, {}, person)).status).toBe(201);
    expect(await defaultsOf(organization)).toEqual(ids);
  });
});

describe('adding', () => {
  it('refuses organizations that the person does not see, and those that are closed', async () => {
    const elsewhere = await addOrganization(shop.kit.db);
    const closed = await addOrganization(shop.kit.db, { status: 'closed' });
    for (const [organization, who] of [
      [elsewhere, shop.customer],
      [newId(), shop.customer],
      [closed, shop.admin],
    ] as const)
      expect((await add(organization, {}, who)).body.fields).toMatchObject([{ field: 'organization_id' }]);
  });

  it('keeps the token from everybody, the log too', async () => {
    const { body, text } = await add(shop.organization, { label: 'Company card' });
    const history = await shop.kit.as(shop.admin, 'GET', `/payment-methods/${body.id}/history`);
    const list = await shop.kit.as(shop.admin, 'GET', '/payment-methods');
    const log = await shop.kit.as(shop.admin, 'GET', '/audit-log');
    for (const said of [text, history.text, list.text, log.text]) expect(said).not.toContain('sim_');
    expect(history.text).toContain('4242');
    expect(list.text).toContain('Company card');
  });
});
