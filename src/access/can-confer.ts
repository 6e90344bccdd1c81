import { type Permission, permissionSpec } from '../catalog/catalog.ts';
import { scopes } from '../catalog/define.ts';
import type { ProfileGrants } from '../catalog/profile-grants.ts';
import { type Role, type RoleType, roles } from '../catalog/roles.ts';
import { firstFailure } from './decide.ts';
import { compileGrants, type Grant, type Grants, grantOf, grantsOfProfile, hasGrant } from './grants.ts';
import type { Row } from './holds.ts';
import type { Subject } from './subject.ts';

/** What somebody is about to be given: a role with a profile, in an organization or partner. */
export interface Conferral {
  /** Null for a person who does not exist yet. */
  readonly userId: string | null;
  readonly role: Role;
  readonly profile: { readonly id: string; readonly roleType: RoleType; readonly grants: ProfileGrants };
  readonly partnerId: string | null;
  readonly organizationId: string | null;
  /** True when the actor may view that organization: decided by the caller over its row. */
  readonly organizationInScope: boolean;
}

/** The actor, with what their partner allows its administrators to give. */
export interface Conferrer {
  readonly subject: Subject;
  /** Profile ids on the allow-list of the actor's partner. */
  readonly partnerProfiles: readonly string[];
}

export type ConferCode =
  | 'confer/own-rights'
  | 'confer/role-type'
  | 'confer/role-not-allowed'
  | 'confer/profile-not-allowed'
  | 'confer/exceeds-own-rights'
  | 'confer/outside-boundary';

/** Null when it may be given, else the reason. Every path that could raise anyone's rights asks here. */
export function canConfer({ subject, partnerProfiles }: Conferrer, what: Conferral): ConferCode | null {
  if (subject.status !== 'active') return 'confer/role-not-allowed';
  if (what.userId === subject.userId) return 'confer/own-rights';
  if (roles[what.role].type !== what.profile.roleType) return 'confer/role-type';
  switch (subject.grants.role) {
    case 'global_administrator':
      return null;
    case 'system_administrator':
      if (what.role === 'global_administrator') return 'confer/role-not-allowed';
      return exceedsWith(subject.grants, what) ? 'confer/exceeds-own-rights' : null;
    case 'partner_administrator':
      return what.role === 'partner_account_executive'
        ? toPartnerExecutive(subject, partnerProfiles, what)
        : toCustomer(subject, what);
    case 'account_executive':
    case 'partner_account_executive':
    case 'customer':
      return toCustomer(subject, what);
  }
}

function exceedsWith(own: Grants, what: Conferral): boolean {
  const given = compileGrants(what.role, { id: what.profile.id, version: 0, grants: what.profile.grants });
  return exceeding(own, given).length > 0;
}

function toPartnerExecutive(
  subject: Subject,
  allowed: readonly string[],
  what: Conferral,
): ConferCode | null {
  if (subject.partnerId === null || what.partnerId !== subject.partnerId) return 'confer/outside-boundary';
  return allowed.includes(what.profile.id) ? null : 'confer/profile-not-allowed';
}

function toCustomer(subject: Subject, what: Conferral): ConferCode | null {
  if (what.role !== 'customer' || !hasGrant(subject.grants, 'users.invite')) return 'confer/role-not-allowed';
  if (what.organizationId === null || !what.organizationInScope) return 'confer/outside-boundary';
  return subject.grants.mayInvite.includes(what.profile.id) ? null : 'confer/profile-not-allowed';
}

/** The permissions that `given` holds beyond `own`: not held at all, on more records, or up to a higher amount. */
export function exceeding(own: Grants, given: Grants): Permission[] {
  if (own.role === 'global_administrator') return [];
  return [...given.byPermission.values()]
    .filter((grant) => grant.refusedAt === null && !covers(grantOf(own, grant.permission), grant))
    .map((grant) => grant.permission);
}

function covers(own: Grant, given: Grant): boolean {
  if (own.refusedAt !== null) return false;
  if (given.scope && (own.scope === null || scopes.indexOf(given.scope) > scopes.indexOf(own.scope)))
    return false;
  if (own.limits === null) return true;
  if (given.limits === null) return permissionSpec(given.permission).action?.limited !== true;
  return Object.entries(given.limits).every(([currency, amount]) => amount <= (own.limits?.[currency] ?? 0));
}

/** The permissions that a profile would grant beyond what its editor holds; empty = the save is allowed. */
export function profileExceeds(editor: Subject, roleType: RoleType, grants: ProfileGrants): Permission[] {
  const compiled = grantsOfProfile({ id: '', version: 0, grants }, roleType);
  return [...new Set(compiled.flatMap((given) => exceeding(editor.grants, given)))];
}

/** Why somebody may not work as another person; codes of the API. */
export type LoginAsCode = 'login-as/not-allowed' | 'login-as/not-active' | 'confer/exceeds-own-rights';

/**
 * Null when the actor may work as the target, else the reason. Asked when it starts and again for every request
 * inside, over both as they are at that moment; `row` is the target's own record.
 */
export function canLogInAs(actor: Subject, target: Subject, row: Row): LoginAsCode | null {
  if (target.userId === actor.userId) return 'login-as/not-allowed';
  if (firstFailure(actor, 'users.login_as', row) !== null) return 'login-as/not-allowed';
  if (!isBelow(actor, target)) return 'login-as/not-allowed';
  if (exceedsAsPerson(actor.grants, target.grants)) return 'confer/exceeds-own-rights';
  return target.status === 'active' ? null : 'login-as/not-active';
}

function isBelow(actor: Subject, target: Subject): boolean {
  const { role } = target.grants;
  switch (actor.grants.role) {
    case 'global_administrator':
    case 'system_administrator':
      return roles[role].rank < roles[actor.grants.role].rank;
    case 'partner_administrator':
      return (
        role === 'partner_account_executive' &&
        target.partnerId !== null &&
        target.partnerId === actor.partnerId
      );
    case 'account_executive':
    case 'partner_account_executive':
    case 'customer':
      return false;
  }
}

/** Scopes narrower than `all` mean each person's own records, so somebody else's are covered by `all` only. */
function exceedsAsPerson(actor: Grants, target: Grants): boolean {
  if (exceeding(actor, target).length > 0) return true;
  return [...target.byPermission.values()].some(
    ({ permission, refusedAt, scope }) =>
      refusedAt === null && scope !== null && grantOf(actor, permission).scope !== 'all',
  );
}
