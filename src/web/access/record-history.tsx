import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { type PathOf, pathOf } from '../../catalog/paths.ts';
import type { Output, RouteKey } from '../lib/api.ts';
import { formatDateTime } from '../lib/format.ts';
import { apiList, queryOf } from '../lib/queries.ts';
import { recordHistoryTexts as texts } from '../texts/record-history.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { historyColumns } from './history-columns.tsx';
import { ListStates } from './list-states.tsx';
import { PagedTable } from './paged-table.tsx';
import { useCan } from './use-can.tsx';

type HistoryRoute<R extends ResourceKey> = `GET ${PathOf<R>}/:id/history`;
type Told = { [R in ResourceKey]: HistoryRoute<R> extends RouteKey ? R : never }[ResourceKey];
type Entries = Output<HistoryRoute<Told>>;

/** Those whose history everybody reads who may view the record: a route of `historyRoute` each. */
const told: Readonly<Record<Told, true>> = {
  users: true,
  products: true,
  orders: true,
  subscriptions: true,
  invoices: true,
  payments: true,
  payment_methods: true,
  credits: true,
};

/** Whether the reader is shown the history of records of this kind. */
export function useTellsHistory(resource: ResourceKey): boolean {
  const readsLog = useCan('audit_log.view');
  return readsLog || Object.hasOwn(told, resource);
}

type RecordHistoryProps = { resource: ResourceKey; id: string };

/** What was recorded about one record: out of the log for those who read it, otherwise what its page tells. */
export function RecordHistory(props: RecordHistoryProps) {
  return useCan('audit_log.view') ? <LoggedHistory {...props} /> : <ToldHistory {...props} />;
}

function LoggedHistory({ resource, id }: RecordHistoryProps) {
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

/** What its page tells, also to those who read the log. */
export function ToldHistory({ resource, id }: RecordHistoryProps) {
  const history = useQuery(queryOf<Entries>(`GET ${pathOf(resource)}/:id/history`, { params: { id } }));
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
