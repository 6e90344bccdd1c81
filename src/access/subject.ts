import {
  ceilingOf,
  type Permission,
  permissionSpec,
  type ResourceKey,
  resourceSpec,
} from '../catalog/catalog.ts';
import type { Scope, Template } from '../catalog/define.ts';
import { roles } from '../catalog/roles.ts';
import { type Grants, grantOf, hasGrant } from './grants.ts';
import { all, always, any, type Binding, bind, never, type Rule } from './rule.ts';

export type UserStatus = 'invited' | 'active' | 'suspended' | 'deactivated';

/** The person who asks, as loaded for one request. */
export interface Subject extends Binding {
  readonly status: UserStatus;
  readonly grants: Grants;
}

/** The hard limit of the role, with what the ceiling narrows for this permission. Resources without records have none. */
export function boundaryRule(subject: Subject, permission: Permission): Rule {
  const { resource, verb } = permissionSpec(permission);
  const limit = limitOf(subject.grants, resource);
  const reach = ceilingOf(subject.grants.role, resource)?.reach?.[verb];
  return all(limit ? bind(limit, subject) : always, reach ? bind(reach, subject) : always);
}

/** The boundary of the role; a narrower one for those who only read, where the catalog has one. */
function limitOf(grants: Grants, resource: ResourceKey): Template | undefined {
  const records = resourceSpec(resource).records;
  const readers = records?.readers?.[grants.role];
  const reads = readers && !hasGrant(grants, `${resource}.edit` as Permission);
  return reads ? readers : records?.boundary[grants.role];
}

/** The records of a scope: created by the person, assigned to them or of the organization they work for, or all. */
export function scopeRule(subject: Subject, resource: ResourceKey, scope: Scope | null): Rule {
  if (scope === 'all' || scope === null) return always;
  const created: Rule = { kind: 'equals', column: 'created_by', value: subject.userId };
  if (scope === 'created') return created;
  const { type } = roles[subject.grants.role];
  const records = resourceSpec(resource).records;
  const columns = records?.assigned[type] ?? [];
  const shared = records?.shared?.[type];
  return any(
    created,
    ...columns.map((column): Rule => ({ kind: 'equals', column, value: subject.userId })),
    shared ? bind(shared, subject) : never,
  );
}

const rules = new WeakMap<Subject, Map<Permission, Rule>>();

/** The whole rule of a permission: `never` when it is not granted, else boundary and scope. Kept per subject. */
export function ruleFor(subject: Subject, permission: Permission): Rule {
  const known = rules.get(subject) ?? new Map<Permission, Rule>();
  const kept = known.get(permission);
  if (kept) return kept;
  const rule = buildRule(subject, permission);
  rules.set(subject, known.set(permission, rule));
  return rule;
}

function buildRule(subject: Subject, permission: Permission): Rule {
  const grant = grantOf(subject.grants, permission);
  if (subject.status !== 'active' || grant.refusedAt !== null) return never;
  return all(
    boundaryRule(subject, permission),
    scopeRule(subject, permissionSpec(permission).resource, grant.scope),
  );
}

/** The two rules of a permission over a record; which of them fails is part of the decision. */
export interface RecordRules {
  readonly boundary: Rule;
  readonly scope: Rule;
}

const recordRules = new WeakMap<Subject, Map<Permission, RecordRules>>();

/** Boundary and scope of a permission, built once per subject: a list asks for them for every row and permission. */
export function recordRulesFor(subject: Subject, permission: Permission): RecordRules {
  let known = recordRules.get(subject);
  if (!known) {
    known = new Map();
    recordRules.set(subject, known);
  }
  let found = known.get(permission);
  if (!found) {
    const { resource } = permissionSpec(permission);
    const { scope } = grantOf(subject.grants, permission);
    found = { boundary: boundaryRule(subject, permission), scope: scopeRule(subject, resource, scope) };
    known.set(permission, found);
  }
  return found;
}

declare const proof: unique symbol;

/** Proof that a list is limited to what one person may see of one resource. Only `visible` makes it. */
export interface Visible<R extends ResourceKey> {
  readonly resource: R;
  readonly rule: Rule;
  readonly subject: Subject;
  readonly [proof]: R;
}

/** The records of a resource that the subject may view (or reach with a further permission on it). */
export function visible<R extends ResourceKey>(
  subject: Subject,
  resource: R,
  permission: Permission = `${resource}.view` as Permission,
): Visible<R> {
  const rule = all(ruleFor(subject, `${resource}.view` as Permission), ruleFor(subject, permission));
  return { resource, rule, subject } as Visible<R>;
}

/**
 * What both may view: the records that the subject may view, narrowed to those that another person sees too.
 * Never more than either sees alone.
 */
export function visibleToBoth<R extends ResourceKey>(
  subject: Subject,
  other: Subject,
  resource: R,
): Visible<R> {
  const view = `${resource}.view` as Permission;
  return { resource, rule: all(ruleFor(subject, view), ruleFor(other, view)), subject } as Visible<R>;
}
