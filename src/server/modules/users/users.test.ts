import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addOrganization,
  addPerson,
  shippedProfileId,
  type TestApp,
  testApp,
} from '../../../../test/kit/app.ts';
import { audit } from '../../audit/audit.ts';

let kit: TestApp;
let ga: string;
let pa: string;
let customer: string;
let partner: string;
let cohort: string;

beforeAll(async () => {
  kit = await testApp();
  ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  partner = await addOrganization(kit.db, { kind: 'partner', name: 'Partner' });
  cohort = await addOrganization(kit.db, { parent_partner_id: partner });
  pa = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', { partner_id: partner });
  await addPerson(kit.db, 'partner_account_executive', 'partner_viewer', { partner_id: partner });
  customer = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id: cohort });
});
afterAll(() => kit.close());

type Listed = { items: { id: string; role: string; can: Record<string, boolean> }[]; next: string | null };
const list = async (as: string, query = '') =>
  (await kit.as(as, 'GET', `/users${query}`)).body as unknown as Listed;

async function invited() {
  const body = {
    role: 'customer',
    profile_id: await shippedProfileId(kit.db, 'standard_customer'),
    organization_id: cohort,
    first_name: 'Ada',
    last_name: 'Byron',
    email: `ada-${Math.random()}@example.com`,
  };
  return (await kit.as(ga, 'POST', '/users', body)).body as { id: string; email: string; version: number };
}

async function colleague(status: 'active' | 'invited' | 'suspended' | 'deactivated' = 'active') {
  return addPerson(kit.db, 'customer', 'standard_customer', { organization_id: cohort, status });
}

describe('reading', () => {
  it('shows a Partner Administrator the Customers of the cohort and the executives of the partner', async () => {
    await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: await addOrganization(kit.db),
    });
    const { items } = await list(pa);
    expect(new Set(items.map((one) => one.role))).toEqual(new Set(['customer', 'partner_account_executive']));
    const { body } = await kit.as(pa, 'GET', '/users/count');
    expect(body).toEqual({ count: items.length, capped: false });
  });

  it('filters, pages and never shows a password hash', async () => {
    await colleague();
    const first = await kit.as(ga, 'GET', '/users?sort=last_name&limit=2&role=customer');
    const { items, next } = first.body as unknown as Listed;
    expect(items).toHaveLength(2);
    const rest = await list(ga, `?sort=last_name&limit=2&role=customer&after=${next}`);
    expect(rest.items.map((one) => one.id)).not.toContain(items[0]?.id);
    expect(first.text).not.toContain('password_hash');
    expect((await kit.as(ga, 'GET', `/users/${customer}`)).text).not.toContain('password_hash');
    expect((await kit.as(ga, 'GET', '/users?color=red')).status).toBe(422);
  });

  it('says what the reader may do with each row', async () => {
    const own = (await list(ga)).items.find((one) => one.id === ga);
    expect(own?.can).toMatchObject({
      'users.edit': true,
      'users.suspend': false,
      'users.assign_profile': false,
    });
    const seen = (await list(pa, '?role=customer')).items[0];
    expect(seen?.can).toMatchObject({ 'users.edit': false, 'users.suspend': false });
  });

  it('offers what can be given, and nothing else', async () => {
    const answer = await kit.as(pa, 'GET', '/users/conferrable');
    expect(answer.body).toMatchObject({
      roles: [{ role: 'customer', label: 'Customer' }],
      partners: [],
    });
    await kit.db.q
      .insertInto('partner_profiles')
      .values({ partner_id: partner, profile_id: await shippedProfileId(kit.db, 'partner_viewer') })
      .execute();
    const more = await kit.as(pa, 'GET', '/users/conferrable');
    expect(more.body).toMatchObject({
      roles: [
        { role: 'customer' },
        {
          role: 'partner_account_executive',
          profiles: [{ name: 'Partner Viewer', summary: expect.stringMatching(/^Views dashboard/) }],
        },
      ],
      partners: [{ id: partner, name: 'Partner' }],
      partner_administrators: [{ id: pa, partner_id: partner }],
    });
    const all = await kit.as(ga, 'GET', '/users/conferrable');
    expect((all.body.roles as unknown[]).length).toBe(6);
  });
});

describe('changing', () => {
  it('invites with a mail, and sends it again', async () => {
    const { id, email } = await invited();
    const mails = () => kit.db.q.selectFrom('mails').select('id').where('to_address', '=', email).execute();
    expect(await mails()).toHaveLength(1);
    expect((await kit.as(ga, 'POST', `/users/${id}/resend-activation`, {})).status).toBe(200);
    expect(await mails()).toHaveLength(2);
    expect((await kit.as(ga, 'POST', `/users/${id}/reset-password`, {})).status).toBe(409);
  });

  it('changes names as of a version, logs it, and shows it in the history', async () => {
    const { id } = await invited();
    const path = `/users/${id}`;
    expect((await kit.as(ga, 'PATCH', path, { first_name: 'Eve' })).status).toBe(428);
    const saved = await kit.as(ga, 'PATCH', path, { first_name: 'Eve' }, { 'if-match': '"1"' });
    expect(saved.body).toMatchObject({ first_name: 'Eve', version: 2 });
    expect((await kit.as(ga, 'PATCH', path, { first_name: 'Zoe' }, { 'if-match': '"1"' })).status).toBe(409);
    const { body } = await kit.as(ga, 'GET', `${path}/history`);
    expect(body.items).toMatchObject([
      { action: 'users.edit', changes: [{ field: 'first_name', from: 'Ada', to: 'Eve' }] },
      { action: 'users.invite' },
    ]);
  });

  it('tells suspending, enabling and deactivating apart, though one permission covers them', async () => {
    const id = await colleague();
    for (const action of ['suspend', 'enable', 'deactivate']) {
      expect((await kit.as(ga, 'POST', `/users/${id}/${action}`, {})).status).toBe(200);
    }
    const { body } = await kit.as(ga, 'GET', `/users/${id}/history`);
    const entries = body.items as { action: string; changes: { to: unknown }[] }[];
    expect(entries.map(({ action, changes }) => [action, changes[0]?.to])).toEqual([
      ['users.deactivate', 'deactivated'],
      ['users.enable', 'active'],
      ['users.suspend', 'suspended'],
    ]);
  });

  it('shows refusals only to those who read the audit log', async () => {
    const { id } = await invited();
    expect((await kit.as(pa, 'POST', `/users/${id}/suspend`, {})).status).toBe(403);
    const shown = async (reader: string) => (await kit.as(reader, 'GET', `/users/${id}/history`)).body.items;
    expect(await shown(ga)).toMatchObject([
      { action: 'users.suspend', outcome: 'refused' },
      { action: 'users.invite' },
    ]);
    expect(await shown(pa)).toMatchObject([{ action: 'users.invite' }]);
  });

  it('shows sign-ins to the person and to those who look after them, not to colleagues', async () => {
    const at = { partner_id: partner };
    const of = {
      customer: await colleague(),
      executive: await addPerson(kit.db, 'partner_account_executive', 'partner_viewer', at),
    };
    for (const itemId of Object.values(of))
      await audit(kit.db, { action: 'session.sign_in', itemType: 'users', itemId });
    const told = async (reader: string, id: string) => {
      const { body } = await kit.as(reader, 'GET', `/users/${id}/history`);
      return (body.items as { action: string }[]).map(({ action }) => action);
    };
    const own = await told(of.customer, of.customer);
    const looksAfter = [await told(ga, of.customer), await told(pa, of.executive)];
    expect([own, ...looksAfter]).toEqual(Array(3).fill(['session.sign_in']));
    expect([await told(customer, of.customer), await told(pa, of.customer)]).toEqual([[], []]);
  });

  it.each([
    [{ first_name: '' }, 'first_name'],
    [{ email: 'new@example.com' }, 'email'],
    [{ role: 'global_administrator' }, 'role'],
    [{ status: 'active' }, 'status'],
    [{ effective_date_alignment: 'never' }, 'effective_date_alignment'],
    [{ last_name: 'x'.repeat(101) }, 'last_name'],
    [{ last_name: 'Gnp\u202e.exe' }, 'last_name'],
    [{ last_name: 'Adams\u2067' }, 'last_name'],
  ])('refuses %j', async (body, field) => {
    const answer = await kit.as(ga, 'PATCH', `/users/${customer}`, body, { 'if-match': '"1"' });
    expect(answer.status).toBe(422);
    expect(answer.body.fields).toEqual([expect.objectContaining({ field })]);
  });

  it('gives no Customer a partner administrator', async () => {
    const body = { partner_administrator_id: pa };
    const answer = await kit.as(ga, 'PATCH', `/users/${customer}`, body, { 'if-match': '"1"' });
    expect(answer.body.fields).toMatchObject([{ field: 'partner_administrator_id' }]);
  });

  it('ends sessions with a suspension, and lets people in again', async () => {
    const id = await colleague();
    expect((await kit.as(id, 'GET', '/session')).status).toBe(200);
    expect((await kit.as(ga, 'POST', `/users/${id}/suspend`, {})).body).toMatchObject({
      status: 'suspended',
    });
    expect((await kit.as(id, 'GET', '/session')).status).toBe(401);
    expect((await kit.as(ga, 'POST', `/users/${id}/enable`, {})).body).toMatchObject({ status: 'active' });
    expect((await kit.as(id, 'GET', '/session')).status).toBe(401);
  });

  it('signs people out everywhere, with whoever is logged in as them, and leaves them active', async () => {
    const id = await colleague();
    const begun = await kit.as(ga, 'POST', `/users/${id}/login-as`, { reason: 'A look at their page' });
    expect(begun.status).toBeLessThan(300);
    expect((await kit.as(id, 'GET', '/session')).status).toBe(200);
    const done = await kit.as(ga, 'POST', `/users/${id}/sign-out`, {});
    expect(done.body).toMatchObject({ id, status: 'active', version: 1 });
    expect((await kit.as(id, 'GET', '/session')).status).toBe(401);
    for (const table of ['sessions', 'login_as_sessions'] as const) {
      expect(await kit.db.q.selectFrom(table).select('id').where('user_id', '=', id).execute()).toEqual([]);
    }
    expect((await kit.as(ga, 'GET', `/users/${id}/history`)).body.items).toContainEqual(
      expect.objectContaining({ action: 'users.sign_out' }),
    );
  });

  it('keeps people of a closed organization out', async () => {
    const organization_id = await addOrganization(kit.db, { status: 'closed' });
    const more = { organization_id, status: 'suspended' } as const;
    const id = await addPerson(kit.db, 'customer', 'standard_customer', more);
    expect((await kit.as(ga, 'POST', `/users/${id}/enable`, {})).body).toMatchObject({
      code: 'record/state',
    });
  });

  const states = {
    suspend: ['active'],
    enable: ['suspended'],
    'sign-out': ['active'],
    deactivate: ['invited', 'active', 'suspended'],
    'reset-password': ['active'],
    'resend-activation': ['invited'],
  };
  const cells = Object.entries(states).flatMap(([action, allowed]) =>
    (['invited', 'active', 'suspended', 'deactivated'] as const).map((status) => ({
      action,
      status,
      expected: allowed.includes(status) ? 200 : 409,
    })),
  );
  it.each(cells)('answers $expected to $action when $status', async ({ action, status, expected }) => {
    const answer = await kit.as(ga, 'POST', `/users/${await colleague(status)}/${action}`, {});
    expect(answer.status).toBe(expected);
  });
});
