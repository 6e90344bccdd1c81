import type { Invoice } from '../../../contract/invoices.ts';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { numberColumn } from '../../commerce/record-columns.tsx';
import { InvoiceStatus } from '../../commerce/status-badges.tsx';
import { formatMoney } from '../../lib/format.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';

const words = subscriptionTexts.invoices;

const columns: readonly Column<Invoice>[] = [
  numberColumn('invoices', words.number),
  {
    key: 'status',
    header: words.status,
    cell: (row) => <InvoiceStatus status={row.status} overdue={row.days_overdue} />,
  },
  {
    key: 'issued_on',
    header: words.issued_on,
    nowrap: true,
    cell: (row) => <DateTime value={row.issued_on} />,
  },
  { key: 'due_on', header: words.due_on, nowrap: true, cell: (row) => <DateTime value={row.due_on} /> },
  { key: 'amount', header: words.amount, align: 'end', cell: (row) => formatMoney(row.amount) },
  { key: 'balance', header: words.balance, align: 'end', cell: (row) => formatMoney(row.balance) },
];

export function SubscriptionInvoicesTab({ row }: { row: Subscription }) {
  return (
    <RelatedList
      resource="invoices"
      label={subscriptionTexts.tabs.invoices}
      filters={{ subscription_id: row.id }}
      sort="-created_at"
      columns={columns}
      empty={{ title: words.emptyTitle, text: words.emptyText }}
    />
  );
}
