import { ImportPage } from '../../access/import/import-page.tsx';

export function OrganizationImportPage() {
  return <ImportPage resource="organizations" />;
}
