import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/server/db/id.ts';
import { addOrganization, addPerson, type TestApp, testApp } from '../kit/app.ts';

let kit: TestApp;
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? name;

beforeAll(async () => {
  kit = await testApp();
  ids.own = await addOrganization(kit.db, { kind: 'partner' });
  ids.elsewhere = await addOrganization(kit.db, { kind: 'partner' });
  const place = { partner_id: id('own') };
  ids.pae = await addPerson(kit.db, 'partner_account_executive', 'partner_account_executive', place);
  ids.pa = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', place);
  ids.viewer = await addPerson(kit.db, 'partner_account_executive', 'partner_viewer', place);
  ids.narrow = await addPerson(kit.db, 'partner_account_executive', 'partner_account_executive', {
    ...place,
    profile_id: await createdOnly(),
  });
  ids.assigned = await addOrganization(kit.db, {
    parent_partner_id: id('own'),
    partner_account_executive_id: id('pae'),
  });
  ids.colleagues = await addOrganization(kit.db, { parent_partner_id: id('own') });
  for (const organization_id of [id('own'), id('elsewhere'), id('colleagues')]) {
    const contact = { id: newId(), organization_id, first_name: 'A', last_name: 'B' };
    await kit.db.q.insertInto('contacts').values(contact).execute();
  }
});
afterAll(() => kit.close());

async function createdOnly(): Promise<string> {
  const grants = JSON.stringify({
    groups: ['crm'],
    resources: { organizations: { level: 'view', view_scope: 'created', actions: [] } },
    may_invite: [],
  });
  const profile = { id: newId(), name: 'Created only', role_type: 'partner' as const, grants };
  await kit.db.q.insertInto('profiles').values(profile).execute();
  await kit.db.q
    .insertInto('profile_versions')
    .values({ profile_id: profile.id, version: 1, name: profile.name, grants })
    .execute();
  return profile.id;
}

describe("a partner's own organization", () => {
  it.each([
    ['pae', 'own', 200],
    ['pae', 'assigned', 200],
    ['pae', 'colleagues', 404],
    ['pae', 'elsewhere', 404],
    ['pa', 'own', 200],
    ['pa', 'elsewhere', 404],
    ['viewer', 'own', 200],
    ['narrow', 'own', 404],
  ])('%s opens %s: %i', async (by, organization, status) => {
    expect((await kit.as(id(by), 'GET', `/organizations/${id(organization)}`)).status).toBe(status);
  });

  it('comes with its records, and those of colleagues do not', async () => {
    const answer = await kit.as(id('pae'), 'GET', '/contacts');
    const of = (answer.body.items as { organization: { id: string } }[]).map(
      ({ organization }) => organization.id,
    );
    expect(of).toEqual([id('own')]);
  });

  it.each([
    ['pae', ['shared']],
    ['viewer', ['private', 'shared']],
    ['pa', ['private', 'shared']],
  ])('comes with its cases: %s sees %o', async (by, expected) => {
    for (const visibility of ['shared', 'private'] as const) {
      const values = {
        subject: visibility,
        category: 'question',
        visibility,
        requester_id: id('pa'),
      } as const;
      const seen = { id: newId(), organization_id: id('own'), created_by: id('pa'), ...values };
      await kit.db.q.insertInto('cases').values(seen).execute();
    }
    const { body } = await kit.as(id(by), 'GET', `/cases?organization_id=${id('own')}`);
    const kinds = (body.items as { visibility: string }[]).map(({ visibility }) => visibility);
    expect([...new Set(kinds)].sort()).toEqual(expected);
  });

  it.each([
    ['pae', { phone: '+48 22 100' }, 200],
    ['pa', { billing_city: 'Brno' }, 200],
    ['pae', { payment_terms_days: 300 }, 403],
    ['pa', { name: 'Another name' }, 403],
    ['viewer', { phone: '1' }, 403],
  ])('%s changes it by %o: %i', async (by, body, status) => {
    const { version } = (await kit.as(id('pa'), 'GET', `/organizations/${id('own')}`)).body;
    const answer = await kit.as(id(by), 'PATCH', `/organizations/${id('own')}`, body, {
      'if-match': `"${version}"`,
    });
    expect(answer.status, answer.text).toBe(status);
  });

  it('may be called by another name where it is an account of the cohort', async () => {
    const answer = await kit.as(
      id('pae'),
      'PATCH',
      `/organizations/${id('assigned')}`,
      { payment_terms_days: 14 },
      { 'if-match': '"1"' },
    );
    expect(answer.status).toBe(200);
  });
});
