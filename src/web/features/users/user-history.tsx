import { useQuery } from '@tanstack/react-query';
import { actionLabel } from '../../access/action-label.ts';
import { ChangeList } from '../../access/change-list.tsx';
import { ListStates } from '../../access/list-states.tsx';
import type { Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { userHistoryTexts as texts } from '../../texts/users.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type Entry = Output<'GET /users/:id/history'>['items'][number];

const columns: readonly Column<Entry>[] = [
  {
    key: 'at',
    header: texts.when,
    nowrap: true,
    cell: (entry) => (
      <span className="font-normal">
        <DateTime value={entry.at} style="time" />
      </span>
    ),
  },
  { key: 'actor_name', header: texts.who, cell: (entry) => entry.actor_name },
  { key: 'action', header: texts.what, cell: (entry) => actionLabel(entry.action) },
  {
    key: 'outcome',
    header: texts.outcome,
    cell: (entry) => (
      <Badge tone={entry.outcome === 'allowed' ? 'success' : 'danger'}>{texts[entry.outcome]}</Badge>
    ),
  },
  {
    key: 'changes',
    header: texts.changes,
    cell: (entry) =>
      entry.changes.length > 0 ? <ChangeList changes={entry.changes} names={entry.names} /> : null,
  },
];

export function UserHistory({ id }: { id: string }) {
  const history = useQuery(apiQuery('GET /users/:id/history', { params: { id } }));
  const rows = history.data?.items ?? [];
  return (
    <Card flush>
      <ListStates query={history} count={rows.length} empty={<EmptyState title={texts.emptyTitle} />}>
        <DataTable
          label={texts.list}
          columns={columns}
          rows={rows}
          rowKey={(entry) => entry.id}
          rowName={(entry) => entry.action}
        />
      </ListStates>
    </Card>
  );
}
