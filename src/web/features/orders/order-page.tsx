import type { Order } from '../../../contract/orders.ts';
import { orderWords } from '../../bookings/booking-words.ts';
import { NumberLink, OrganizationLink } from '../../commerce/commerce-links.tsx';
import { OrderStatus } from '../../commerce/status-badges.tsx';
import { formatMoney, formatNumber } from '../../lib/format.ts';
import { RecordPage, type RecordView } from '../../records/record-page.tsx';
import { orderTexts } from '../../texts/orders.ts';
import { Card } from '../../ui/card.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { orderActions } from './order-actions.ts';

const view: RecordView<'orders'> = {
  resource: 'orders',
  subtitle: (row) => <OrganizationLink to={row.organization} />,
  status: (row) => <OrderStatus status={row.status} />,
  facts: (row) => <OrderFacts row={row} />,
  actions: orderActions,
};

export function OrderPage() {
  return <RecordPage view={view} />;
}

function subscriptionOf({ subscription, status }: Order) {
  if (subscription) return <NumberLink resource="subscriptions" to={subscription} />;
  return status === 'draft' ? orderTexts.notStarted : null;
}

function OrderFacts({ row }: { row: Order }) {
  const words = orderTexts.fields;
  const facts = [
    { label: words.action, value: orderWords(row.action) },
    { label: words.plan, value: row.plan_name },
    { label: words.quantity, value: <span className="tabular">{formatNumber(row.quantity)}</span> },
    { label: words.total, value: <span className="tabular">{formatMoney(row.total)}</span> },
    { label: words.effective_on, value: <DateTime value={row.effective_on} /> },
    { label: words.subscription, value: subscriptionOf(row) },
    { label: words.placed_by, value: row.placed_by?.name ?? orderTexts.bySystem },
    { label: words.created_at, value: <DateTime value={row.created_at} style="time" /> },
    { label: words.updated_at, value: <DateTime value={row.updated_at} style="relative" /> },
  ];
  return (
    <Card title={orderTexts.details}>
      <DescriptionList facts={facts} columns={3} />
    </Card>
  );
}
