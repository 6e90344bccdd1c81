import { catalog, groupKeys, type ResourceKey, resourcesOf } from '../../catalog/catalog.ts';
import { type PathOf, pathOf } from '../../catalog/paths.ts';
import { framedLabel } from './framing.ts';
import { type Access, grants } from './grants.ts';

/** A page stands at the path of its resource, but for these. */
const elsewhere = { company_settings: '/settings' } as const;
type Elsewhere = typeof elsewhere;

export type NavigationPath = PathOf<Exclude<ResourceKey, keyof Elsewhere>> | Elsewhere[keyof Elsewhere];
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
  return [{ key, label: framedLabel(access.role, key), path: pageOf(key) }];
}

function pageOf(key: ResourceKey): NavigationPath {
  return key === 'company_settings' ? elsewhere[key] : pathOf(key);
}
