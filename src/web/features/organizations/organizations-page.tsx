import { ListPage } from '../../records/list-page.tsx';
import { organizationList } from './organization-list.tsx';

export function OrganizationsPage() {
  return <ListPage list={organizationList} />;
}
