import type { contacts } from '../../../contract/contacts.ts';
import type { SortOf } from '../../../contract/resource.ts';
import type { Query } from '../../lib/api.ts';
import { oneOf, type UrlSearch } from '../../lib/url-search.ts';

const sorts: readonly SortOf<(typeof contacts)['sorts']>[] = [
  '-created_at',
  'created_at',
  'last_name',
  '-last_name',
];
const kinds = ['primary', 'billing', 'technical', 'other'] as const;

/** The filters of the address, in the words of the API; what it would refuse is left out. */
export function filtersOf(search: UrlSearch): NonNullable<Query<'GET /contacts/count'>> {
  return {
    q: search.q || undefined,
    kind: oneOf(search.kind, kinds),
    organization_id: search.organization_id || undefined,
  };
}

export function listQueryOf(search: UrlSearch): NonNullable<Query<'GET /contacts'>> {
  return { ...filtersOf(search), sort: oneOf(search.sort, sorts) ?? 'last_name' };
}
