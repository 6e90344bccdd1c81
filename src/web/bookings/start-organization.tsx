import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../access/use-session.ts';
import { apiQuery } from '../lib/queries.ts';
import { useUrlSearch } from '../lib/url-search.ts';
import type { LookupItem } from '../ui/lookup-field.tsx';

type Props = { children: (organization: LookupItem | null, fixed: boolean) => ReactNode };

/** Whom a new subscription or order is for: a customer's own organization, or the one that a link brings. */
export function StartOrganization({ children }: Props) {
  const { search } = useUrlSearch();
  const { user, organization_name } = useSession();
  const id = user.organization_id ?? search.organization_id ?? '';
  const own = user.organization_id !== null && organization_name !== null;
  const linked = useQuery({
    ...apiQuery('GET /organizations/:id', { params: { id } }),
    enabled: id !== '' && !own,
  });
  if (own) return children({ id, name: organization_name }, true);
  // The form takes its first values once: wait for the name.
  if (linked.isLoading) return null;
  return children(linked.data ? { id, name: linked.data.name } : null, linked.data !== undefined);
}
