import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { grants } from '../access/grants.ts';
import { PagedTable } from '../access/paged-table.tsx';
import { useAccess } from '../access/use-access.ts';
import { IfCan } from '../access/use-can.tsx';
import { formatCount } from '../lib/format.ts';
import { itemsOf } from '../lib/queries.ts';
import { queryClient } from '../lib/query-client.ts';
import { useBulkAction } from './bulk-action.tsx';
import type { List } from './define-list.ts';
import { ListEmpty } from './list-empty.tsx';
import { ListFilters } from './list-filters.tsx';
import { useRecordActions } from './record-actions.tsx';
import { recordName, wordsOf } from './record-names.ts';
import { type Listed, type RowOf, recordQueries } from './record-queries.ts';
import { useListSearch } from './use-list-search.ts';
import { useFirstView, useListViews } from './use-list-views.ts';
import { useOpenRecord } from './use-open-record.ts';

/** Filters, table and paging of a list, the actions of each row and of several, and the form for a new record. */
export function ListBody<R extends Listed>({ list }: { list: List<R> }) {
  const { resource, create } = list;
  const asked = useListSearch(list);
  const queries = recordQueries(resource);
  const pages = useInfiniteQuery(queries.pages(asked.query));
  const count = useQuery(queries.count(asked.narrowed));
  const access = useAccess();
  const columns = list.columns.filter(
    ({ permission, shownTo }) =>
      (!permission || grants(access, permission)) && (shownTo?.(access.role) ?? true),
  );
  const key = list.key ?? resource;
  const views = useListViews(key, list.hiddenAtFirst);
  const arrived = useFirstView(views, asked);
  const { menuOf, dialog } = useRecordActions(resource, list.actions);
  const { selection, bar } = useBulkAction(
    resource,
    list.bulk,
    itemsOf(pages.data),
    asked,
    pages.hasNextPage,
  );
  const open = useOpenRecord(resource);
  const opens = (row: RowOf<R>) =>
    (list.opens ?? []).map(({ key: name, label, tab }) => ({
      key: name,
      label,
      onSelect: () => open(row.id, tab),
    }));
  return (
    <>
      <ListFilters
        views={views}
        search={list.search}
        filters={list.filters}
        asked={asked}
        columns={{ columns, hidden: views.hidden, onToggle: views.toggleColumn }}
      />
      {bar}
      <PagedTable
        list={arrived ? pages : { ...pages, isPending: true }}
        total={formatCount(count.data)}
        empty={<ListEmpty list={list} filtered={asked.filtered} onClear={asked.clear} />}
        label={wordsOf(resource).many}
        columns={columns}
        hidden={views.hidden}
        rowKey={(row) => row.id}
        rowName={(row) => recordName(resource, row).name}
        sort={asked.sort}
        onSort={(sort) => asked.patch({ sort })}
        onOpen={(row) => open(row.id)}
        onHover={(row) => queryClient.prefetchQuery(queries.one(row.id))}
        rowActions={(row) => [...opens(row), ...menuOf(row)]}
        {...(selection ? { selection } : {})}
      />
      {dialog}
      {create && asked.search.new ? (
        <IfCan permission={create.permission}>
          <Suspense fallback={null}>
            <create.form onClose={() => asked.patch({ new: undefined })} />
          </Suspense>
        </IfCan>
      ) : null}
    </>
  );
}
