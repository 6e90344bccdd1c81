import { ImportPage } from '../../access/import/import-page.tsx';

export function InvoiceImportPage() {
  return <ImportPage resource="invoices" />;
}
