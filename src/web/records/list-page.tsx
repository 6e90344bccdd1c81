import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { PagedTable } from '../access/paged-table.tsx';
import { IfCan } from '../access/use-can.tsx';
import { useSession } from '../access/use-session.ts';
import { formatCount } from '../lib/format.ts';
import { itemsOf } from '../lib/queries.ts';
import { queryClient } from '../lib/query-client.ts';
import { recordTexts } from '../texts/records.ts';
import { Button } from '../ui/button.tsx';
import { useHiddenColumns } from '../ui/column-picker.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useBulkAction } from './bulk-action.tsx';
import type { List } from './define-list.ts';
import { ListFilters } from './list-filters.tsx';
import { ListHeader } from './list-header.tsx';
import { useRecordActions } from './record-actions.tsx';
import { recordName, wordsOf } from './record-names.ts';
import { type Listed, type RowOf, recordQueries } from './record-queries.ts';
import { useListSearch } from './use-list-search.ts';
import { useOpenRecord } from './use-open-record.ts';

/** The page of a list: title, filters, table, paging, the actions of each row, and the form for a new record. */
export function ListPage<R extends Listed>({ list }: { list: List<R> }) {
  const { resource, create } = list;
  const { role } = useSession().user;
  const columns = list.columns.filter(({ shownTo }) => shownTo?.(role) ?? true);
  const asked = useListSearch(list);
  const query = { ...asked.filters, sort: asked.sort };
  const queries = recordQueries(resource);
  const pages = useInfiniteQuery(queries.pages(query));
  const count = useQuery(queries.count(asked.filters));
  const { hidden, toggle } = useHiddenColumns(resource, list.hiddenAtFirst);
  const { menuOf, dialog } = useRecordActions(resource, list.actions);
  const { selection, bar } = useBulkAction(resource, list.bulk, itemsOf(pages.data));
  const open = useOpenRecord(resource);
  const opens = (row: RowOf<R>) =>
    (list.opens ?? []).map(({ key, label, tab }) => ({ key, label, onSelect: () => open(row.id, tab) }));
  return (
    <>
      <IfCan permission={`${resource}.view`}>
        <ListHeader list={list} query={query} onCreate={() => asked.patch({ new: '1' })} />
        <ListFilters
          table={resource}
          search={list.search}
          filters={list.filters}
          asked={asked}
          columns={{ columns, hidden, onToggle: toggle }}
        />
      </IfCan>
      {bar}
      <PagedTable
        list={pages}
        total={formatCount(count.data)}
        empty={<Empty list={list} filtered={asked.filtered} onClear={asked.clear} />}
        label={wordsOf(resource).many}
        columns={columns}
        hidden={hidden}
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

type EmptyProps<R extends Listed> = { list: List<R>; filtered: boolean; onClear: () => unknown };

function Empty<R extends Listed>({ list, filtered, onClear }: EmptyProps<R>) {
  if (list.empty) return <EmptyState {...list.empty(filtered)} />;
  const clear = <Button onClick={onClear}>{recordTexts.clearFilters}</Button>;
  return <EmptyState {...emptyWords(list.resource, filtered)} action={filtered ? clear : undefined} />;
}

function emptyWords(resource: Listed, filtered: boolean) {
  const { one, many } = wordsOf(resource);
  return filtered
    ? { title: recordTexts.noMatchTitle(one), text: recordTexts.noMatchText(one) }
    : { title: recordTexts.emptyTitle(many.toLowerCase()), text: recordTexts.emptyText(one) };
}
