import { describe, expect, it } from 'vitest';
import { type Permission, permissions } from '../catalog/catalog.ts';
import type { ProfileGrants } from '../catalog/profile-grants.ts';
import { shippedProfiles } from '../catalog/profiles.ts';
import type { Role } from '../catalog/roles.ts';
import { canOnRow, decide } from './decide.ts';
import { compileGrants, hasGrant } from './grants.ts';
import type { Subject } from './subject.ts';

const me = '00000000-0000-7000-8000-000000000001';
const other = '00000000-0000-7000-8000-000000000002';
const myPlace = '00000000-0000-7000-8000-00000000000a';
const elsewhere = '00000000-0000-7000-8000-00000000000b';

function shipped(key: string): ProfileGrants {
  const profile = shippedProfiles.find((candidate) => candidate.key === key);
  if (!profile) throw new Error(`no shipped profile ${key}`);
  return profile.grants;
}

function subject(role: Role, grants: ProfileGrants, more: Partial<Subject> = {}): Subject {
  return {
    userId: me,
    organizationId: role === 'customer' ? myPlace : null,
    partnerId: role.startsWith('partner') ? myPlace : null,
    status: 'active',
    grants: compileGrants(role, { id: 'p', version: 1, grants }),
    ...more,
  };
}

const organization = {
  id: myPlace,
  organization_id: myPlace,
  partner_id: myPlace,
  account_executive_id: other,
  partner_account_executive_id: other,
  created_by: null,
};

describe('the steps of a decision', () => {
  const senior = shipped('csr_senior');
  const cases: [string, Subject, Permission, object | undefined, string | null][] = [
    [
      'suspended',
      subject('account_executive', senior, { status: 'suspended' }),
      'organizations.view',
      undefined,
      'user_active',
    ],
    [
      'never for the role',
      subject('account_executive', shipped('administrator')),
      'profiles.view',
      undefined,
      'role_ceiling',
    ],
    [
      'group hidden',
      subject('customer', { ...shipped('standard_customer'), groups: [] }),
      'contacts.view',
      undefined,
      'navigation',
    ],
    ['level none', subject('customer', shipped('billing_contact')), 'contacts.view', undefined, 'level'],
    [
      'view is not edit',
      subject('customer', shipped('managed_customer')),
      'organizations.edit',
      undefined,
      'level',
    ],
    ['action not granted', subject('account_executive', senior), 'organizations.assign', undefined, 'action'],
    [
      'another organization',
      subject('customer', shipped('standard_customer'), { organizationId: elsewhere }),
      'organizations.view',
      organization,
      'boundary',
    ],
    [
      'another cohort',
      subject('partner_administrator', shipped('partner_administrator'), { partnerId: elsewhere }),
      'organizations.view',
      organization,
      'boundary',
    ],
    [
      'no organization at all',
      subject('customer', shipped('standard_customer'), { organizationId: null }),
      'organizations.view',
      { organization_id: null },
      'boundary',
    ],
    [
      'not assigned',
      subject('partner_account_executive', shipped('partner_account_executive')),
      'organizations.view',
      { ...organization, organization_id: elsewhere },
      'scope',
    ],
    [
      'of the partner they work for',
      subject('partner_account_executive', shipped('partner_account_executive')),
      'organizations.view',
      organization,
      null,
    ],
    [
      'of the partner they work for, not created by them',
      subject('partner_account_executive', {
        groups: ['crm'],
        resources: { organizations: { level: 'view', view_scope: 'created', actions: [] } },
        may_invite: [],
      }),
      'organizations.view',
      organization,
      'scope',
    ],
    [
      'edits only their book',
      subject('account_executive', senior),
      'organizations.edit',
      organization,
      'scope',
    ],
    ['views all', subject('account_executive', senior), 'organizations.view', organization, null],
    [
      'edits what is assigned',
      subject('account_executive', senior),
      'organizations.edit',
      { ...organization, account_executive_id: me },
      null,
    ],
    [
      'edits what they created',
      subject('account_executive', senior),
      'organizations.edit',
      { ...organization, created_by: me },
      null,
    ],
  ];
  it.each(cases)('%s', (_label, who, permission, row, failed) => {
    const decision = decide(who, permission, row as Record<string, unknown> | undefined);
    expect(decision.failed).toBe(failed);
    expect(decision.allowed).toBe(failed === null);
    expect(decision.steps.filter((step) => !step.passed).map(({ step }) => step)).toEqual(
      failed ? [failed] : [],
    );
  });

  it('names the column and value that matched', () => {
    const decision = decide(subject('account_executive', senior), 'organizations.edit', {
      ...organization,
      account_executive_id: me,
    });
    expect(decision.steps.find(({ step }) => step === 'scope')?.matched).toEqual({
      column: 'account_executive_id',
      value: me,
    });
  });

  it('refuses what the record state forbids, last', () => {
    const decision = decide(subject('account_executive', senior), 'organizations.view', organization, {
      stateAllows: false,
    });
    expect(decision.failed).toBe('record_state');
  });

  it('refuses an amount above the limit, and one in a currency without a limit', () => {
    const base = subject('account_executive', senior);
    const byPermission = new Map(base.grants.byPermission);
    byPermission.set('organizations.view', {
      permission: 'organizations.view',
      refusedAt: null,
      scope: 'all',
      limits: { EUR: 5000 },
    });
    const limited = { ...base, grants: { ...base.grants, byPermission } };
    const tried = (amount: number, currency: string) =>
      decide(limited, 'organizations.view', organization, { amount: { amount, currency } }).failed;
    expect([tried(5000, 'EUR'), tried(5001, 'EUR'), tried(1, 'USD')]).toEqual([null, 'limit', 'limit']);
  });
});

describe('roles', () => {
  it('lets a Global Administrator hold everything, whatever the profile says', () => {
    const who = subject('global_administrator', { groups: [], resources: {}, may_invite: [] });
    expect(permissions.filter((permission) => !hasGrant(who.grants, permission))).toEqual([]);
  });

  it('lets nobody else hold anything with an empty profile', () => {
    for (const role of [
      'customer',
      'partner_account_executive',
      'partner_administrator',
      'account_executive',
      'system_administrator',
    ] as const) {
      const who = subject(role, { groups: ['crm', 'overview', 'settings'], resources: {}, may_invite: [] });
      expect(permissions.filter((permission) => hasGrant(who.grants, permission))).toEqual([]);
    }
  });

  it('keeps System Administrators from touching a Global Administrator', () => {
    const who = subject('system_administrator', shipped('administrator'));
    const target = { id: other, role: 'global_administrator', created_by: null };
    expect(canOnRow(who, 'users', target)).toEqual({
      'users.edit': false,
      'users.suspend': false,
      'users.reset_password': false,
      'users.assign_profile': false,
      'users.login_as': false,
      'users.export': true,
    });
    expect(decide(who, 'users.view', target).allowed).toBe(true);
  });

  it('says of every row what a use of each permission would meet', () => {
    const people = [
      subject('global_administrator', shipped('administrator')),
      subject('system_administrator', shipped('administrator')),
      subject('account_executive', shipped('csr_senior')),
      subject('partner_administrator', shipped('partner_administrator')),
    ];
    const rows = [
      organization,
      { ...organization, created_by: me },
      { ...organization, partner_id: elsewhere },
    ];
    for (const who of people)
      for (const row of rows)
        for (const [permission, allowed] of Object.entries(canOnRow(who, 'organizations', row)))
          expect([permission, decide(who, permission as Permission, row).allowed]).toEqual([
            permission,
            allowed,
          ]);
  });

  it('lets Partner Administrators manage their Partner Account Executives and only view customers', () => {
    const who = subject('partner_administrator', shipped('partner_administrator'));
    const can = (role: Role) => canOnRow(who, 'users', { role, partner_id: myPlace })['users.suspend'];
    expect([can('partner_account_executive'), can('customer'), can('partner_administrator')]).toEqual([
      true,
      false,
      false,
    ]);
    const seen = (role: Role, partner_id: string | null) =>
      decide(who, 'users.view', { role, partner_id }).allowed;
    expect([
      seen('customer', myPlace),
      seen('partner_account_executive', elsewhere),
      seen('account_executive', null),
    ]).toEqual([true, false, false]);
  });
});
