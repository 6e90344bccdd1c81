import type { Invoice } from '../../../contract/invoices.ts';
import { may } from '../../access/may.ts';
import { apiUrl } from '../../lib/api.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { buttonClass } from '../../ui/button.tsx';

export function DownloadInvoice({ row }: { row: Invoice }) {
  if (!may(row, 'invoices.download')) return null;
  return (
    <a
      className={buttonClass()}
      href={apiUrl('GET /invoices/:id/pdf', { params: { id: row.id } })}
      target="_blank"
      rel="noreferrer"
    >
      {invoiceTexts.download}
    </a>
  );
}
