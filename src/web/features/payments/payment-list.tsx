import { numberColumn, organizationColumn } from '../../commerce/record-columns.tsx';
import { PaymentStatus } from '../../commerce/status-badges.tsx';
import { formatMoney } from '../../lib/format.ts';
import { choicesOf, defineList } from '../../records/define-list.ts';
import { commerceTexts } from '../../texts/commerce.ts';
import { paymentTexts } from '../../texts/payments.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { paymentActions } from './payment-actions.ts';

const words = paymentTexts.fields;

export const paymentList = defineList({
  resource: 'payments',
  subtitle: paymentTexts.subtitle,
  search: paymentTexts.search,
  columns: [
    numberColumn('payments', words.number),
    organizationColumn(words.organization),
    { key: 'method', header: words.method, nowrap: true, cell: (row) => row.method },
    { key: 'status', header: words.status, cell: (row) => <PaymentStatus status={row.status} /> },
    { key: 'amount', header: words.amount, align: 'end', cell: (row) => formatMoney(row.amount) },
    {
      key: 'refunded',
      header: words.refunded,
      align: 'end',
      cell: (row) => (row.refunded.amount > 0 ? formatMoney(row.refunded) : null),
    },
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  filters: [
    { name: 'status', label: words.status, choices: choicesOf(commerceTexts.paymentStatuses) },
    { name: 'organization_id', label: words.organization, of: 'organizations' },
  ],
  sort: '-created_at',
  actions: paymentActions,
});
