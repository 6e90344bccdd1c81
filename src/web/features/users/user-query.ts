import { roleTypes } from '../../../catalog/roles.ts';
import { oneOf, type UrlSearch } from '../../lib/url-search.ts';

const sorts = ['-created_at', 'created_at', 'last_name', '-last_name'] as const;
export const statuses = ['invited', 'active', 'suspended', 'deactivated'] as const;
const filterNames = ['q', 'role_type', 'profile_id', 'status', 'organization_id', 'partner_id'] as const;

/** What the address asks of the list. */
export function userFilters(search: UrlSearch) {
  return {
    q: search.q,
    role_type: oneOf(search.role_type, roleTypes),
    profile_id: search.profile_id,
    status: oneOf(search.status, statuses),
    organization_id: search.organization_id,
    partner_id: search.partner_id,
  };
}

export function userSort(search: UrlSearch) {
  return oneOf(search.sort, sorts) ?? '-created_at';
}

export function isFiltered(search: UrlSearch): boolean {
  return filterNames.some((name) => search[name]);
}

/** Filters and order, without what else stands in the address. */
export function viewOf(search: UrlSearch): UrlSearch {
  const kept: readonly string[] = [...filterNames, 'sort'];
  return Object.fromEntries(Object.entries(search).filter(([name, value]) => value && kept.includes(name)));
}
