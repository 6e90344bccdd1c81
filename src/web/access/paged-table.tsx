import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { itemsOf } from '../lib/queries.ts';
import { Card } from '../ui/card.tsx';
import { DataTable, type DataTableProps } from '../ui/data-table.tsx';
import { Pager } from '../ui/pager.tsx';
import { ListStates } from './list-states.tsx';

export type PagedTableProps<Row> = Omit<DataTableProps<Row>, 'rows'> & {
  list: Pick<
    UseInfiniteQueryResult<InfiniteData<{ items: readonly Row[] }>>,
    'data' | 'isPending' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
  /** "1,000+": the capped count, formatted; absent where nobody counts. */
  total?: string | undefined;
  empty: ReactNode;
};

/** A keyset list as a table on a card: loading, refused, empty, its rows so far, and the way to more. */
export function PagedTable<Row>({ list, total, empty, ...table }: PagedTableProps<Row>) {
  const rows = itemsOf(list.data);
  return (
    <Card flush>
      <ListStates query={list} count={rows.length} empty={empty}>
        <DataTable {...table} rows={rows} />
        <Pager
          shown={rows.length}
          total={total}
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onMore={list.fetchNextPage}
        />
      </ListStates>
    </Card>
  );
}
