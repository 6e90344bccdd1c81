import { api } from '../lib/api.ts';
import type { LookupPage } from '../ui/lookup-field.tsx';

/** Active organizations by a part of their name or number, for a field that chooses one. */
export async function findOrganizations(q: string, signal: AbortSignal): Promise<LookupPage> {
  const query = { ...(q ? { q } : {}), status: 'active' as const, sort: 'name' as const, limit: 20 };
  const { items, next } = await api('GET /organizations', { query, signal });
  return {
    items: items.map((row) => ({ id: row.id, name: row.name, note: row.number })),
    more: next !== null,
  };
}
