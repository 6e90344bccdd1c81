import {
  ceilingOf,
  groupOf,
  type Permission,
  permissionSpec,
  permissions,
  resourceSpec,
  withinCeiling,
} from '../catalog/catalog.ts';
import type { Scope } from '../catalog/define.ts';
import type { Limits, ProfileGrants } from '../catalog/profile-grants.ts';
import { type Role, roles } from '../catalog/roles.ts';

/** The steps that do not need a record, in the order in which they are asked. */
export type GrantStep = 'role_ceiling' | 'navigation' | 'level' | 'action' | 'login_as';

/** What was compiled for one permission: held with its scope and limit, or the first step that refuses it. */
export interface Grant {
  readonly permission: Permission;
  /** Null = held. */
  readonly refusedAt: GrantStep | null;
  /** Null on resources without records of their own. */
  readonly scope: Scope | null;
  readonly limits: Limits | null;
}

/** A role and a profile, compiled. Immutable; cached by role, profile and version only. */
export interface Grants {
  readonly role: Role;
  readonly profileId: string;
  readonly profileVersion: number;
  /** One bit per permission, in catalog order. */
  readonly bits: Uint32Array;
  readonly byPermission: ReadonlyMap<Permission, Grant>;
  readonly mayInvite: readonly string[];
}

export interface ProfileSource {
  readonly id: string;
  readonly version: number;
  readonly grants: ProfileGrants;
}

/** Compiles a role and a profile to grants. A Global Administrator holds everything, whatever the profile says. */
export function compileGrants(role: Role, profile: ProfileSource): Grants {
  const compiled = permissions.map((permission) =>
    role === 'global_administrator'
      ? held(permission, 'all', null)
      : compileOne(role, profile.grants, permission),
  );
  return {
    role,
    profileId: profile.id,
    profileVersion: profile.version,
    ...indexed(compiled),
    mayInvite: profile.grants.may_invite,
  };
}

/** The same grants inside of a log in as: what is held but not usable there is refused at that step. */
export function insideLoginAs(grants: Grants, usable: (permission: Permission) => boolean): Grants {
  const narrowed = permissions.map((permission) => {
    const grant = grantOf(grants, permission);
    return grant.refusedAt === null && !usable(permission) ? refused(permission, 'login_as') : grant;
  });
  return { ...grants, ...indexed(narrowed) };
}

/** `compiled` has one grant per permission, in catalog order. */
function indexed(compiled: readonly Grant[]): Pick<Grants, 'bits' | 'byPermission'> {
  const bits = new Uint32Array(Math.ceil(permissions.length / 32));
  compiled.forEach((grant, index) => {
    if (grant.refusedAt === null) bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
  });
  return { bits, byPermission: new Map(compiled.map((grant) => [grant.permission, grant])) };
}

function compileOne(role: Role, profile: ProfileGrants, permission: Permission): Grant {
  const { resource, verb, needs, action } = permissionSpec(permission);
  if (!withinCeiling(role, permission)) return refused(permission, 'role_ceiling');
  if (!profile.groups.includes(groupOf(resource))) return refused(permission, 'navigation');
  const given = profile.resources[resource];
  if (!given || (needs === 'edit' && given.level !== 'edit')) return refused(permission, 'level');
  if (action && !given.actions.includes(verb)) return refused(permission, 'action');
  const scope = needs === 'edit' ? (given.edit_scope ?? given.view_scope) : given.view_scope;
  return held(permission, scope ?? 'created', given.limits?.[verb] ?? null);
}

function held(permission: Permission, scope: Scope, limits: Limits | null): Grant {
  const { resource } = permissionSpec(permission);
  return { permission, refusedAt: null, scope: resourceSpec(resource).records ? scope : null, limits };
}

function refused(permission: Permission, refusedAt: GrantStep): Grant {
  return { permission, refusedAt, scope: null, limits: null };
}

/** True when the grants hold a permission on at least some records: a map look-up and a bit test. */
export function hasGrant(grants: Grants, permission: Permission): boolean {
  const { index } = permissionSpec(permission);
  return (((grants.bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** The compiled grant of one permission. */
export function grantOf(grants: Grants, permission: Permission): Grant {
  return grants.byPermission.get(permission) ?? refused(permission, 'role_ceiling');
}

/** The fields that Edit reaches for this role; null = every editable field. */
export function editFieldsOf(
  grants: Grants,
  resource: Parameters<typeof ceilingOf>[1],
): readonly string[] | null {
  return ceilingOf(grants.role, resource)?.editFields ?? null;
}

/** The fields that Edit reaches over the organization that a partner's people work for; null = as elsewhere. */
export function ownEditFieldsOf(
  grants: Grants,
  resource: Parameters<typeof ceilingOf>[1],
): readonly string[] | null {
  return ceilingOf(grants.role, resource)?.ownEditFields ?? null;
}

/** The grants of a profile for every role of its type: what it can ever amount to. */
export function grantsOfProfile(profile: ProfileSource, roleType: (typeof roles)[Role]['type']): Grants[] {
  return (Object.keys(roles) as Role[])
    .filter((role) => roles[role].type === roleType && role !== 'global_administrator')
    .map((role) => compileGrants(role, profile));
}
