import { useQuery } from '@tanstack/react-query';
import { historyColumns } from '../../access/history-columns.tsx';
import { ListStates } from '../../access/list-states.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { recordHistoryTexts as texts } from '../../texts/record-history.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

export function UserHistory({ id }: { id: string }) {
  const history = useQuery(apiQuery('GET /users/:id/history', { params: { id } }));
  const rows = history.data?.items ?? [];
  return (
    <Card flush>
      <ListStates query={history} count={rows.length} empty={<EmptyState title={texts.emptyTitle} />}>
        <DataTable
          label={texts.list}
          columns={historyColumns}
          rows={rows}
          rowKey={(entry) => entry.id}
          rowName={(entry) => formatDateTime(entry.at)}
        />
      </ListStates>
    </Card>
  );
}
