import { lazy } from 'react';
import { orderWords } from '../../bookings/booking-words.ts';
import { numberColumn, organizationColumn } from '../../commerce/record-columns.tsx';
import { OrderStatus } from '../../commerce/status-badges.tsx';
import { formatMoney, formatNumber } from '../../lib/format.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { commerceTexts } from '../../texts/commerce.ts';
import { orderTexts } from '../../texts/orders.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { orderActions } from './order-actions.ts';

const words = orderTexts.fields;

export const orderList = defineList({
  resource: 'orders',
  subtitle: orderTexts.subtitle,
  search: orderTexts.search,
  columns: [
    // Numbers are given in the order in which orders are made.
    { ...numberColumn('orders', words.number), sort: 'created_at' },
    organizationColumn(words.organization),
    { key: 'action', header: words.action, cell: (row) => orderWords(row.action) },
    { key: 'plan', header: words.plan, cell: (row) => row.plan_name },
    { key: 'quantity', header: words.quantity, align: 'end', cell: (row) => formatNumber(row.quantity) },
    { key: 'total', header: words.total, align: 'end', cell: (row) => formatMoney(row.total) },
    {
      key: 'effective_on',
      header: words.effective_on,
      nowrap: true,
      cell: (row) => <DateTime value={row.effective_on} />,
    },
    { key: 'status', header: words.status, cell: (row) => <OrderStatus status={row.status} /> },
    {
      key: 'placed_by',
      header: words.placed_by,
      cell: (row) => row.placed_by?.name ?? orderTexts.bySystem,
    },
    {
      key: 'created_at',
      header: words.created_at,
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  hiddenAtFirst: ['created_at'],
  filters: [
    { name: 'status', label: words.status, choices: choicesOf(commerceTexts.orderStatuses) },
    { name: 'kind', label: words.kind, choices: choicesOf(orderTexts.kinds) },
    { name: 'organization_id', label: words.organization, of: 'organizations' },
    { name: 'subscription_id', label: words.subscription, of: 'subscriptions' },
  ],
  sort: '-created_at',
  actions: orderActions,
  create: {
    permission: 'orders.create',
    form: lazy(() => import('./new-order.tsx').then((module) => ({ default: module.NewOrder }))),
  },
});
