import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { type ProfileDesk, profileDesk } from '../../../../test/kit/profile-desk.ts';
import type { Profile } from '../../../contract/profiles.ts';
import { newId } from '../../db/id.ts';

let kit: TestApp;
let desk: ProfileDesk;
let partner: string;

beforeAll(async () => {
  kit = await testApp();
  desk = await profileDesk(kit);
  partner = await addOrganization(kit.db, { kind: 'partner', name: 'Partner' });
  await addOrganization(kit.db, { parent_partner_id: partner });
});
afterAll(() => kit.close());

describe('preview', () => {
  it('tells changes, people and reach, and writes nothing', async () => {
    const copy = await desk.copyOf('partner_viewer');
    await addPerson(kit.db, 'partner_administrator', 'partner_viewer', {
      profile_id: copy.id,
      partner_id: partner,
    });
    const organizations = { level: 'edit', view_scope: 'all', edit_scope: 'created', actions: ['assign'] };
    const grants = { ...copy.grants, resources: { ...copy.grants.resources, organizations } };
    const { body, status } = await kit.as(desk.ga, 'POST', `/profiles/${copy.id}/preview`, { grants });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      users: 1,
      problems: [],
      effect: {
        people: 1,
        resources: { organizations: { view: 2, edit: 0, view_capped: false }, users: { view: 0 } },
      },
    });
    expect((body.changes as unknown[]).length).toBe(3);
    expect((await desk.read(copy.id)).version).toBe(1);
  });

  it('counts for a new person of the company when nobody has the profile', async () => {
    const copy = await desk.copyOf('csr_junior');
    const { body } = await kit.as(desk.ga, 'POST', `/profiles/${copy.id}/preview`, { grants: copy.grants });
    expect(body).toMatchObject({ effect: { people: 0, resources: { organizations: { view: 2 } } } });
  });

  it('lists what would stop the save, and gives no figures beyond the reader', async () => {
    const copy = await desk.copyOf('csr_senior');
    const dashboard = { level: 'edit', actions: [] };
    const grants = {
      ...copy.grants,
      groups: ['crm', 'moon'],
      resources: { ...copy.grants.resources, dashboard },
    };
    const { body } = await kit.as(desk.sa, 'POST', `/profiles/${copy.id}/preview`, { grants });
    const fields = (body.problems as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['grants.groups.moon', 'grants.resources.dashboard.level']),
    );
    expect(fields).toContain('grants.resources.organizations.actions.export');
    expect(body.effect).toMatchObject({ resources: {} });
  });
});

describe('archiving and partners', () => {
  const archive = ({ id, version }: Profile) =>
    kit.as(desk.ga, 'POST', `/profiles/${id}/archive`, {}, { 'if-match': `"${version}"` });

  it('archives what nobody has, and gives it to nobody any more', async () => {
    const used = await desk.copyOf('csr_junior');
    const person = await addPerson(kit.db, 'account_executive', 'csr_junior', { profile_id: used.id });
    expect((await archive(used)).body).toMatchObject({ code: 'profiles/in-use' });
    await kit.db.q.updateTable('users').set({ status: 'deactivated' }).where('id', '=', person).execute();
    const archived = await archive(used);
    expect(archived.body).toMatchObject({ archived: true, version: 2, can: { 'profiles.edit': false } });
    const changed = await desk.save(desk.ga, { id: used.id, version: 2 }, { name: 'Other' });
    expect(changed.body).toMatchObject({ code: 'record/state' });
  });

  it('sets the partners of Partner profiles only, to partners only', async () => {
    const profile = await desk.copyOf('partner_viewer');
    const set = (of: Profile, ids: string[], version = 1) =>
      kit.as(
        desk.ga,
        'POST',
        `/profiles/${of.id}/partners`,
        { partner_ids: ids },
        { 'if-match': `"${version}"` },
      );
    expect((await set(profile, [partner])).body).toMatchObject({ version: 2, partners: [{ id: partner }] });
    expect((await set(profile, [partner], 2)).body).toMatchObject({ version: 2 });
    const customer = await addOrganization(kit.db);
    const wrong = await set(profile, [partner, customer, newId()], 2);
    expect(wrong.body.fields).toMatchObject([{ field: 'partner_ids.1' }, { field: 'partner_ids.2' }]);
    expect((await set(profile, [], 2)).body).toMatchObject({ version: 3, partners: [] });
    expect((await set(await desk.copyOf('csr_junior'), [partner])).status).toBe(422);
  });

  it('lets nobody hand partners a profile beyond their own rights', async () => {
    const profile = await desk.copyOf('partner_administrator');
    const answer = await kit.as(
      desk.sa,
      'POST',
      `/profiles/${profile.id}/partners`,
      { partner_ids: [partner] },
      { 'if-match': '"1"' },
    );
    expect([403, 422]).toContain(answer.status);
    expect((await desk.read(profile.id)).partners).toEqual([]);
  });
});
