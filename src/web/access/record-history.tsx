import { useInfiniteQuery } from '@tanstack/react-query';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { formatDateTime } from '../lib/format.ts';
import { apiList, itemsOf } from '../lib/queries.ts';
import { recordHistoryTexts as texts } from '../texts/record-history.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pager } from '../ui/pager.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { historyColumns } from './history-columns.tsx';
import { ListStates } from './list-states.tsx';

/** What the audit log holds about one record; only for readers whose profile opens the log. */
export function RecordHistory({ resource, id }: { resource: ResourceKey; id: string }) {
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
            columns={historyColumns}
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
