import { Navigate } from '@tanstack/react-router';
import { useSession } from '../../access/use-session.ts';
import { ListPage } from '../../records/list-page.tsx';
import { organizationList } from './organization-list.tsx';

/** People of a customer have one organization: a list of one would be a detour. */
export function OrganizationsPage() {
  const { organization_id: own } = useSession().user;
  if (own !== null) return <Navigate to="/organizations/$id" params={{ id: own }} replace />;
  return <ListPage list={organizationList} />;
}
