import type { Invoice } from '../../../contract/invoices.ts';
import { api } from '../../lib/api.ts';
import { VoidRecord } from '../../records/void-record.tsx';
import { invoiceTexts } from '../../texts/invoices.ts';

export function VoidInvoice({ row, onClose }: { row: Invoice; onClose: () => void }) {
  const { id, number, version } = row;
  const { title, done, ...says } = invoiceTexts.voiding;
  return (
    <VoidRecord
      resource="invoices"
      says={{ ...says, title: title(number), text: says.text, done: done(number) }}
      run={(body) => api('POST /invoices/:id/void', { params: { id }, body, ifMatch: version })}
      onClose={onClose}
    />
  );
}
