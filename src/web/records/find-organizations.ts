import { api } from '../lib/api.ts';
import type { LookupItem } from '../ui/lookup-field.tsx';

/** Active organizations by a part of their name or number, for a field that chooses one. */
export async function findOrganizations(q: string, signal: AbortSignal): Promise<readonly LookupItem[]> {
  const query = { ...(q ? { q } : {}), status: 'active' as const, sort: 'name' as const, limit: 20 };
  const { items } = await api('GET /organizations', { query, signal });
  return items.map((row) => ({ id: row.id, name: row.name, note: row.number }));
}
