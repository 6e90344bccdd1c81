import { PageHeader } from '../../ui/page-header.tsx';

export function UserImportPage() {
  return <PageHeader title="Import users" />;
}
