import { catalog, groupKeys, type ResourceKey, resourceSpec, resourcesOf } from '../../catalog/catalog.ts';
import { type Access, grants } from './grants.ts';

/** Where the page of each resource is. Resources without an entry have no page of their own. */
const paths = {
  dashboard: '/dashboard',
  organizations: '/organizations',
  contacts: '/contacts',
  users: '/users',
  profiles: '/profiles',
  company_settings: '/settings',
  audit_log: '/audit-log',
  jobs: '/jobs',
} as const satisfies Record<ResourceKey, string>;

export type NavigationPath = (typeof paths)[ResourceKey];
export type NavigationItem = { key: ResourceKey; label: string; path: NavigationPath };
export type NavigationGroup = { key: string; label: string; items: readonly NavigationItem[] };

/** The catalog's groups and resources, as far as the reader's profile opens them. */
export function navigationOf(access: Access): readonly NavigationGroup[] {
  return groupKeys
    .filter((key) => access.groups.includes(key))
    .map((key) => ({
      key,
      label: catalog[key].label,
      items: resourcesOf(key).flatMap((resource) => itemOf(resource, access)),
    }))
    .filter((group) => group.items.length > 0);
}

function itemOf(key: ResourceKey, access: Access): readonly NavigationItem[] {
  if (!grants(access, `${key}.view`)) return [];
  return [{ key, label: resourceSpec(key).label, path: paths[key] }];
}
