import { type ResourceKey, resourceSpec } from '../../catalog/catalog.ts';

/** How a record is called in the audit log: the columns that the catalog names for its resource. */
export function labelOf(resource: ResourceKey, row: Readonly<Record<string, unknown>>): string | null {
  const { called = ['name'] } = resourceSpec(resource);
  const words = called.map((column) => row[column]).filter((word) => typeof word === 'string');
  return words.length > 0 ? words.join(' ') : null;
}
