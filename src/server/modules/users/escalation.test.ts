import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addOrganization,
  addPerson,
  appOver,
  shippedProfileId,
  type TestApp,
  testApp,
} from '../../../../test/kit/app.ts';
import { newId } from '../../db/id.ts';

let kit: TestApp;
const ids: Record<string, string> = {};
const id = (name: string): string => ids[name] ?? name;

beforeAll(async () => {
  kit = await testApp();
  const { db } = kit;
  for (const { id: profile, key } of await db.q.selectFrom('profiles').select(['id', 'key']).execute()) {
    ids[`${key}`] = profile;
  }
  ids.partner = await addOrganization(db, { kind: 'partner' });
  ids.otherPartner = await addOrganization(db, { kind: 'partner' });
  const partner_id = id('partner');
  ids.ga = await addPerson(db, 'global_administrator', 'global_administrator');
  ids.sa = await addPerson(db, 'system_administrator', 'administrator');
  ids.fullSa = await addPerson(db, 'system_administrator', 'administrator');
  ids.pa = await addPerson(db, 'partner_administrator', 'partner_administrator', { partner_id });
  ids.otherPa = await addPerson(db, 'partner_administrator', 'partner_administrator', {
    partner_id: id('otherPartner'),
  });
  ids.pae = await addPerson(db, 'partner_account_executive', 'partner_account_executive', { partner_id });
  ids.otherPae = await addPerson(db, 'partner_account_executive', 'partner_account_executive', {
    partner_id: id('otherPartner'),
  });
  ids.ae = await addPerson(db, 'account_executive', 'csr_senior');
  ids.cohort = await addOrganization(db, { parent_partner_id: partner_id });
  ids.assigned = await addOrganization(db, {
    parent_partner_id: partner_id,
    partner_account_executive_id: id('pae'),
  });
  ids.foreign = await addOrganization(db, { parent_partner_id: id('otherPartner') });
  ids.closed = await addOrganization(db, { status: 'closed' });
  ids.customer = await addPerson(db, 'customer', 'standard_customer', { organization_id: id('cohort') });
  await makeProfiles();
});
afterAll(() => kit.close());

/** A narrow administrator who may give profiles, and a Customer profile that nobody's list has. */
async function makeProfiles() {
  const { db } = kit;
  await db.q
    .insertInto('partner_profiles')
    .values({ partner_id: id('partner'), profile_id: id('partner_viewer') })
    .execute();
  const users = {
    level: 'edit',
    view_scope: 'all',
    edit_scope: 'all',
    actions: ['invite', 'reset_password', 'assign_profile', 'suspend'],
  };
  const narrow = { groups: ['settings'], resources: { users }, may_invite: [] };
  const off = { groups: ['crm'], resources: {}, may_invite: [] };
  ids.narrow = await addProfile('Narrow', 'admin', narrow);
  ids.offList = await addProfile('Off list', 'customer', off);
  ids.archived = await addProfile('Archived', 'customer', off, new Date());
  ids.narrowSa = await addPerson(db, 'system_administrator', 'administrator', { profile_id: id('narrow') });
}

async function addProfile(name: string, role_type: 'admin' | 'customer', grants: object, archived?: Date) {
  const profile = {
    id: newId(),
    name,
    role_type,
    grants: JSON.stringify(grants),
    archived_at: archived ?? null,
  };
  await kit.db.q.insertInto('profiles').values(profile).execute();
  const { id: profile_id, grants: kept } = profile;
  await kit.db.q
    .insertInto('profile_versions')
    .values({ profile_id, version: 1, name, grants: kept })
    .execute();
  return profile.id;
}

type Invitation = { as: string; role: string; profile: string; into?: Record<string, string> };
type Refused = { status: number; code: string; field?: string };

async function invite({ as, role, profile, into = {} }: Invitation) {
  const place = Object.fromEntries(Object.entries(into).map(([field, name]) => [field, id(name)]));
  const email = `${newId()}@example.com`;
  const body = { role, profile_id: id(profile), first_name: 'New', last_name: 'Person', email, ...place };
  return kit.as(id(as), 'POST', '/users', body);
}

describe('inviting', () => {
  const allowed: Invitation[] = [
    { as: 'ga', role: 'global_administrator', profile: 'global_administrator' },
    { as: 'sa', role: 'system_administrator', profile: 'administrator' },
    { as: 'sa', role: 'account_executive', profile: 'csr_supervisor' },
    {
      as: 'sa',
      role: 'partner_administrator',
      profile: 'partner_administrator',
      into: { partner_id: 'partner' },
    },
    {
      as: 'pa',
      role: 'partner_account_executive',
      profile: 'partner_viewer',
      into: { partner_id: 'partner' },
    },
    {
      as: 'pa',
      role: 'partner_account_executive',
      profile: 'partner_viewer',
      into: { partner_id: 'partner', partner_administrator_id: 'pa' },
    },
    { as: 'pa', role: 'customer', profile: 'standard_customer', into: { organization_id: 'cohort' } },
    { as: 'pae', role: 'customer', profile: 'managed_customer', into: { organization_id: 'assigned' } },
    { as: 'ae', role: 'customer', profile: 'billing_contact', into: { organization_id: 'foreign' } },
    { as: 'customer', role: 'customer', profile: 'standard_customer', into: { organization_id: 'cohort' } },
  ];
  it.each(allowed)('lets $as invite $role with $profile', async (invitation) => {
    const answer = await invite(invitation);
    expect(answer.body).toMatchObject({ role: invitation.role, status: 'invited', version: 1 });
    expect(answer.status).toBe(201);
  });

  const refused: (Invitation & Refused)[] = [
    {
      as: 'sa',
      role: 'global_administrator',
      profile: 'administrator',
      status: 403,
      code: 'confer/role-not-allowed',
    },
    {
      as: 'narrowSa',
      role: 'system_administrator',
      profile: 'administrator',
      status: 403,
      code: 'confer/exceeds-own-rights',
    },
    {
      as: 'narrowSa',
      role: 'account_executive',
      profile: 'csr_junior',
      status: 403,
      code: 'confer/exceeds-own-rights',
    },
    {
      as: 'ga',
      role: 'account_executive',
      profile: 'administrator',
      status: 422,
      code: 'confer/role-type',
      field: 'profile_id',
    },
    {
      as: 'pa',
      role: 'partner_account_executive',
      profile: 'partner_account_executive',
      into: { partner_id: 'partner' },
      status: 403,
      code: 'confer/profile-not-allowed',
    },
    {
      as: 'pa',
      role: 'partner_account_executive',
      profile: 'partner_viewer',
      into: { partner_id: 'otherPartner' },
      status: 422,
      code: 'request/invalid',
      field: 'partner_id',
    },
    {
      as: 'pa',
      role: 'partner_account_executive',
      profile: 'partner_viewer',
      into: { partner_id: 'partner', partner_administrator_id: 'otherPa' },
      status: 422,
      code: 'request/invalid',
      field: 'partner_administrator_id',
    },
    {
      as: 'pa',
      role: 'partner_administrator',
      profile: 'partner_viewer',
      into: { partner_id: 'partner' },
      status: 403,
      code: 'confer/role-not-allowed',
    },
    {
      as: 'pa',
      role: 'account_executive',
      profile: 'csr_junior',
      status: 403,
      code: 'confer/role-not-allowed',
    },
    {
      as: 'pa',
      role: 'customer',
      profile: 'standard_customer',
      into: { organization_id: 'foreign' },
      status: 422,
      code: 'request/invalid',
      field: 'organization_id',
    },
    {
      as: 'pae',
      role: 'customer',
      profile: 'standard_customer',
      into: { organization_id: 'cohort' },
      status: 422,
      code: 'request/invalid',
      field: 'organization_id',
    },
    {
      as: 'pae',
      role: 'partner_account_executive',
      profile: 'partner_viewer',
      into: { partner_id: 'partner' },
      status: 422,
      code: 'request/invalid',
      field: 'partner_id',
    },
    {
      as: 'ae',
      role: 'customer',
      profile: 'offList',
      into: { organization_id: 'cohort' },
      status: 403,
      code: 'confer/profile-not-allowed',
    },
    {
      as: 'ae',
      role: 'account_executive',
      profile: 'csr_senior',
      status: 403,
      code: 'confer/role-not-allowed',
    },
    {
      as: 'customer',
      role: 'customer',
      profile: 'standard_customer',
      into: { organization_id: 'foreign' },
      status: 422,
      code: 'request/invalid',
      field: 'organization_id',
    },
    {
      as: 'customer',
      role: 'customer',
      profile: 'offList',
      into: { organization_id: 'cohort' },
      status: 403,
      code: 'confer/profile-not-allowed',
    },
    {
      as: 'customer',
      role: 'system_administrator',
      profile: 'administrator',
      status: 403,
      code: 'confer/role-not-allowed',
    },
    {
      as: 'ga',
      role: 'customer',
      profile: 'archived',
      into: { organization_id: 'cohort' },
      status: 422,
      code: 'request/invalid',
      field: 'profile_id',
    },
    {
      as: 'ga',
      role: 'customer',
      profile: 'standard_customer',
      into: { organization_id: 'closed' },
      status: 422,
      code: 'request/invalid',
      field: 'organization_id',
    },
    {
      as: 'ga',
      role: 'customer',
      profile: 'standard_customer',
      status: 422,
      code: 'request/invalid',
      field: 'organization_id',
    },
    {
      as: 'ga',
      role: 'account_executive',
      profile: 'csr_junior',
      into: { partner_id: 'partner' },
      status: 422,
      code: 'request/invalid',
      field: 'partner_id',
    },
    {
      as: 'ga',
      role: 'partner_administrator',
      profile: 'partner_viewer',
      into: { partner_id: 'cohort' },
      status: 422,
      code: 'request/invalid',
      field: 'partner_id',
    },
  ];
  it.each(refused)(
    'refuses $as to invite $role with $profile: $code $field',
    async ({ status, code, field, ...rest }) => {
      const answer = await invite(rest);
      expect(answer.body).toMatchObject({ code, ...(field ? { fields: [{ field }] } : {}) });
      expect(answer.status).toBe(status);
      if (status === 403) expect(answer.body.decision_id).toEqual(expect.any(String));
    },
  );

  it('answers for a hidden organization as for one that does not exist', async () => {
    const hidden = await invite({
      as: 'customer',
      role: 'customer',
      profile: 'standard_customer',
      into: { organization_id: 'foreign' },
    });
    const absent = await invite({
      as: 'customer',
      role: 'customer',
      profile: 'standard_customer',
      into: { organization_id: newId() },
    });
    expect(hidden.text).toBe(absent.text);
  });

  it('refuses an address that is in use, whatever its case, and says no more', async () => {
    const email = `Taken-${newId()}@Example.com`;
    const body = { role: 'customer', profile_id: id('standard_customer'), first_name: 'A', last_name: 'B' };
    const first = await kit.as(id('ga'), 'POST', '/users', {
      ...body,
      organization_id: id('foreign'),
      email,
    });
    expect(first.status).toBe(201);
    const twice = { ...body, organization_id: id('cohort'), email: email.toUpperCase() };
    const again = await kit.as(id('customer'), 'POST', '/users', twice);
    expect(again.status).toBe(422);
    expect(again.body.fields).toEqual([expect.objectContaining({ field: 'email', code: 'duplicate' })]);
    expect(again.text).not.toContain(String(first.body.id));
  });
});

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

describe('status and links', () => {
  const table: { as: string; to: string; action: string; status: number; code: string }[] = [
    { as: 'ga', to: 'ga', action: 'suspend', status: 403, code: 'confer/own-rights' },
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

describe('the last Global Administrator', () => {
  let one: string;
  let other: string;
  beforeEach(async () => {
    await kit.db.q
      .updateTable('users')
      .set({ status: 'deactivated' })
      .where('role', '=', 'global_administrator')
      .execute();
    one = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    other = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  });

  it('remains when two suspend each other at the same moment, also from two nodes', async () => {
    const node = await appOver(kit.db);
    const [first, second] = await Promise.all([
      kit.as(one, 'POST', `/users/${other}/suspend`, {}),
      node.as(other, 'POST', `/users/${one}/suspend`, {}),
    ]);
    const statuses = [first.status, second.status].toSorted();
    expect(statuses[0]).toBe(200);
    expect([401, 409]).toContain(statuses[1]);
    const left = await kit.db.q
      .selectFrom('users')
      .select('id')
      .where('role', '=', 'global_administrator')
      .where('status', '=', 'active')
      .execute();
    expect(left).toHaveLength(1);
    await node.server.close();
  });

  it('counts only those who can sign in', async () => {
    await kit.db.q.updateTable('users').set({ password_hash: null }).where('id', '=', one).execute();
    for (const action of ['suspend', 'deactivate']) {
      const answer = await kit.as(one, 'POST', `/users/${other}/${action}`, {});
      expect(answer.body).toMatchObject({ code: 'users/last-global-administrator', status: 409 });
    }
    const body = {
      role: 'system_administrator',
      profile_id: await shippedProfileId(kit.db, 'administrator'),
    };
    const demoted = await kit.as(one, 'POST', `/users/${other}/assign-profile`, body, { 'if-match': '"1"' });
    expect(demoted.body).toMatchObject({ code: 'users/last-global-administrator' });
    const kept = await kit.as(one, 'GET', `/users/${other}`);
    expect(kept.body).toMatchObject({ role: 'global_administrator', status: 'active', version: 1 });
  });
});
