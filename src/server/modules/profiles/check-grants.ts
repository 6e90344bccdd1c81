import {
  ceilingOf,
  type GroupKey,
  groupKeys,
  isResource,
  type ResourceKey,
  resourceKeys,
  resourceSpec,
} from '../../../catalog/catalog.ts';
import { scopes } from '../../../catalog/define.ts';
import type { ProfileGrants, ResourceGrant } from '../../../catalog/profile-grants.ts';
import { type RoleType, rolesOfType } from '../../../catalog/roles.ts';
import type { FieldProblem } from '../../../contract/problems.ts';
import type { Profile } from '../../../contract/profiles.ts';

export type GivenGrants = Profile['grants'];
type GivenResource = GivenGrants['resources'][string];

export interface CheckedGrants {
  /** What can be held of it, in the order of the catalog, nothing twice. */
  readonly grants: ProfileGrants;
  readonly problems: readonly FieldProblem[];
}

/** Checks a draft against the catalog and against what the roles of its type can ever hold, setting by setting. */
export function checkGrants(roleType: RoleType, given: GivenGrants): CheckedGrants {
  const problems: FieldProblem[] = [
    ...given.groups
      .filter((group) => !isGroup(group))
      .map((group) => problem(`groups.${group}`, 'unknown', 'There is no such navigation group')),
    ...Object.keys(given.resources)
      .filter((key) => !isResource(key))
      .map((key) => problem(`resources.${key}`, 'unknown', 'There is no such resource')),
  ];
  const resources: Partial<Record<ResourceKey, ResourceGrant>> = {};
  for (const key of resourceKeys) {
    const wanted = given.resources[key];
    if (!wanted) continue;
    const found = checkResource(roleType, key, wanted);
    problems.push(...found);
    if (found.length === 0) resources[key] = inOrder(key, wanted);
  }
  const groups = groupKeys.filter((group) => given.groups.includes(group));
  const may_invite = [...new Set(given.may_invite)].toSorted();
  return { grants: { groups, resources, may_invite }, problems };
}

function isGroup(text: string): text is GroupKey {
  return (groupKeys as readonly string[]).includes(text);
}

function problem(path: string, code: string, message: string): FieldProblem {
  return { field: `grants.${path}`, code, message };
}

function checkResource(roleType: RoleType, key: ResourceKey, given: GivenResource): FieldProblem[] {
  const ceilings = rolesOfType(roleType).flatMap((role) => ceilingOf(role, key) ?? []);
  const path = `resources.${key}`;
  if (ceilings.length === 0) return [problem(path, 'ceiling', 'This type of role can never hold this')];
  const editable =
    resourceSpec(key).levels.includes('edit') && ceilings.some(({ level }) => level === 'edit');
  const level =
    given.level === 'edit' && !editable
      ? [problem(`${path}.level`, 'ceiling', 'This type of role can never edit this')]
      : [];
  const holdable = new Set(ceilings.flatMap(({ actions }) => actions));
  return [
    ...level,
    ...checkScopes(key, given),
    ...checkActions(key, given, holdable),
    ...checkLimits(key, given),
  ];
}

function checkScopes(key: ResourceKey, { level, view_scope, edit_scope }: GivenResource): FieldProblem[] {
  const path = `resources.${key}`;
  if (!resourceSpec(key).records) {
    return (['view_scope', 'edit_scope'] as const)
      .filter((name) => (name === 'view_scope' ? view_scope : edit_scope) !== undefined)
      .map((name) => problem(`${path}.${name}`, 'not_applicable', 'This has no records of somebody'));
  }
  const found: FieldProblem[] = [];
  if (view_scope === undefined)
    found.push(problem(`${path}.view_scope`, 'required', 'Say which records can be viewed'));
  if (level === 'view' && edit_scope !== undefined) {
    found.push(problem(`${path}.edit_scope`, 'not_applicable', 'Only the Edit level has records to edit'));
  }
  if (level === 'edit' && edit_scope === undefined) {
    found.push(problem(`${path}.edit_scope`, 'required', 'Say which records can be edited'));
  }
  if (view_scope && edit_scope && scopes.indexOf(edit_scope) > scopes.indexOf(view_scope)) {
    found.push(
      problem(`${path}.edit_scope`, 'outside_view_scope', 'Only records that can be viewed can be edited'),
    );
  }
  return found;
}

function checkActions(key: ResourceKey, given: GivenResource, holdable: ReadonlySet<string>): FieldProblem[] {
  const known = resourceSpec(key).actions;
  return [...new Set(given.actions)].flatMap((name) => {
    const path = `resources.${key}.actions.${name}`;
    const action = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!action) return [problem(path, 'unknown', 'There is no such action')];
    if (!holdable.has(name)) return [problem(path, 'ceiling', 'This type of role can never hold this')];
    if (action.needs === 'edit' && given.level !== 'edit')
      return [problem(path, 'level', 'This needs the Edit level')];
    return [];
  });
}

function checkLimits(key: ResourceKey, given: GivenResource): FieldProblem[] {
  const known = resourceSpec(key).actions;
  return Object.keys(given.limits ?? {}).flatMap((name) => {
    const path = `resources.${key}.limits.${name}`;
    const action = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!action?.limited) return [problem(path, 'not_applicable', 'This takes no amount limit')];
    if (!given.actions.includes(name)) return [problem(path, 'not_applicable', 'The action is not granted')];
    return [];
  });
}

function inOrder(key: ResourceKey, given: GivenResource): ResourceGrant {
  const { level, view_scope, edit_scope, limits } = given;
  return {
    level,
    ...(view_scope ? { view_scope } : {}),
    ...(edit_scope ? { edit_scope } : {}),
    actions: Object.keys(resourceSpec(key).actions).filter((name) => given.actions.includes(name)),
    ...(limits && Object.keys(limits).length > 0 ? { limits } : {}),
  };
}
