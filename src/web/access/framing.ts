import { type ResourceKey, resourceSpec } from '../../catalog/catalog.ts';
import { type Role, roles } from '../../catalog/roles.ts';
import { framedLabels } from '../texts/hubs.ts';
import { useAccess } from './use-access.ts';

/** What a resource is called for a role: its own word, or that of the catalog. */
export function framedLabel(role: Role, resource: ResourceKey): string {
  return framedLabels[roles[role].type]?.[resource] ?? resourceSpec(resource).label;
}

/** What a resource is called for the reader. */
export function useFramedLabel(resource: ResourceKey): string {
  return framedLabel(useAccess().role, resource);
}
