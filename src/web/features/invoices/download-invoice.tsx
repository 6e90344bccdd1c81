import { Download } from 'lucide-react';
import type { Invoice } from '../../../contract/invoices.ts';
import { may } from '../../access/may.ts';
import { apiUrl } from '../../lib/api.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { buttonClass } from '../../ui/button.tsx';

/** The PDF, to be looked at or to be kept. */
export function DownloadInvoice({ row: { id, number, can } }: { row: Invoice }) {
  if (!may({ can }, 'invoices.download')) return null;
  const address = (open?: string) => apiUrl('GET /invoices/:id/pdf', { params: { id }, query: { open } });
  return (
    <span className="flex flex-wrap gap-2">
      <a className={buttonClass()} href={address('true')} target="_blank" rel="noreferrer">
        {invoiceTexts.open}
      </a>
      <a className={buttonClass()} href={address()} download={`${number}.pdf`}>
        <Download aria-hidden size={14} />
        {invoiceTexts.download}
      </a>
    </span>
  );
}
