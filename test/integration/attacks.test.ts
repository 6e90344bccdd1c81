import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/server/db/id.ts';
import { hashToken } from '../../src/server/http/session-subject.ts';
import {
  addOrganization,
  addPerson,
  addProfile,
  shippedProfileId,
  type TestApp,
  testApp,
} from '../kit/app.ts';

let kit: TestApp;
let admin: string;
let partner: string;
let partnerAdmin: string;

beforeAll(async () => {
  kit = await testApp();
  admin = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  partner = await addOrganization(kit.db, { kind: 'partner' });
  partnerAdmin = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', {
    partner_id: partner,
  });
});
afterAll(() => kit.close());

const first = { 'if-match': '"1"' };

async function statusOf(id: string) {
  const { q } = kit.db;
  return (await q.selectFrom('users').select('status').where('id', '=', id).executeTakeFirst())?.status;
}

describe('closing an organization', () => {
  it('is not among the details that a customer may change of their own', async () => {
    const organization_id = await addOrganization(kit.db);
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id });
    const answer = await kit.as(customer, 'POST', `/organizations/${organization_id}/close`, {}, first);
    expect([answer.status, answer.body.code]).toEqual([403, 'access/field']);
    expect(await statusOf(customer)).toBe('active');
  });

  it('is not for the people of a partner when it is their own', async () => {
    const answer = await kit.as(partnerAdmin, 'POST', `/organizations/${partner}/close`, {}, first);
    expect([answer.status, answer.body.code]).toEqual([403, 'access/outside-boundary']);
  });

  it('takes no further contacts', async () => {
    const organization_id = await addOrganization(kit.db, { status: 'closed' });
    const body = { organization_id, first_name: 'Ann', last_name: 'Bo' };
    const answer = await kit.as(admin, 'POST', '/contacts', body);
    expect([answer.status, answer.body.fields]).toMatchObject([422, [{ field: 'organization_id' }]]);
  });

  it('keeps out people who were invited and have not come yet', async () => {
    const organization_id = await addOrganization(kit.db);
    const invited = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id,
      status: 'invited',
      password_hash: null,
    });
    const token = randomBytes(32).toString('base64url');
    const expires_at = new Date(Date.now() + 60_000);
    await kit.db.q
      .insertInto('user_tokens')
      .values({ token_hash: hashToken(token), user_id: invited, purpose: 'activation', expires_at })
      .execute();
    const closed = await kit.as(admin, 'POST', `/organizations/${organization_id}/close`, {}, first);
    expect(closed.status, closed.text).toBe(200);
    const answer = await kit.as(null, 'POST', '/activation', { token, password: 'a long password' });
    expect([answer.status, await statusOf(invited)]).toEqual([410, 'suspended']);
  });

  it('suspends the people of a partner, who stay suspended', async () => {
    const partner_id = await addOrganization(kit.db, { kind: 'partner' });
    const place = { partner_id };
    const person = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', place);
    const parent_partner_id = partner_id;
    const organization_id = await addOrganization(kit.db, { parent_partner_id });
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id });
    await kit.as(admin, 'POST', `/organizations/${partner_id}/close`, {}, first);
    expect([await statusOf(person), await statusOf(customer)]).toEqual(['suspended', 'active']);
    const enabled = await kit.as(admin, 'POST', `/users/${person}/enable`, {});
    expect([enabled.status, enabled.body.code]).toEqual([409, 'record/state']);
  });
});

describe('imports', () => {
  const content = (text: string) => Buffer.from(text).toString('base64');
  const request = (text: string) => ({
    file_name: 'rows.csv',
    content_base64: content(text),
    source: 'crm',
    mapping: {},
    dry_run: true,
  });

  it('do not tell what hidden organizations hold', async () => {
    const profile_id = await addProfile(kit.db, 'Importer', 'csr', {
      organizations: {
        level: 'edit',
        view_scope: 'created_or_assigned',
        edit_scope: 'created_or_assigned',
        actions: ['create', 'import'],
      },
    });
    const executive = await addPerson(kit.db, 'account_executive', 'csr_senior', { profile_id });
    const record_id = await addOrganization(kit.db, { name: 'Hidden', phone: '112' });
    await kit.db.q
      .insertInto('external_ids')
      .values({ source: 'crm', resource: 'organizations', external_id: 'h1', record_id })
      .execute();
    const verdictFor = async (phone: string) => {
      const body = request(`external_id,name,phone\nh1,Hidden,${phone}\n`);
      const { verdicts } = (await kit.as(executive, 'POST', '/organizations/import', body)).body;
      return verdicts;
    };
    expect(await verdictFor('112')).toEqual(await verdictFor('113'));
  });

  it('do not tell who has an account', async () => {
    const scopes = { view_scope: 'created', edit_scope: 'created' };
    const profile_id = await addProfile(kit.db, 'User importer', 'admin', {
      organizations: { level: 'view', view_scope: 'created', actions: [] },
      users: { level: 'edit', ...scopes, actions: ['invite', 'import', 'assign_profile'] },
    });
    const narrow = await addPerson(kit.db, 'system_administrator', 'administrator', { profile_id });
    const organization_id = await addOrganization(kit.db, { name: 'Hidden place' });
    await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id,
      first_name: 'Ann',
      last_name: 'Bo',
      email: 'ann@hidden.example',
    });
    const ask = async (row: string) => {
      const head = 'role,firstName,lastName,username,userProfile,partner,salesRep,organization';
      const body = request(`${head}\n${row}\n`);
      const answer = await kit.as(narrow, 'POST', '/users/import', body);
      expect(answer.status, answer.text).toBe(200);
      const [verdict] = answer.body.verdicts as { verdict: string; fields: { message: string }[] }[];
      return JSON.stringify([verdict?.verdict, verdict?.fields]);
    };
    const person = (name: string, place: string) =>
      `customer,${name},Bo,ann@hidden.example,Standard Customer,,,${place}`;
    expect(await ask(person('Ann', ''))).toBe(await ask(person('Eve', '')));
    const customer = (place: string) => `customer,A,B,${newId()}@new.example,Standard Customer,,,${place}`;
    const hidden = await ask(customer('Hidden place'));
    expect(hidden.replace('Hidden place', 'No place')).toBe(await ask(customer('No place')));
    const executive = (rep: string) =>
      `Partner Account Executive,A,B,${newId()}@new.example,Partner Viewer,,${rep},`;
    expect(await ask(executive('ann@hidden.example'))).toBe(await ask(executive('nobody@hidden.example')));
  });

  it('of people without a session are not read', async () => {
    const body = { content_base64: 'x'.repeat(2 * 1024 * 1024) };
    for (const path of ['/users/import', '/organizations/import']) {
      const answer = await kit.server.inject({
        method: 'POST',
        url: `/api/v1${path}`,
        payload: `${JSON.stringify(body)} and no JSON`,
        headers: { 'content-type': 'application/json' },
      });
      expect([path, answer.statusCode]).toEqual([path, 401]);
    }
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: await addOrganization(kit.db),
    });
    const refused = await kit.as(customer, 'POST', '/users/import', {});
    expect([refused.status, refused.body.code]).toEqual([403, 'access/role-ceiling']);
    expect(refused.body.decision_id).toBeTypeOf('string');
  });
});

describe('at the same moment', () => {
  it('two Global Administrators can not suspend each other', async () => {
    const one = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    const other = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    await kit.as(one, 'POST', `/users/${admin}/suspend`, {});
    const answers = await Promise.all([
      kit.as(one, 'POST', `/users/${other}/suspend`, {}),
      kit.as(other, 'POST', `/users/${one}/suspend`, {}),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const survivor = (await statusOf(one)) === 'active' ? one : other;
    expect((await kit.as(survivor, 'POST', `/users/${admin}/enable`, {})).status).toBe(200);
  });

  it('of two who suspend each other only the first does', async () => {
    const one = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    const other = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    await kit.as(one, 'GET', '/session');
    await kit.as(other, 'GET', '/session');
    const answers = await Promise.all([
      kit.as(one, 'POST', `/users/${other}/suspend`, {}),
      kit.as(other, 'POST', `/users/${one}/suspend`, {}),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  it('a link opens one account once', async () => {
    const user_id = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    const token = randomBytes(32).toString('base64url');
    const expires_at = new Date(Date.now() + 60_000);
    await kit.db.q
      .insertInto('user_tokens')
      .values({ token_hash: hashToken(token), user_id, purpose: 'password_reset', expires_at })
      .execute();
    const use = (password: string) => kit.as(null, 'POST', '/password-reset/confirm', { token, password });
    const answers = await Promise.all([use('the first password'), use('the second password')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 410]);
  });

  it('two saves of a profile from one version leave one', async () => {
    const id = await shippedProfileId(kit.db, 'csr_junior');
    const editor = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    const save = (name: string) => kit.as(editor, 'PATCH', `/profiles/${id}`, { name }, first);
    const answers = await Promise.all([save('Junior one'), save('Junior two')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
