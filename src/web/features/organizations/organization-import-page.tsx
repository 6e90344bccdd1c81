import { PageHeader } from '../../ui/page-header.tsx';

export function OrganizationImportPage() {
  return <PageHeader title="Import organizations" />;
}
