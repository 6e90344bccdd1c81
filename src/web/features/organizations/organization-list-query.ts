import type { organizations } from '../../../contract/organizations.ts';
import type { SortOf } from '../../../contract/resource.ts';
import type { Query } from '../../lib/api.ts';
import { oneOf, type UrlSearch } from '../../lib/url-search.ts';

const sorts: readonly SortOf<(typeof organizations)['sorts']>[] = [
  '-created_at',
  'created_at',
  'name',
  '-name',
];
const statuses = ['active', 'closed'] as const;
const kinds = ['customer', 'partner'] as const;

type ListQuery = NonNullable<Query<'GET /organizations'>>;

export const defaultSort: (typeof sorts)[number] = 'name';

/** The filters of the address, in the words of the API; what it would refuse is left out. */
export function filtersOf(search: UrlSearch): NonNullable<Query<'GET /organizations/count'>> {
  return {
    q: search.q || undefined,
    status: oneOf(search.status, statuses),
    kind: oneOf(search.kind, kinds),
    country: /^[A-Z]{2}$/.test(search.country ?? '') ? search.country : undefined,
    partner_id: search.partner_id || undefined,
  };
}

export function listQueryOf(search: UrlSearch): ListQuery {
  return { ...filtersOf(search), sort: oneOf(search.sort, sorts) ?? defaultSort };
}
