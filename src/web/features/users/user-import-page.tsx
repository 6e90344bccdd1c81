import { ImportPage } from '../../access/import/import-page.tsx';

export function UserImportPage() {
  return <ImportPage resource="users" />;
}
