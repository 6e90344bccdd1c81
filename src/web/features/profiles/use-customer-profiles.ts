import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ProfileListItem } from '../../../contract/profiles.ts';
import { apiQuery } from '../../lib/queries.ts';

const none: readonly ProfileListItem[] = [];

/** The profiles that an invited Customer user can get, and the name of each. */
export function useCustomerProfiles() {
  const query = useQuery(apiQuery('GET /profiles', { query: { role_type: 'customer' } }));
  const items = query.data?.items ?? none;
  const nameOf = useCallback(
    (id: string) => items.find((item) => item.id === id || item.key === id)?.name ?? id,
    [items],
  );
  return { query, items, nameOf };
}
