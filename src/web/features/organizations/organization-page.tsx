import { PageHeader } from '../../ui/page-header.tsx';

export function OrganizationPage() {
  return <PageHeader title="Organization" />;
}
