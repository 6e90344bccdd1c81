import { pathOf } from '../../catalog/paths.ts';
import { OpenedBy } from '../access/opened-by.tsx';
import type { List } from './define-list.ts';
import { ListBody } from './list-body.tsx';
import { ListButtons, ListHeader } from './list-header.tsx';
import type { Listed } from './record-queries.ts';
import { useListSearch } from './use-list-search.ts';

/** The page of a list: title, filters, table, paging, the actions of each row, and the form for a new record. */
export function ListPage<R extends Listed>({ list }: { list: List<R> }) {
  const { query, filtered, create } = useListSearch(list);
  return (
    <OpenedBy permission={`${list.resource}.view`} route={`GET ${pathOf(list.resource)}`}>
      <ListHeader list={list} query={query} filtered={filtered} onCreate={create} />
      <ListBody list={list} />
    </OpenedBy>
  );
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
