import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, shippedProfileId, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { type Grants, type ProfileDesk, profileDesk } from '../../../../test/kit/profile-desk.ts';
import type { Profile } from '../../../contract/profiles.ts';
import { newId } from '../../db/id.ts';

let kit: TestApp;
let desk: ProfileDesk;

beforeAll(async () => {
  kit = await testApp();
  desk = await profileDesk(kit);
});
afterAll(() => kit.close());

describe('reading', () => {
  it('lists profiles with people, and the roles', async () => {
    const { body } = await kit.as(desk.ga, 'GET', '/profiles');
    const items = body.items as Profile[];
    expect(items.find((item) => item.key === 'global_administrator')).toMatchObject({
      users: 1,
      locked: true,
      can: { 'profiles.edit': false, 'profiles.archive': false },
    });
    expect((body.roles as { role: string; users: number }[]).map(({ role }) => role)).toHaveLength(6);
    const partners = await kit.as(desk.ga, 'GET', '/profiles?role_type=partner');
    expect((partners.body.items as Profile[]).every((item) => item.role_type === 'partner')).toBe(true);
    expect((await kit.as(desk.ga, 'GET', '/profiles?role_type=none')).status).toBe(422);
  });

  it('is for administrators only', async () => {
    const ae = await addPerson(kit.db, 'account_executive', 'csr_supervisor');
    expect((await kit.as(ae, 'GET', '/profiles')).status).toBe(403);
  });
});

describe('making', () => {
  it('makes an empty profile and a copy that knows its source', async () => {
    const empty = await desk.make(desk.ga, { role_type: 'csr' });
    expect(empty).toMatchObject({
      version: 1,
      grants: { groups: [], resources: {} },
      summary: 'Sees nothing.',
    });
    const copy = await desk.copyOf('csr_senior');
    expect(copy).toMatchObject({
      role_type: 'csr',
      copied_from: { name: 'CSR Senior' },
      parent_grants: copy.grants,
    });
  });

  it.each([
    [{}, 'role_type'],
    [{ role_type: 'csr', name: 'csr SENIOR' }, 'name'],
    [{ role_type: 'csr', name: ' ' }, 'name'],
    [{ copied_from: newId() }, 'copied_from'],
    [{ role_type: 'csr', grants: {} }, 'grants'],
  ])('refuses %j', async (body, field) => {
    const answer = await desk.post(desk.ga, body);
    expect(answer.status).toBe(422);
    expect(answer.body.fields).toEqual([expect.objectContaining({ field })]);
  });

  it('copies nothing that its maker does not hold', async () => {
    const answer = await desk.post(desk.sa, { copied_from: await shippedProfileId(kit.db, 'administrator') });
    expect(answer.body).toMatchObject({ code: 'confer/exceeds-own-rights', decision_id: expect.any(String) });
    expect(answer.body.fields).toContainEqual(
      expect.objectContaining({ field: 'grants.resources.contacts.level' }),
    );
  });
});

describe('saving', () => {
  it('keeps a version with its changes, its author and its reason', async () => {
    const copy = await desk.copyOf('csr_junior');
    const contacts: Grants['resources'][string] = {
      level: 'edit',
      view_scope: 'all',
      edit_scope: 'created',
      actions: ['delete', 'create'],
    };
    const grants: Grants = {
      ...copy.grants,
      groups: ['overview', 'crm', 'commerce'],
      resources: { ...copy.grants.resources, contacts },
    };
    const saved = await desk.save(desk.ga, copy, { grants, reason: 'Because' });
    expect(saved.body).toMatchObject({
      version: 2,
      grants: { resources: { contacts: { actions: ['create', 'delete'] } } },
    });
    const { body } = await kit.as(desk.ga, 'GET', `/profiles/${copy.id}/versions`);
    expect(body.items).toMatchObject([
      {
        version: 2,
        author: 'Test global_administrator',
        reason: 'Because',
        changes: [
          { field: 'groups.content', from: true, to: false },
          { field: 'groups.settings', from: true, to: false },
          { field: 'contacts.level', from: 'view', to: 'edit' },
          { field: 'contacts.edit_scope', from: null, to: 'created' },
          { field: 'contacts.actions.create', from: false, to: true },
          { field: 'contacts.actions.delete', from: false, to: true },
        ],
      },
      { version: 1 },
    ]);
    const logged = await kit.db.q
      .selectFrom('audit_log')
      .selectAll()
      .where('item_id', '=', copy.id)
      .where('action', '=', 'profiles.edit')
      .executeTakeFirstOrThrow();
    expect(logged.detail).toMatchObject({
      before: copy.grants,
      after: { groups: ['overview', 'crm', 'commerce'] },
    });
  });

  it('makes no version without a change, and none of an old one', async () => {
    const copy = await desk.copyOf('csr_senior');
    const same = await desk.save(desk.ga, copy, { name: copy.name, grants: copy.grants });
    expect(same.body).toMatchObject({ version: 1 });
    expect((await desk.save(desk.ga, copy, { description: 'New' })).body).toMatchObject({
      version: 2,
      description: 'New',
    });
    const late = await desk.save(desk.ga, copy, { description: 'Newer' });
    expect(late.body).toMatchObject({ code: 'request/version-moved', current_version: 2 });
  });

  it('names the setting that can not be', async () => {
    const copy = await desk.copyOf('standard_customer');
    const users = { level: 'view', view_scope: 'all', actions: ['import'] };
    const bad = await desk.save(desk.ga, copy, { grants: { ...copy.grants, resources: { users } } });
    expect(bad.status).toBe(422);
    expect(bad.body.fields).toMatchObject([
      { field: 'grants.resources.users.actions.import', code: 'ceiling' },
    ]);
    const admin = await shippedProfileId(kit.db, 'administrator');
    const invites = await desk.save(desk.ga, copy, {
      grants: { ...copy.grants, may_invite: [admin, 'nobody'] },
    });
    expect((invites.body.fields as { field: string }[]).map(({ field }) => field).toSorted()).toEqual(
      [`grants.may_invite.${admin}`, 'grants.may_invite.nobody'].toSorted(),
    );
    const name = await desk.save(desk.ga, copy, { name: 'STANDARD customer' });
    expect(name.body.fields).toMatchObject([{ field: 'name' }]);
  });

  it('leaves the locked one alone, whoever asks', async () => {
    const locked = await desk.read(await shippedProfileId(kit.db, 'global_administrator'));
    expect((await desk.save(desk.ga, locked, { name: 'Mine' })).body).toMatchObject({
      code: 'profiles/locked',
    });
    const archive = await kit.as(
      desk.ga,
      'POST',
      `/profiles/${locked.id}/archive`,
      {},
      { 'if-match': '"1"' },
    );
    expect(archive.body).toMatchObject({ code: 'profiles/locked' });
  });

  const wider: [string, Grants['resources'], string][] = [
    [
      'a level',
      { contacts: { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: [] } },
      'contacts.level',
    ],
    ['a resource', { audit_log: { level: 'view', actions: [] } }, 'audit_log.level'],
    [
      'an action',
      { users: { level: 'view', view_scope: 'created', actions: ['invite'] } },
      'users.actions.invite',
    ],
  ];
  it.each(wider)(
    'lets nobody widen by %s what they do not hold, their own profile included',
    async (_, more, cell) => {
      const { profile_id } = await kit.db.q
        .selectFrom('users')
        .select('profile_id')
        .where('id', '=', desk.sa)
        .executeTakeFirstOrThrow();
      for (const profile of [await desk.read(profile_id), await desk.make(desk.ga, { role_type: 'admin' })]) {
        const grants = {
          ...profile.grants,
          groups: ['crm', 'settings'],
          resources: { ...profile.grants.resources, ...more },
        };
        const answer = await desk.save(desk.sa, profile, { grants });
        expect(answer.body).toMatchObject({
          code: 'confer/exceeds-own-rights',
          decision_id: expect.any(String),
        });
        expect(answer.body.fields).toContainEqual(
          expect.objectContaining({ field: `grants.resources.${cell}` }),
        );
        expect((await desk.read(profile.id)).version).toBe(profile.version);
      }
    },
  );

  it('lets nobody allow invitations with a profile beyond their own rights', async () => {
    const profile = await desk.make(desk.ga, { role_type: 'csr' });
    const strong = await shippedProfileId(kit.db, 'standard_customer');
    const answer = await desk.save(desk.sa, profile, { grants: { ...profile.grants, may_invite: [strong] } });
    expect(answer.body).toMatchObject({ code: 'confer/exceeds-own-rights' });
  });

  it('is in force at the next request', async () => {
    const copy = await desk.copyOf('csr_senior');
    const person = await addPerson(kit.db, 'account_executive', 'csr_senior', { profile_id: copy.id });
    expect((await kit.as(person, 'GET', '/organizations')).status).toBe(200);
    await desk.save(desk.ga, copy, { grants: { ...copy.grants, groups: ['settings'] } });
    expect((await kit.as(person, 'GET', '/organizations')).body).toMatchObject({
      code: 'access/navigation-hidden',
    });
  });
});
