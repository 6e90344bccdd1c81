import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Payment, PaymentContent } from '../../../contract/payments.ts';
import { ListStates } from '../../access/list-states.tsx';
import { NumberLink } from '../../commerce/commerce-links.tsx';
import { formatMoney } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { paymentTexts } from '../../texts/payments.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type Use = PaymentContent['invoices'][number];
type Refund = PaymentContent['refunds'][number];
type Part<Row> = {
  row: Payment;
  label: string;
  empty: string;
  of: (content: PaymentContent) => readonly Row[];
  columns: readonly Column<Row>[];
  rowName: (row: Row) => ReactNode;
};

function usesOf(resource: 'invoices' | 'credits'): readonly Column<Use>[] {
  return [
    {
      key: 'number',
      header: paymentTexts.use.number,
      cell: (use) => <NumberLink resource={resource} to={use} />,
    },
    { key: 'amount', header: paymentTexts.use.amount, align: 'end', cell: (use) => formatMoney(use.amount) },
  ];
}

const invoices = usesOf('invoices');
const meantFor = invoices.filter(({ key }) => key === 'number');
const credits = usesOf('credits');
const words = paymentTexts.refund;
const refunds: readonly Column<Refund>[] = [
  { key: 'reason', header: words.reason, cell: ({ reason }) => reason },
  {
    key: 'status',
    header: words.status,
    cell: ({ status, failure }) => failure?.message ?? paymentTexts.refundStatuses[status],
  },
  {
    key: 'at',
    header: words.at,
    nowrap: true,
    cell: (row) => <DateTime value={row.created_at} style="time" />,
  },
  { key: 'amount', header: words.amount, align: 'end', cell: ({ amount }) => formatMoney(amount) },
];

/** The invoices that it was put to. */
export function InvoicesTab({ row }: { row: Payment }) {
  return (
    <ContentTab
      row={row}
      label={paymentTexts.tabs.invoices}
      empty={paymentTexts.noInvoices}
      of={(content) => content.invoices}
      columns={invoices}
      rowName={({ number }) => number}
    />
  );
}

/** The invoices that a payment was meant for that is under way or failed; what each would have got is not settled. */
export function MeantForTab({ row }: { row: Payment }) {
  return (
    <ContentTab
      row={row}
      label={paymentTexts.tabs.meant}
      empty={paymentTexts.noInvoices}
      of={(content) => content.invoices}
      columns={row.status === 'failed' ? meantFor : invoices}
      rowName={({ number }) => number}
    />
  );
}

/** What was paid beyond what was owed. */
export function CreditsTab({ row }: { row: Payment }) {
  return (
    <ContentTab
      row={row}
      label={paymentTexts.tabs.credits}
      empty={paymentTexts.noCredits}
      of={(content) => content.credits}
      columns={credits}
      rowName={({ number }) => number}
    />
  );
}

export function RefundsTab({ row }: { row: Payment }) {
  return (
    <ContentTab
      row={row}
      label={paymentTexts.tabs.refunds}
      empty={paymentTexts.noRefunds}
      of={(content) => content.refunds}
      columns={refunds}
      rowName={({ reason }) => reason}
    />
  );
}

function ContentTab<Row extends { id: string }>({ row, label, empty, of, columns, rowName }: Part<Row>) {
  const content = useQuery(apiQuery('GET /payments/:id/content', { params: { id: row.id } }));
  const rows = content.data ? of(content.data) : [];
  return (
    <Card flush>
      <ListStates query={content} count={rows.length} empty={<EmptyState title={empty} />}>
        <DataTable
          label={label}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowName={(one) => String(rowName(one))}
        />
      </ListStates>
    </Card>
  );
}
