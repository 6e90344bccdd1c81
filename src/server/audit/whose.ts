import { organizationResources } from '../../catalog/record-resources.ts';
import type { Database } from '../db/database.ts';

const tables: readonly string[] = organizationResources;

interface About {
  readonly itemType: string;
  readonly itemId: string | null;
}

/**
 * The organization that each of the records named belongs to, by record id: one question per kind. People without an
 * organization belong to their partner. What was removed since, or belongs to nobody, is left out.
 */
export async function organizationsOf(
  db: Database,
  entries: readonly About[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, Set<string>>();
  for (const { itemType, itemId } of entries) {
    if (itemId === null || !tables.includes(itemType)) continue;
    const known = ids.get(itemType) ?? new Set<string>();
    ids.set(itemType, known.add(itemId));
  }
  const found = new Map<string, string>();
  for (const [table, wanted] of ids) {
    const rows = await db.raw<{ id: string; whose: string | null }>(
      // A table carries the name of its resource.
      `select id, coalesce(organization_id, partner_id) as whose from ${table} where id = any($1::uuid[])`,
      [[...wanted]],
    );
    for (const { id, whose } of rows) if (whose !== null) found.set(id, whose);
  }
  return found;
}
