import { useInfiniteQuery } from '@tanstack/react-query';
import type { RecordResource } from '../../catalog/catalog.ts';
import type { AuditEntry } from '../../contract/settings.ts';
import { formatDateTime } from '../lib/format.ts';
import { apiList, itemsOf } from '../lib/queries.ts';
import { recordHistoryTexts as texts } from '../texts/record-history.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { DateTime } from '../ui/date-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pager } from '../ui/pager.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { actionLabel } from './action-label.ts';
import { ChangeList } from './change-list.tsx';
import { ListStates } from './list-states.tsx';

const columns: readonly Column<AuditEntry>[] = [
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

/** What the audit log holds about one record; only for readers whose profile opens the log. */
export function RecordHistory({ resource, id }: { resource: RecordResource; id: string }) {
  const query = { item_type: resource, item_id: id };
  const list = useInfiniteQuery(apiList('GET /audit-log', { query: { ...query, limit: 20 } }));
  const rows = itemsOf(list.data);
  return (
    <>
      <div className="mb-3 flex justify-end">
        <TextLink to="/audit-log" search={query}>
          {texts.inAuditLog}
        </TextLink>
      </div>
      <Card flush>
        <ListStates query={list} count={rows.length} empty={<EmptyState title={texts.emptyTitle} />}>
          <DataTable
            label={texts.list}
            columns={columns}
            rows={rows}
            rowKey={(entry) => entry.id}
            rowName={(entry) => formatDateTime(entry.at)}
          />
          <Pager
            shown={rows.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onMore={list.fetchNextPage}
          />
        </ListStates>
      </Card>
    </>
  );
}
