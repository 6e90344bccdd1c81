import { useInfiniteQuery } from '@tanstack/react-query';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { formatDateTime } from '../lib/format.ts';
import { apiList } from '../lib/queries.ts';
import { recordHistoryTexts as texts } from '../texts/record-history.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { historyColumns } from './history-columns.tsx';
import { PagedTable } from './paged-table.tsx';

/** What the audit log holds about one record; only for readers whose profile opens the log. */
export function RecordHistory({ resource, id }: { resource: ResourceKey; id: string }) {
  const query = { item_type: resource, item_id: id };
  const list = useInfiniteQuery(apiList('GET /audit-log', { query: { ...query, limit: 20 } }));
  return (
    <>
      <div className="mb-3 flex justify-end">
        <TextLink to="/audit-log" search={query}>
          {texts.inAuditLog}
        </TextLink>
      </div>
      <PagedTable
        list={list}
        empty={<EmptyState title={texts.emptyTitle} />}
        label={texts.list}
        columns={historyColumns}
        rowKey={(entry) => entry.id}
        rowName={(entry) => formatDateTime(entry.at)}
      />
    </>
  );
}
