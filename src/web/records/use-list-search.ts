import type { Role } from '../../catalog/roles.ts';
import { useAccess } from '../access/use-access.ts';
import { oneOf, type UrlSearch, useUrlSearch } from '../lib/url-search.ts';
import type { Filter, List } from './define-list.ts';
import type { Listed } from './record-queries.ts';

/** A choice that is not offered would be refused, so it is no filter. */
function accepted(filter: Filter, value: string | undefined, role: Role): string | undefined {
  if (!value || !('choices' in filter)) return value || undefined;
  return filter.choices(value, role).some((choice) => choice.value === value) ? value : undefined;
}

function nothing(names: readonly string[]): Record<string, undefined> {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** What the address asks of a list, in the words of the API, and the ways to ask something else. */
export function useListSearch<R extends Listed>({ filters, columns, sort, fixed }: List<R>) {
  const { search, patch } = useUrlSearch();
  const { role } = useAccess();
  const names = ['q', ...filters.map((filter) => filter.name)];
  const values = Object.fromEntries(
    filters.map((filter) => [filter.name, accepted(filter, search[filter.name], role)]),
  );
  const asked = { q: search.q || undefined, ...values };
  const sorts = columns.flatMap((column) => (column.sort ? [`${column.sort}`, `-${column.sort}`] : []));
  const kept = [...names, 'sort'];
  const order = oneOf(search.sort, sorts) ?? sort;
  const narrowed = { ...asked, ...fixed };
  return {
    search,
    /** What the list is narrowed by, as the API takes it, and the same with its order. */
    narrowed,
    query: { ...narrowed, sort: order },
    sort: order,
    filtered: names.some((name) => search[name]),
    /** What a saved view keeps of the address. */
    view: Object.fromEntries(Object.entries(search).filter(([name, value]) => value && kept.includes(name))),
    find: (q: string) => patch({ q: q || undefined }),
    choose: (filter: Filter) => (value: string) =>
      patch({ ...nothing(filter.clears ?? []), [filter.name]: value || undefined }),
    create: () => patch({ new: '1' }),
    unfilter: () => patch(nothing(names)),
    patch,
    /** Opens a saved view; what else the address says stays. */
    open: (view: UrlSearch) => patch({ ...nothing(kept), ...view }),
    clear: () => patch(nothing([...kept, 'new', 'bulk'])),
  };
}

export type ListSearch = ReturnType<typeof useListSearch>;
