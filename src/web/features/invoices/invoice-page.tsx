import type { Invoice } from '../../../contract/invoices.ts';
import { OpenCaseLink } from '../../cases/open-case-link.tsx';
import { NumberLink, OrganizationLink } from '../../commerce/commerce-links.tsx';
import { InvoiceStatus } from '../../commerce/status-badges.tsx';
import { formatMoney } from '../../lib/format.ts';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { invoiceTexts } from '../../texts/invoices.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { DownloadInvoice } from './download-invoice.tsx';
import { invoiceActions } from './invoice-actions.ts';
import { InvoiceContentCard } from './invoice-content.tsx';

const view: RecordView<'invoices'> = {
  resource: 'invoices',
  subtitle: (row) => <OrganizationLink to={row.organization} />,
  status: (row) => <InvoiceStatus status={row.status} overdue={row.days_overdue} />,
  facts: (row) => (
    <div className="mb-6 flex flex-col gap-4">
      <InvoiceContentCard row={row} facts={<InvoiceFacts row={row} />} />
    </div>
  ),
  actions: invoiceActions,
};

export function InvoicePage() {
  return <RecordPage view={view} />;
}

function InvoiceFacts({ row }: { row: Invoice }) {
  const words = invoiceTexts.fields;
  const facts = [
    { label: words.balance, value: <span className="tabular">{formatMoney(row.balance)}</span> },
    { label: words.amount, value: <span className="tabular">{formatMoney(row.amount)}</span> },
    { label: words.due_on, value: <DateTime value={row.due_on} /> },
    { label: words.issued_on, value: <DateTime value={row.issued_on} /> },
    {
      label: words.subscription,
      value: row.subscription ? <NumberLink resource="subscriptions" to={row.subscription} /> : null,
    },
    {
      label: words.sent_at,
      value: row.sent_at ? <DateTime value={row.sent_at} style="time" /> : invoiceTexts.notSent,
    },
    ...(row.status === 'open'
      ? [
          {
            label: words.reminders,
            value: row.reminders ? invoiceTexts.remindersOn : invoiceTexts.remindersOff,
          },
        ]
      : []),
  ];
  return (
    <Card
      title={invoiceTexts.details}
      actions={
        <span className="flex flex-wrap gap-2">
          <OpenCaseLink organization={row.organization} about={{ invoice_id: row.id }} />
          <DownloadInvoice row={row} />
        </span>
      }
    >
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
