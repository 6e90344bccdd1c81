import type { Order } from '../../../contract/orders.ts';
import type { Subscription } from '../../../contract/subscriptions.ts';
import { orderWords } from '../../bookings/booking-words.ts';
import { numberColumn } from '../../commerce/record-columns.tsx';
import { OrderStatus } from '../../commerce/status-badges.tsx';
import { formatNumber } from '../../lib/format.ts';
import { RelatedList } from '../../records/related-list.tsx';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';

const words = subscriptionTexts.orders;

const columns: readonly Column<Order>[] = [
  numberColumn('orders', words.number),
  { key: 'what', header: words.what, cell: (row) => orderWords(row.action) },
  { key: 'status', header: words.status, cell: (row) => <OrderStatus status={row.status} /> },
  {
    key: 'effective_on',
    header: words.effective_on,
    nowrap: true,
    cell: (row) => <DateTime value={row.effective_on} />,
  },
  { key: 'plan', header: words.plan, cell: (row) => row.plan_name },
  { key: 'quantity', header: words.quantity, align: 'end', cell: (row) => formatNumber(row.quantity) },
  { key: 'placed_by', header: words.placed_by, cell: (row) => row.placed_by?.name },
];

export function SubscriptionOrdersTab({ row }: { row: Subscription }) {
  return (
    <RelatedList
      resource="orders"
      label={subscriptionTexts.tabs.orders}
      filters={{ subscription_id: row.id }}
      sort="-created_at"
      columns={columns}
      empty={{ title: words.emptyTitle, text: words.emptyText }}
    />
  );
}
