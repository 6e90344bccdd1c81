import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../access/use-session.ts';
import { apiQuery } from '../../lib/queries.ts';
import { useUrlSearch } from '../../lib/url-search.ts';
import { CreateContact } from './create-contact.tsx';

/** A customer has one organization and is not asked; a link may bring the one to add to. */
export function NewContact({ onClose }: { onClose: () => void }) {
  const { search } = useUrlSearch();
  const { user, organization_name } = useSession();
  const id = user.organization_id ?? search.organization_id ?? '';
  const own = user.organization_id !== null && organization_name !== null;
  const linked = useQuery({
    ...apiQuery('GET /organizations/:id', { params: { id } }),
    enabled: id !== '' && !own,
  });
  if (own) return <CreateContact organization={{ id, name: organization_name }} fixed onClose={onClose} />;
  // The form takes its first values once: wait for the name.
  if (linked.isLoading) return null;
  const organization = linked.data ? { id, name: linked.data.name } : null;
  return <CreateContact organization={organization} fixed={false} onClose={onClose} />;
}
