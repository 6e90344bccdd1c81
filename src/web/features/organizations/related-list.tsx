import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ListStates } from '../../access/list-states.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pager } from '../../ui/pager.tsx';

export type RelatedListProps<Row> = {
  label: string;
  list: Pick<
    UseInfiniteQueryResult,
    'isPending' | 'error' | 'refetch' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowName: (row: Row) => string;
  empty: { title: string; text: string };
  onOpen: (row: Row) => void;
  /** Above the table: the way to add one, or to the list of its own. */
  actions?: ReactNode;
};

/** Records of an organization, in a tab of its page. */
export function RelatedList<Row extends { id: string }>(props: RelatedListProps<Row>) {
  const { label, list, rows, columns, rowName, empty, onOpen, actions } = props;
  return (
    <>
      {actions ? <div className="mb-3 flex flex-wrap items-center justify-end gap-3">{actions}</div> : null}
      <Card flush>
        <ListStates query={list} count={rows.length} empty={<EmptyState {...empty} />}>
          <DataTable
            label={label}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={rowName}
            onOpen={onOpen}
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
