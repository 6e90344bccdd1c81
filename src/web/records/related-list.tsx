import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pathOf } from '../../catalog/paths.ts';
import { PagedTable } from '../access/paged-table.tsx';
import { itemsOf } from '../lib/queries.ts';
import { recordTexts } from '../texts/records.ts';
import type { Column } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { type BulkAction, useBulkAction } from './bulk-action.tsx';
import { type RecordAction, useRecordActions } from './record-actions.tsx';
import { recordName } from './record-names.ts';
import { type Listed, type RowOf, recordQueries } from './record-queries.ts';
import { useSeenBy } from './seen-by.tsx';
import { useOpenRecord } from './use-open-record.ts';

export type RelatedListProps<R extends Listed> = {
  resource: R;
  label: string;
  /** The filters that make them related, as in the address of the list. */
  filters: Readonly<Record<string, string>>;
  sort: string;
  columns: readonly Column<RowOf<R>>[];
  empty: { title: string; text: string };
  /** Its heading, where no tab says what it is. */
  title?: ReactNode;
  /** Beside the way to the list of its own: the way to add one. */
  actions?: ReactNode;
  /** What can be done to several rows at once. */
  bulk?: BulkAction<R> | undefined;
  /** What can be done to each of them, in a menu at its end. */
  rowActions?: readonly RecordAction<R>[];
};

/** Records that belong to another, in a tab of its page. Seen through another person's eyes there is nothing to do. */
export function RelatedList<R extends Listed>(props: RelatedListProps<R>) {
  const { resource, label, filters, sort, columns, empty, title, actions, rowActions } = props;
  const seenBy = useSeenBy();
  const asSeen = seenBy === null ? {} : { seen_by: seenBy };
  const list = useInfiniteQuery(recordQueries(resource).pages({ ...filters, ...asSeen, sort }));
  const { selection, bar } = useBulkAction(
    resource,
    seenBy === null ? props.bulk : undefined,
    itemsOf(list.data),
  );
  const open = useOpenRecord(resource);
  const { menuOf, dialog } = useRecordActions(resource, rowActions ?? []);
  const path: string = pathOf(resource);
  return (
    <>
      {seenBy === null ? (
        <div className="mb-3 flex flex-wrap items-center justify-end gap-3">
          {title}
          <TextLink to={path} search={filters}>
            {recordTexts.seeAll}
          </TextLink>
          {actions}
        </div>
      ) : null}
      {bar}
      <PagedTable
        list={list}
        empty={<EmptyState {...empty} />}
        label={label}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => recordName(resource, row).name}
        onOpen={(row) => open(row.id)}
        {...(selection ? { selection } : {})}
        {...(rowActions && seenBy === null ? { rowActions: menuOf } : {})}
      />
      {dialog}
    </>
  );
}
