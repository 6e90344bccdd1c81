import { ImportPage } from '../../access/import/import-page.tsx';

export function CaseImportPage() {
  return <ImportPage resource="cases" />;
}
