import { afterAll, beforeAll, expect, it } from 'vitest';
import { addOrganization, addPerson, addProfile, type TestApp, testApp } from '../../../test/kit/app.ts';
import { newId } from '../db/id.ts';

let kit: TestApp;
let ga: string;
let executive: string;
let partner: string;
let account: string;
beforeAll(async () => {
  kit = await testApp();
  ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  const names = { first_name: 'Ada', last_name: 'Byron' };
  executive = await addPerson(kit.db, 'account_executive', 'csr_senior', names);
  partner = await addOrganization(kit.db, { kind: 'partner', name: 'Paper Lantern' });
  account = await addOrganization(kit.db, { name: 'Amber Otter' });
  const to = { account_executive_id: executive, partner_id: partner };
  await kit.as(ga, 'POST', `/organizations/${account}/assign`, to, { 'if-match': '"1"' });
});
afterAll(() => kit.close());

async function shownTo(reader: string) {
  const { body } = await kit.as(reader, 'GET', `/audit-log?item_id=${account}`);
  const [entry] = body.items as {
    names: Record<string, string>;
    changes: { field: string; to: unknown }[];
  }[];
  return entry;
}

/** Reads the log and whatever else is named. */
async function reader(resources: object) {
  const log = { audit_log: { level: 'view', actions: [] }, ...resources };
  const profile_id = await addProfile(kit.db, `Reader ${newId()}`, 'admin', log);
  return addPerson(kit.db, 'system_administrator', 'administrator', { profile_id });
}

it('names people and organizations beside their ids, which stay', async () => {
  const entry = await shownTo(ga);
  expect(entry?.names).toEqual({ [executive]: 'Ada Byron', [partner]: 'Paper Lantern' });
  expect(entry?.changes).toContainEqual({ field: 'account_executive_id', from: null, to: executive });
  const stored = await kit.db.q
    .selectFrom('audit_log')
    .select('changes')
    .where('item_id', '=', account)
    .where('action', '=', 'organizations.assign')
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(stored)).toContain(executive);
  expect(JSON.stringify(stored)).not.toContain('Ada');
});

it('names nobody whom the reader may not view', async () => {
  const all = { level: 'view', view_scope: 'all', actions: [] };
  expect((await shownTo(await reader({})))?.names).toEqual({});
  expect((await shownTo(await reader({ organizations: all })))?.names).toEqual({
    [partner]: 'Paper Lantern',
  });
  expect((await shownTo(await reader({ users: all })))?.names).toEqual({ [executive]: 'Ada Byron' });
  const own = { level: 'view', view_scope: 'created', actions: [] };
  expect((await shownTo(await reader({ users: own, organizations: own })))?.names).toEqual({});
});

it('names them in the history of a person as well', async () => {
  const administrator = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', {
    partner_id: partner,
    first_name: 'Paula',
    last_name: 'Lantern',
  });
  const pae = await addPerson(kit.db, 'partner_account_executive', 'partner_viewer', { partner_id: partner });
  const change = { partner_administrator_id: administrator };
  expect((await kit.as(ga, 'PATCH', `/users/${pae}`, change, { 'if-match': '"1"' })).status).toBe(200);
  const { body } = await kit.as(ga, 'GET', `/users/${pae}/history`);
  expect(body.items).toMatchObject([{ names: { [administrator]: 'Paula Lantern' } }]);
});
