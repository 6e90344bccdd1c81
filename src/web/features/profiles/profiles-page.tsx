import { PageHeader } from '../../ui/page-header.tsx';

export function ProfilesPage() {
  return <PageHeader title="Profiles" />;
}
