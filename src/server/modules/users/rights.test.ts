import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/kit/app.ts';
import { addPeople } from '../../../../test/kit/conferring-people.ts';

let kit: TestApp;
let id: (name: string) => string;

beforeAll(async () => {
  kit = await testApp();
  id = await addPeople(kit.db);
});
afterAll(() => kit.close());

describe('assigning a profile', () => {
  const table: { as: string; to: string; profile: string; role?: string; status: number; code?: string }[] = [
    { as: 'sa', to: 'sa', profile: 'administrator', status: 403, code: 'confer/own-rights' },
    { as: 'ga', to: 'ga', profile: 'administrator', status: 403, code: 'confer/own-rights' },
    { as: 'sa', to: 'ga', profile: 'administrator', status: 403, code: 'access/outside-boundary' },
    {
      as: 'sa',
      to: 'fullSa',
      profile: 'administrator',
      role: 'global_administrator',
      status: 403,
      code: 'confer/role-not-allowed',
    },
    { as: 'narrowSa', to: 'ae', profile: 'csr_supervisor', status: 403, code: 'confer/exceeds-own-rights' },
    { as: 'sa', to: 'ae', profile: 'administrator', status: 422, code: 'confer/role-type' },
    {
      as: 'sa',
      to: 'customer',
      profile: 'csr_junior',
      role: 'account_executive',
      status: 422,
      code: 'request/invalid',
    },
    {
      as: 'pa',
      to: 'pae',
      profile: 'partner_account_executive',
      status: 403,
      code: 'confer/profile-not-allowed',
    },
    {
      as: 'pa',
      to: 'pae',
      profile: 'partner_viewer',
      role: 'partner_administrator',
      status: 403,
      code: 'confer/role-not-allowed',
    },
    { as: 'pa', to: 'customer', profile: 'billing_contact', status: 403, code: 'access/outside-boundary' },
    { as: 'pa', to: 'otherPae', profile: 'partner_viewer', status: 404, code: 'record/missing' },
    { as: 'ae', to: 'customer', profile: 'billing_contact', status: 403, code: 'access/role-ceiling' },
    { as: 'pa', to: 'pae', profile: 'partner_viewer', status: 200 },
    { as: 'sa', to: 'ae', profile: 'csr_junior', status: 200 },
  ];
  it.each(table)(
    '$as gives $to $profile $role: $status $code',
    async ({ as, to, profile, role, status, code }) => {
      const { version } = await kit.db.q
        .selectFrom('users')
        .select('version')
        .where('id', '=', id(to))
        .executeTakeFirstOrThrow();
      const body = { profile_id: id(profile), ...(role ? { role } : {}) };
      const headers = { 'if-match': `"${version}"` };
      const answer = await kit.as(id(as), 'POST', `/users/${id(to)}/assign-profile`, body, headers);
      expect(answer.body).toMatchObject(
        code ? { code } : { profile: { id: id(profile) }, version: version + 1 },
      );
      expect(answer.status).toBe(status);
    },
  );
});

describe('letting somebody sign in again', () => {
  const table: { as: string; to: string; status: number; code?: string }[] = [
    { as: 'narrowSa', to: 'fullSa', status: 403, code: 'confer/exceeds-own-rights' },
    { as: 'sa', to: 'fullSa', status: 200 },
    // Their profile is not on the list of the partner.
    { as: 'pa', to: 'pae', status: 403, code: 'confer/profile-not-allowed' },
    { as: 'sa', to: 'pae', status: 200 },
  ];
  it.each(table)('$as for $to: $status $code', async ({ as, to, status, code }) => {
    const user = kit.db.q.updateTable('users').where('id', '=', id(to));
    const key = { fullSa: 'administrator', pae: 'partner_account_executive' }[to] ?? '';
    await user.set({ status: 'suspended', profile_id: id(key) }).execute();
    const answer = await kit.as(id(as), 'POST', `/users/${id(to)}/enable`, {});
    await user.set({ status: 'active' }).execute();
    expect(answer.body).toMatchObject(code ? { code } : { status: 'active' });
    expect(answer.status).toBe(status);
  });
});

describe('status and links', () => {
  const table: { as: string; to: string; action: string; status: number; code: string }[] = [
    { as: 'ga', to: 'ga', action: 'suspend', status: 403, code: 'confer/own-rights' },
    { as: 'ga', to: 'ga', action: 'sign-out', status: 403, code: 'confer/own-rights' },
    { as: 'sa', to: 'ga', action: 'sign-out', status: 403, code: 'access/outside-boundary' },
    { as: 'customer', to: 'pa', action: 'sign-out', status: 403, code: 'access/role-ceiling' },
    { as: 'sa', to: 'sa', action: 'deactivate', status: 403, code: 'confer/own-rights' },
    { as: 'sa', to: 'ga', action: 'suspend', status: 403, code: 'access/outside-boundary' },
    { as: 'sa', to: 'ga', action: 'reset-password', status: 403, code: 'access/outside-boundary' },
    {
      as: 'narrowSa',
      to: 'fullSa',
      action: 'reset-password',
      status: 403,
      code: 'confer/exceeds-own-rights',
    },
    { as: 'pa', to: 'customer', action: 'reset-password', status: 403, code: 'access/outside-boundary' },
    { as: 'ae', to: 'pa', action: 'reset-password', status: 403, code: 'access/outside-boundary' },
    { as: 'ae', to: 'sa', action: 'reset-password', status: 404, code: 'record/missing' },
    { as: 'customer', to: 'pa', action: 'suspend', status: 403, code: 'access/role-ceiling' },
  ];
  it.each(table)('refuses $as to $action $to: $code', async ({ as, to, action, status, code }) => {
    const answer = await kit.as(id(as), 'POST', `/users/${id(to)}/${action}`, {});
    expect(answer.body).toMatchObject({ code });
    expect(answer.status).toBe(status);
  });
});
