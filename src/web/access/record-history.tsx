import { useQuery } from '@tanstack/react-query';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { type PathOf, pathOf } from '../../catalog/paths.ts';
import type { Output, RouteKey } from '../lib/api.ts';
import { formatDateTime } from '../lib/format.ts';
import { queryOf } from '../lib/queries.ts';
import { recordHistoryTexts as texts } from '../texts/record-history.ts';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { historyColumns } from './history-columns.tsx';
import { ListStates } from './list-states.tsx';
import { IfCan } from './use-can.tsx';

type HistoryRoute<R extends ResourceKey> = `GET ${PathOf<R>}/:id/history`;
/** Those whose history is told: a route of `historyRoute` each. */
export type Told = { [R in ResourceKey]: HistoryRoute<R> extends RouteKey ? R : never }[ResourceKey];
/** What an article said before it was published is nothing for its readers. */
export function tellsHistory(resource: Told | 'articles'): resource is Told {
  return resource !== 'articles';
}

type Entries = Output<HistoryRoute<Told>>;

const { at, what, who, changes } = historyColumns;

type RecordHistoryProps = { resource: Told; id: string };

/** What was recorded about one record, in the words of its page; the log itself is a step away for those who read it. */
export function RecordHistory({ resource, id }: RecordHistoryProps) {
  const history = useQuery(queryOf<Entries>(`GET ${pathOf(resource)}/:id/history`, { params: { id } }));
  const rows = history.data?.items ?? [];
  return (
    <>
      <IfCan permission="audit_log.view">
        <div className="mb-3 flex justify-end">
          <TextLink to="/audit-log" search={{ item_type: resource, item_id: id }}>
            {texts.inAuditLog}
          </TextLink>
        </div>
      </IfCan>
      <Card flush>
        <ListStates query={history} count={rows.length} empty={<EmptyState title={texts.emptyTitle} />}>
          <DataTable
            label={texts.list}
            columns={[at, what, who, changes]}
            rows={rows}
            rowKey={(entry) => entry.id}
            rowName={(entry) => formatDateTime(entry.at)}
          />
        </ListStates>
      </Card>
    </>
  );
}
