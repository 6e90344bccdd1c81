import { describe, expect, it } from 'vitest';
import type { Permission } from '../catalog/catalog.ts';
import type { ProfileGrants } from '../catalog/profile-grants.ts';
import { shippedProfiles } from '../catalog/profiles.ts';
import { type Role, roleKeys, roles } from '../catalog/roles.ts';
import { canLogInAs } from './can-confer.ts';
import { canOnRow, decide } from './decide.ts';
import { compileGrants, insideLoginAs } from './grants.ts';
import type { Row } from './holds.ts';
import type { Subject } from './subject.ts';

const usual: Record<Role, string> = {
  customer: 'standard_customer',
  partner_account_executive: 'partner_account_executive',
  partner_administrator: 'partner_administrator',
  account_executive: 'csr_supervisor',
  system_administrator: 'administrator',
  global_administrator: 'global_administrator',
};

function shipped(key: string): ProfileGrants {
  const found = shippedProfiles.find((profile) => profile.key === key);
  if (!found) throw new Error(`no profile ${key}`);
  return found.grants;
}

function person(
  role: Role,
  more: Partial<Subject> = {},
  profile: ProfileGrants = shipped(usual[role]),
): Subject {
  return {
    userId: `a ${role}`,
    organizationId: role === 'customer' ? 'organization' : null,
    partnerId: roles[role].type === 'partner' ? 'partner' : null,
    status: 'active',
    grants: compileGrants(role, { id: usual[role], version: 1, grants: profile }),
    ...more,
  };
}

/** The target's own record; a customer here belongs to an organization of that partner. */
function rowOf(target: Subject): Row {
  const { role } = target.grants;
  return {
    id: target.userId,
    role,
    organization_id: target.organizationId,
    partner_id: role === 'customer' ? 'partner' : target.partnerId,
    created_by: null,
    account_executive_id: null,
    partner_account_executive_id: null,
    partner_administrator_id: null,
  };
}

const asked = (actor: Subject, target: Subject) => canLogInAs(actor, target, rowOf(target));
const other = (role: Role, more: Partial<Subject> = {}) => person(role, { userId: `other ${role}`, ...more });

describe('who may log in as whom', () => {
  const allows: Record<Role, readonly Role[]> = {
    customer: [],
    partner_account_executive: [],
    partner_administrator: ['partner_account_executive'],
    account_executive: [],
    system_administrator: [
      'customer',
      'partner_account_executive',
      'partner_administrator',
      'account_executive',
    ],
    global_administrator: roleKeys.filter((role) => role !== 'global_administrator'),
  };
  for (const by of roleKeys) {
    it(`${by}: ${allows[by].join(', ') || 'nobody'}`, () => {
      expect(roleKeys.filter((role) => asked(person(by), other(role)) === null)).toEqual(allows[by]);
    });
  }

  it('nobody as themselves', () => {
    for (const role of roleKeys) {
      expect(asked(person(role), person(role))).toBe('login-as/not-allowed');
    }
  });

  it('partners as their own executives only', () => {
    const administrator = person('partner_administrator');
    const executive = (partnerId: string | null) => other('partner_account_executive', { partnerId });
    expect(asked(administrator, executive('partner'))).toBeNull();
    expect(asked(administrator, executive('elsewhere'))).toBe('login-as/not-allowed');
    expect(asked(administrator, executive(null))).toBe('login-as/not-allowed');
    const homeless = person('partner_administrator', { partnerId: null });
    expect(asked(homeless, executive(null))).toBe('login-as/not-allowed');
  });

  it('only as people who could sign in, and only while they may themselves', () => {
    for (const status of ['invited', 'suspended', 'deactivated'] as const) {
      expect(asked(person('global_administrator'), other('customer', { status }))).toBe(
        'login-as/not-active',
      );
      expect(asked(person('global_administrator', { status }), other('customer'))).toBe(
        'login-as/not-allowed',
      );
    }
  });

  const users = { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: ['login_as'] } as const;
  const settingsOnly: ProfileGrants = { groups: ['settings'], resources: { users }, may_invite: [] };

  it('never as somebody who holds more', () => {
    const narrow = person('system_administrator', {}, settingsOnly);
    expect(asked(narrow, other('customer'))).toBe('confer/exceeds-own-rights');
    const looker: ProfileGrants = {
      groups: ['settings'],
      resources: { users: { level: 'view', view_scope: 'created', actions: [] } },
      may_invite: [],
    };
    expect(asked(narrow, person('customer', { userId: 'x' }, looker))).toBeNull();
  });

  it('a scope narrower than all covers nobody else: it means other records for each person', () => {
    const within = (scope: 'created' | 'all'): ProfileGrants => ({
      groups: ['crm', 'settings'],
      resources: { users, organizations: { level: 'view', view_scope: scope, actions: [] } },
      may_invite: [],
    });
    const target: ProfileGrants = { ...within('created'), groups: ['crm'] };
    const customer = person('customer', { userId: 'x' }, target);
    expect(asked(person('system_administrator', {}, within('created')), customer)).toBe(
      'confer/exceeds-own-rights',
    );
    expect(asked(person('system_administrator', {}, within('all')), customer)).toBeNull();
  });

  it('not without the right, and only as those whom it reaches', () => {
    expect(asked(person('system_administrator', {}, shipped('default_admin')), other('customer'))).toBe(
      'login-as/not-allowed',
    );
    const ownOnly: ProfileGrants = {
      ...shipped('administrator'),
      resources: { ...shipped('administrator').resources, users: { ...users, edit_scope: 'created' } },
    };
    const actor = person('system_administrator', {}, ownOnly);
    const target = other('customer');
    expect(canLogInAs(actor, target, rowOf(target))).toBe('login-as/not-allowed');
  });
});

describe('what is held inside', () => {
  const row = { organization_id: 'organization' };
  const customer = person('customer');
  const open: readonly Permission[] = ['contacts.view', 'contacts.edit'];
  const inside = { ...customer, grants: insideLoginAs(customer.grants, (one) => open.includes(one)) };

  it('what is closed is refused at a step of its own, everywhere', () => {
    expect(decide(inside, 'contacts.edit', row).allowed).toBe(true);
    expect(decide(inside, 'contacts.delete', row)).toMatchObject({
      allowed: false,
      failed: 'login_as',
      code: 'access/inside-login-as',
    });
    expect(canOnRow(inside, 'contacts', row)).toMatchObject({
      'contacts.edit': true,
      'contacts.delete': false,
    });
  });

  it('what was never held is refused for the reason it always was', () => {
    expect(decide(inside, 'invoices.void').failed).toBe(decide(customer, 'invoices.void').failed);
  });

  it('leaves the grants of the person themselves as they are', () => {
    expect(decide(customer, 'contacts.delete', row).allowed).toBe(true);
  });
});
