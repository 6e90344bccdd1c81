import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';

let kit: TestApp;
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? name;

beforeAll(async () => {
  kit = await testApp();
  ids.partner = await addOrganization(kit.db, { kind: 'partner' });
  ids.account = await addOrganization(kit.db, { parent_partner_id: id('partner') });
  ids.other = await addOrganization(kit.db);
  const place = { organization_id: id('account') };
  ids.customer = await addPerson(kit.db, 'customer', 'standard_customer', place);
  ids.billing = await addPerson(kit.db, 'customer', 'billing_contact', place);
  ids.stranger = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id: id('other') });
  ids.suspended = await addPerson(kit.db, 'customer', 'standard_customer', { ...place, status: 'suspended' });
  ids.ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  ids.sa = await addPerson(kit.db, 'system_administrator', 'default_admin');
  ids.ae = await addPerson(kit.db, 'account_executive', 'csr_senior');
  ids.pa = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', {
    partner_id: id('partner'),
  });
  ids.viewer = await addPerson(kit.db, 'partner_account_executive', 'partner_viewer', {
    partner_id: id('partner'),
  });
  for (const organization_id of [id('account'), id('other')]) {
    await kit.db.q
      .insertInto('contacts')
      .values({ id: organization_id, organization_id, first_name: 'A', last_name: 'B' })
      .execute();
  }
});
afterAll(() => kit.close());

const accessOf = (by: string, whom: string) => kit.as(id(by), 'GET', `/users/${id(whom)}/access`);
const seen = (by: string, whom: string, list = 'organizations') =>
  kit.as(id(by), 'GET', `/${list}?seen_by=${id(whom)}`);
const rowsOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body.items as { id: string }[]).map((row) => row.id);

describe('what another person finds', () => {
  it.each([
    ['ga', 'customer', 200],
    ['sa', 'customer', 200],
    ['ae', 'customer', 200],
    ['ae', 'pa', 200],
    ['pa', 'customer', 200],
    ['customer', 'billing', 200],
    ['ae', 'sa', 404],
    ['pa', 'stranger', 404],
    ['customer', 'stranger', 404],
    ['viewer', 'customer', 403],
    ['billing', 'customer', 403],
  ])('%s asks about %s: %i', async (by, whom, status) => {
    expect((await accessOf(by, whom)).status).toBe(status);
    expect((await seen(by, whom)).status).toBe(status === 200 ? 200 : 422);
  });

  it('is their navigation, levels and actions', async () => {
    const { body } = await accessOf('ae', 'billing');
    expect(body).toMatchObject({
      role: 'customer',
      status: 'active',
      groups: ['crm', 'commerce'],
      withheld: 0,
    });
    expect(Object.keys(body.resources as object)).toEqual(['organizations', 'invoices', 'payment_methods']);
  });

  it('is never more than the reader may view', async () => {
    const { body } = await accessOf('sa', 'customer');
    expect(Object.keys(body.resources as object)).toEqual([
      'dashboard',
      'organizations',
      'contacts',
      'cases',
      'users',
    ]);
    expect([body.groups, body.withheld]).toEqual([['overview', 'crm', 'settings'], 8]);
  });
});

describe('a list as another person sees it', () => {
  it('holds what both see', async () => {
    expect(rowsOf(await seen('ga', 'customer'))).toEqual([id('account')]);
    expect(rowsOf(await seen('ae', 'customer', 'contacts'))).toEqual([id('account')]);
    const count = await kit.as(id('ga'), 'GET', `/contacts/count?seen_by=${id('customer')}`);
    expect(count.body).toEqual({ count: 1, capped: false });
    // A partner sees no more of an account executive's world than its own cohort.
    expect(rowsOf(await seen('ae', 'pa', 'contacts'))).toEqual([id('account')]);
  });

  it.each(['billing', 'suspended'])('holds no contacts of %s, who sees none', async (whom) => {
    expect(rowsOf(await seen('ae', whom, 'contacts'))).toEqual([]);
  });

  it('does not tell a person out of sight from one who does not exist', async () => {
    const [hidden, missing] = await Promise.all([
      seen('pa', 'stranger'),
      seen('pa', '00000000-0000-7000-8000-000000000000'),
    ]);
    expect(hidden?.body).toEqual(missing?.body);
  });
});
