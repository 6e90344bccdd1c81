import { PageHeader } from '../../ui/page-header.tsx';

export function OrganizationsPage() {
  return <PageHeader title="Organizations" />;
}
