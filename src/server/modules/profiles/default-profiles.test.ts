import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson, addProfile, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { addPeople } from '../../../../test/kit/conferring-people.ts';
import { defaultProfileKeys } from '../../../catalog/default-profiles.ts';
import { type Role, roleKeys } from '../../../catalog/roles.ts';
import type { RoleItem } from '../../../contract/profiles.ts';
import { newId } from '../../db/id.ts';
import { seedProfiles } from '../../db/seed-profiles.ts';

let kit: TestApp;
let id: (name: string) => string;

beforeAll(async () => {
  kit = await testApp();
  const known = await addPeople(kit.db);
  const profile_id = await addProfile(kit.db, 'Editor of profiles', 'admin', {
    profiles: { level: 'edit', actions: ['archive'] },
  });
  const editor = await addPerson(kit.db, 'system_administrator', 'administrator', { profile_id });
  const empty = await addProfile(kit.db, 'Empty', 'csr', {});
  id = (name) => ({ editor, empty })[name] ?? known(name);
});
afterAll(() => kit.close());
beforeEach(async () => {
  for (const role of roleKeys) {
    await kit.db.q
      .updateTable('default_profiles')
      .set({ profile_id: id(defaultProfileKeys[role]), version: 1 })
      .where('role', '=', role)
      .execute();
  }
});

async function rolesFor(as: string): Promise<RoleItem[]> {
  return (await kit.as(id(as), 'GET', '/profiles')).body.roles as RoleItem[];
}
async function roleFor(as: string, role: Role): Promise<RoleItem | undefined> {
  return (await rolesFor(as)).find((one) => one.role === role);
}
function choose(as: string, role: string, profile: string, version = 1) {
  const body = { role, profile_id: id(profile) };
  return kit.as(id(as), 'PATCH', '/profiles/defaults', body, { 'if-match': `"${version}"` });
}
async function preselected(as: string, role: string) {
  const { body } = await kit.as(id(as), 'GET', '/users/conferrable');
  return (body.roles as { role: string; default_profile_id: string | null }[]).find(
    (one) => one.role === role,
  )?.default_profile_id;
}

describe('the default profile of a role', () => {
  it('is a shipped one at first, for each of the six', async () => {
    const shown = await rolesFor('ga');
    expect(shown.map(({ role, default_profile }) => [role, default_profile?.id])).toEqual(
      roleKeys.map((role) => [role, id(defaultProfileKeys[role])]),
    );
  });

  it('is chosen, logged with both names, and kept by the next start', async () => {
    const answer = await choose('ga', 'account_executive', 'csr_senior');
    expect(answer.body).toMatchObject({
      role: 'account_executive',
      default_profile: { name: 'CSR Senior' },
      version: 2,
    });
    const rows = await kit.db.q
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'profiles.choose_default')
      .execute();
    expect(rows.at(-1)).toMatchObject({
      actor_id: id('ga'),
      item_type: 'roles',
      item_label: 'Account Executive',
      changes: [{ field: 'default_profile', from: 'CSR Junior', to: 'CSR Senior' }],
    });
    await seedProfiles(kit.db);
    expect((await roleFor('ga', 'account_executive'))?.default_profile?.name).toBe('CSR Senior');
  });

  it('does not move without the version it was read with', async () => {
    expect((await choose('ga', 'customer', 'managed_customer')).status).toBe(200);
    const late = await choose('ga', 'customer', 'billing_contact');
    expect(late.body).toMatchObject({ code: 'request/version-moved', current_version: 2 });
    expect(late.body.detail).toContain('Managed Customer');
    expect((await roleFor('ga', 'customer'))?.default_profile?.name).toBe('Managed Customer');
  });

  const refused: [string, string, string, number, string][] = [
    ['ga', 'customer', 'csr_junior', 422, 'confer/role-type'],
    ['ga', 'customer', 'archived', 422, 'request/invalid'],
    ['ga', 'customer', newId(), 422, 'request/invalid'],
    ['ga', 'emperor', 'csr_junior', 422, 'request/invalid'],
    ['sa', 'global_administrator', 'administrator', 403, 'confer/role-not-allowed'],
    ['editor', 'account_executive', 'csr_senior', 403, 'confer/exceeds-own-rights'],
    ['narrowSa', 'customer', 'managed_customer', 403, 'access/level'],
    ['ae', 'customer', 'managed_customer', 403, 'access/role-ceiling'],
    ['pa', 'customer', 'managed_customer', 403, 'access/role-ceiling'],
    ['customer', 'customer', 'managed_customer', 403, 'access/role-ceiling'],
  ];
  it.each(refused)('%s can not give %s the default %s', async (as, role, profile, status, code) => {
    const answer = await choose(as, role, profile);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const shown = await rolesFor('ga');
    expect(shown.map((one) => one.default_profile?.id)).toEqual(
      roleKeys.map((key) => id(defaultProfileKeys[key])),
    );
  });

  it('is chosen among the profiles that the reader could give to such a person', async () => {
    const names = async (as: string, role: Role) =>
      (await roleFor(as, role))?.default_choices.map(({ name }) => name).toSorted();
    expect(await names('ga', 'customer')).toEqual([
      'Billing Contact',
      'Managed Customer',
      'Off list',
      'Standard Customer',
    ]);
    expect(await names('sa', 'global_administrator')).toEqual([]);
    expect(await names('editor', 'account_executive')).toEqual(['Empty']);
    expect((await choose('editor', 'account_executive', 'empty')).status).toBe(200);
  });

  it('starts an invitation only where the inviter may give it', async () => {
    expect(await preselected('ga', 'customer')).toBe(id('standard_customer'));
    await choose('ga', 'customer', 'offList');
    expect(await preselected('ga', 'customer')).toBe(id('offList'));
    expect(await preselected('ae', 'customer')).toBeNull();
    const body = { role: 'customer', profile_id: id('offList'), organization_id: id('cohort') };
    const person = { first_name: 'New', last_name: 'Person', email: `${newId()}@example.com` };
    const answer = await kit.as(id('ae'), 'POST', '/users', { ...body, ...person });
    expect([answer.status, answer.body.code]).toEqual([403, 'confer/profile-not-allowed']);
  });

  it('is not archived before another one is chosen', async () => {
    const archive = async () => {
      const { version } = (await kit.as(id('ga'), 'GET', `/profiles/${id('empty')}`)).body;
      return kit.as(id('ga'), 'POST', `/profiles/${id('empty')}/archive`, {}, { 'if-match': `"${version}"` });
    };
    await choose('ga', 'account_executive', 'empty');
    const kept = await archive();
    expect([kept.status, kept.body.code]).toEqual([409, 'profiles/is-default']);
    expect(kept.body.detail).toContain('Account Executive');
    const { items } = (await kit.as(id('ga'), 'GET', '/profiles')).body as {
      items: { id: string; default_for: string[] }[];
    };
    expect(items.find((one) => one.id === id('empty'))?.default_for).toEqual(['account_executive']);
    await choose('ga', 'account_executive', 'csr_junior', 2);
    expect((await archive()).status).toBe(200);
  });

  it('is of the type of its role, whoever writes it', async () => {
    const wrong = kit.db.q
      .updateTable('default_profiles')
      .set({ profile_id: id('csr_junior') })
      .where('role', '=', 'customer')
      .execute();
    await expect(wrong).rejects.toMatchObject({ code: '23503' });
  });

  it('is left open where the shipped one was archived before there were defaults', async () => {
    const role = 'partner_account_executive';
    const shipped = id('partner_account_executive');
    const retire = (archived_at: Date | null) =>
      kit.db.q.updateTable('profiles').set({ archived_at }).where('id', '=', shipped).execute();
    await kit.db.q
      .updateTable('default_profiles')
      .set({ profile_id: null })
      .where('role', '=', role)
      .execute();
    await retire(new Date());
    await seedProfiles(kit.db);
    expect((await roleFor('ga', role))?.default_profile).toBeNull();
    expect(await preselected('ga', role)).toBeNull();
    await retire(null);
    await seedProfiles(kit.db);
    expect((await roleFor('ga', role))?.default_profile?.id).toBe(shipped);
  });
});
