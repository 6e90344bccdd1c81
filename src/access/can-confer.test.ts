import { describe, expect, it } from 'vitest';
import type { ProfileGrants } from '../catalog/profile-grants.ts';
import { shippedProfiles } from '../catalog/profiles.ts';
import { type Role, roleKeys, roles } from '../catalog/roles.ts';
import { type Conferral, canConfer, profileExceeds } from './can-confer.ts';
import { compileGrants } from './grants.ts';
import type { Subject } from './subject.ts';

const partner = 'partner-1';

function profile(key: string): {
  id: string;
  roleType: (typeof shippedProfiles)[number]['role_type'];
  grants: ProfileGrants;
} {
  const found = shippedProfiles.find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no profile ${key}`);
  return { id: key, roleType: found.role_type, grants: found.grants };
}

function actor(role: Role, key: string): Subject {
  const grants = compileGrants(role, { id: key, version: 1, grants: profile(key).grants });
  return { userId: 'me', organizationId: 'org-1', partnerId: partner, status: 'active', grants };
}

/** One profile per role, so that a table of role x role can be written down. */
const usual: Record<Role, string> = {
  customer: 'standard_customer',
  partner_account_executive: 'partner_account_executive',
  partner_administrator: 'partner_administrator',
  account_executive: 'csr_senior',
  system_administrator: 'administrator',
  global_administrator: 'global_administrator',
};

function conferral(role: Role, more: Partial<Conferral> = {}): Conferral {
  return {
    userId: null,
    role,
    profile: profile(usual[role]),
    partnerId: roles[role].type === 'partner' ? partner : null,
    organizationId: role === 'customer' ? 'org-1' : null,
    organizationInScope: true,
    ...more,
  };
}

const partnerProfiles = ['partner_account_executive'];
const asked = (by: Role, what: Conferral, key = usual[by]) =>
  canConfer({ subject: actor(by, key), partnerProfiles }, what);

describe('who may give what to whom', () => {
  const allows: Record<Role, Role[]> = {
    customer: ['customer'],
    partner_account_executive: ['customer'],
    partner_administrator: ['customer', 'partner_account_executive'],
    account_executive: ['customer'],
    system_administrator: roleKeys.filter((role) => role !== 'global_administrator'),
    global_administrator: [...roleKeys],
  };
  for (const by of roleKeys) {
    it(`${by} gives exactly ${allows[by].join(', ')}`, () => {
      expect(roleKeys.filter((role) => asked(by, conferral(role)) === null)).toEqual(allows[by]);
    });
  }

  it('lets nobody change their own rights', () => {
    for (const by of roleKeys) expect(asked(by, conferral(by, { userId: 'me' }))).toBe('confer/own-rights');
  });

  it('refuses a profile of another role type, even from a Global Administrator', () => {
    expect(asked('global_administrator', conferral('customer', { profile: profile('csr_junior') }))).toBe(
      'confer/role-type',
    );
  });

  it('holds partners to their own partner and its allow-list', () => {
    const executive = (more: Partial<Conferral>) =>
      asked('partner_administrator', conferral('partner_account_executive', more));
    expect(executive({ partnerId: 'partner-2' })).toBe('confer/outside-boundary');
    expect(executive({ partnerId: null })).toBe('confer/outside-boundary');
    expect(executive({ profile: profile('partner_viewer') })).toBe('confer/profile-not-allowed');
  });

  it('holds inviters to organizations in their scope and the list of their profile', () => {
    expect(asked('account_executive', conferral('customer', { organizationInScope: false }))).toBe(
      'confer/outside-boundary',
    );
    expect(asked('account_executive', conferral('customer', { organizationId: null }))).toBe(
      'confer/outside-boundary',
    );
    expect(asked('account_executive', conferral('customer'), 'csr_junior')).toBe('confer/role-not-allowed');
    expect(asked('customer', conferral('customer'), 'managed_customer')).toBe('confer/role-not-allowed');
  });

  const readsAccounts: ProfileGrants = {
    groups: ['crm'],
    resources: { organizations: { level: 'view', view_scope: 'all', actions: [] } },
    may_invite: [],
  };
  it('keeps a System Administrator from giving more than they hold', () => {
    expect(asked('system_administrator', conferral('system_administrator'), 'default_admin')).toBe(
      'confer/exceeds-own-rights',
    );
    expect(asked('system_administrator', conferral('account_executive'), 'default_admin')).toBe(
      'confer/exceeds-own-rights',
    );
    expect(
      asked(
        'system_administrator',
        conferral('customer', { profile: { ...profile('managed_customer'), grants: readsAccounts } }),
        'default_admin',
      ),
    ).toBeNull();
  });

  it('counts a wider record scope as more', () => {
    const narrow: ProfileGrants = {
      groups: ['crm'],
      resources: { organizations: { level: 'view', view_scope: 'created', actions: [] } },
      may_invite: [],
    };
    const wide: ProfileGrants = {
      ...narrow,
      resources: { organizations: { level: 'view', view_scope: 'all', actions: [] } },
    };
    const editor = (grants: ProfileGrants): Subject => ({
      ...actor('system_administrator', 'default_admin'),
      grants: compileGrants('system_administrator', { id: 'x', version: 1, grants }),
    });
    expect(profileExceeds(editor(narrow), 'csr', wide)).toEqual(['organizations.view']);
    expect(profileExceeds(editor(wide), 'csr', narrow)).toEqual([]);
  });
});
