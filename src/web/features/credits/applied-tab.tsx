import { useQuery } from '@tanstack/react-query';
import type { Credit } from '../../../contract/credits.ts';
import { ListStates } from '../../access/list-states.tsx';
import { NumberLink } from '../../commerce/commerce-links.tsx';
import type { Output } from '../../lib/api.ts';
import { formatMoney } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { creditTexts } from '../../texts/credits.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type Applied = Output<'GET /credits/:id/content'>['applied'][number];

const says = creditTexts.applied;

const columns: readonly Column<Applied>[] = [
  {
    key: 'invoice',
    header: says.invoice,
    cell: ({ invoice }) => <NumberLink resource="invoices" to={invoice} />,
  },
  { key: 'at', header: says.at, nowrap: true, cell: ({ at }) => <DateTime value={at} style="time" /> },
  { key: 'amount', header: says.amount, align: 'end', cell: ({ amount }) => formatMoney(amount) },
];

/** The invoices that it was put to, and what was taken back. */
export function AppliedTab({ row }: { row: Credit }) {
  const content = useQuery(apiQuery('GET /credits/:id/content', { params: { id: row.id } }));
  const applied = content.data?.applied ?? [];
  return (
    <Card flush>
      <ListStates
        query={content}
        count={applied.length}
        empty={
          <EmptyState title={says.emptyTitle} text={row.status === 'open' ? says.emptyText : undefined} />
        }
      >
        <DataTable
          label={creditTexts.tabs.applied}
          columns={columns}
          rows={applied}
          rowKey={({ invoice, at, amount }) => `${invoice.id} ${at} ${amount.amount}`}
          rowName={({ invoice }) => invoice.number}
        />
      </ListStates>
    </Card>
  );
}
