import { useInfiniteQuery } from '@tanstack/react-query';
import { LoadFailure } from '../access/load-failure.tsx';
import { useCan } from '../access/use-can.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import type { List } from './define-list.ts';
import { ListBody } from './list-body.tsx';
import { ListButtons, ListHeader } from './list-header.tsx';
import { type Listed, recordQueries } from './record-queries.ts';
import { useListSearch } from './use-list-search.ts';

/** The page of a list: title, filters, table, paging, the actions of each row, and the form for a new record. */
export function ListPage<R extends Listed>({ list }: { list: List<R> }) {
  const { query, filtered, create } = useListSearch(list);
  if (!useCan(`${list.resource}.view`)) return <AskedList list={list} />;
  return (
    <>
      <ListHeader list={list} query={query} filtered={filtered} onCreate={create} />
      <ListBody list={list} />
    </>
  );
}

/** A list that the profile does not open, as far as the page knows: the server says so, with the number of its decision. */
function AskedList<R extends Listed>({ list }: { list: List<R> }) {
  const pages = useInfiniteQuery(recordQueries(list.resource).pages(useListSearch(list).query));
  if (pages.error) return <LoadFailure error={pages.error} onRetry={pages.refetch} />;
  return pages.isPending ? <Skeleton lines={8} /> : <ListBody list={list} />;
}

/** The same as a part of another page, which has the title. */
export function ListSection<R extends Listed>({ list }: { list: List<R> }) {
  const { query, filtered, create } = useListSearch(list);
  return (
    <>
      <div className="mb-3 flex flex-wrap justify-end gap-2">
        <ListButtons list={list} query={query} filtered={filtered} onCreate={create} />
      </div>
      <ListBody list={list} />
    </>
  );
}
