import type { AccessLevel, ActionSpec, Ceiling, ResourceSpec } from './define.ts';
import { commerce } from './groups/commerce.ts';
import { content } from './groups/content.ts';
import { crm } from './groups/crm.ts';
import { overview } from './groups/overview.ts';
import { settings } from './groups/settings.ts';
import type { Role } from './roles.ts';

/** Everything that may be permitted: navigation group, its resources, their levels and actions. Order is the order of the page. */
export const catalog = { overview, crm, commerce, content, settings } as const;

type Catalog = typeof catalog;
export type GroupKey = keyof Catalog;
type ResourcesOf<G extends GroupKey> = Catalog[G]['resources'];
type All = { [G in GroupKey]: ResourcesOf<G> }[GroupKey];
type KeysOfUnion<T> = T extends unknown ? keyof T : never;
export type ResourceKey = KeysOfUnion<All> & string;
type SpecOf<R extends ResourceKey> = All extends infer U
  ? U extends Readonly<Record<R, infer S>>
    ? S
    : never
  : never;
type LevelsOf<R extends ResourceKey> =
  SpecOf<R> extends { levels: readonly (infer L extends string)[] } ? L : never;
type ActionsOf<R extends ResourceKey> = SpecOf<R> extends { actions: infer A } ? keyof A & string : never;

/** One thing that can be permitted: `organizations.view`, `users.invite`. Only what the catalog declares exists. */
export type Permission = { [R in ResourceKey]: `${R}.${LevelsOf<R> | ActionsOf<R>}` }[ResourceKey];
/** The permissions of one resource. */
export type PermissionOn<R extends ResourceKey> = Extract<Permission, `${R}.${string}`>;
/** Resources whose rows belong to somebody, so that record scopes apply. */
export type RecordResource = {
  [R in ResourceKey]: SpecOf<R> extends { records: object } ? R : never;
}[ResourceKey];

export const groupKeys = Object.keys(catalog) as readonly GroupKey[];

interface Entry {
  readonly key: ResourceKey;
  readonly group: GroupKey;
  readonly spec: ResourceSpec;
}

const entries: ReadonlyMap<ResourceKey, Entry> = new Map(
  groupKeys.flatMap((group) =>
    Object.entries<ResourceSpec>(catalog[group].resources).map(([name, spec]): [ResourceKey, Entry] => {
      const key = name as ResourceKey;
      return [key, { key, group, spec }];
    }),
  ),
);

export const resourceKeys: readonly ResourceKey[] = [...entries.keys()];

/** True when the text names a resource of the catalog. */
export function isResource(text: string): text is ResourceKey {
  return entries.has(text as ResourceKey);
}

/** The declaration of one resource. */
export function resourceSpec(key: ResourceKey): ResourceSpec {
  return entryOf(key).spec;
}

/** The navigation group that a resource stands in. */
export function groupOf(key: ResourceKey): GroupKey {
  return entryOf(key).group;
}

/** The resources of a group, in order. */
export function resourcesOf(group: GroupKey): ResourceKey[] {
  return resourceKeys.filter((key) => groupOf(key) === group);
}

function entryOf(key: ResourceKey): Entry {
  const entry = entries.get(key);
  if (!entry) throw new Error(`The catalog has no resource "${key}"`);
  return entry;
}

/** A permission taken apart: its resource, and either a level or an action with the level it needs. */
export interface PermissionSpec {
  readonly permission: Permission;
  readonly resource: ResourceKey;
  /** What stands behind the dot: `view`, `edit` or the action's key. */
  readonly verb: string;
  readonly needs: AccessLevel;
  readonly action: ActionSpec | null;
  /** Position in the bit set of grants. */
  readonly index: number;
}

const permissionSpecs: ReadonlyMap<Permission, PermissionSpec> = new Map(
  resourceKeys
    .flatMap((resource) => {
      const { levels, actions } = resourceSpec(resource);
      return [
        ...levels.map((level) => ({ resource, verb: level as string, needs: level, action: null })),
        ...Object.entries(actions).map(([verb, action]) => ({ resource, verb, needs: action.needs, action })),
      ];
    })
    .map((part, index) => {
      const permission = `${part.resource}.${part.verb}` as Permission;
      return [permission, { ...part, permission, index }];
    }),
);

export const permissions: readonly Permission[] = [...permissionSpecs.keys()];

/** True when the text names something that the catalog declares. */
export function isPermission(text: string): text is Permission {
  return permissionSpecs.has(text as Permission);
}

/** Takes a permission apart. Throws on one that the catalog does not declare. */
export function permissionSpec(permission: Permission): PermissionSpec {
  const spec = permissionSpecs.get(permission);
  if (!spec) throw new Error(`The catalog has no permission "${permission}"`);
  return spec;
}

const permissionsByResource: ReadonlyMap<ResourceKey, readonly Permission[]> = Map.groupBy(
  permissions,
  (permission) => permissionSpec(permission).resource,
);

/** The permissions of one resource, levels first. */
export function permissionsOf(resource: ResourceKey): readonly Permission[] {
  return permissionsByResource.get(resource) ?? [];
}

/** The most a role can hold of a resource; undefined = nothing. */
export function ceilingOf(role: Role, resource: ResourceKey): Ceiling | undefined {
  return resourceSpec(resource).ceiling[role];
}

/** True when a role can ever hold a permission. */
export function withinCeiling(role: Role, permission: Permission): boolean {
  const { resource, verb, action } = permissionSpec(permission);
  const ceiling = ceilingOf(role, resource);
  if (!ceiling) return false;
  if (action) return ceiling.actions.includes(verb);
  return verb === 'view' || ceiling.level === 'edit';
}
