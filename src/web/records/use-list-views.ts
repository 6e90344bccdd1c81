import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ListSetting } from '../../contract/views.ts';
import { useSession } from '../access/use-session.ts';
import { api } from '../lib/api.ts';
import type { UrlSearch } from '../lib/url-search.ts';
import { keepAtOnce, saveView, viewsQuery, withSetting } from './view-queries.ts';

/** The reader's views and columns of one list, on every device the same. */
export function useListViews(list: string, hiddenAtFirst: readonly string[] = []) {
  const { data, isPending } = useQuery(viewsQuery);
  // The settings of somebody else are looked at, never changed: a column switched there is switched for now.
  const inside = useSession().login_as !== null;
  const views = data?.items.filter((view) => view.list === list) ?? [];
  const setting = data?.lists.find((one) => one.list === list);
  const hidden = setting?.hidden_columns ?? hiddenAtFirst;
  const choose = (change: Partial<Omit<ListSetting, 'list'>>) =>
    keepAtOnce(
      (kept) => withSetting(kept, list, change),
      async () => (inside ? undefined : api('PUT /me/lists', { body: { list, ...change } })),
    );
  return {
    loaded: !isPending,
    views,
    first: views.find((view) => view.id === setting?.default_view_id),
    readOnly: inside,
    hidden,
    toggleColumn: (column: string) => {
      const others = hidden.filter((one) => one !== column);
      return choose({ hidden_columns: others.length < hidden.length ? others : [...hidden, column] });
    },
    openWith: (id: string | null) => choose({ default_view_id: id }),
    save: (name: string, query: UrlSearch) => saveView(list, name, { ...query }),
    remove: (id: string) =>
      keepAtOnce(
        (kept) => ({ ...kept, items: kept.items.filter((view) => view.id !== id) }),
        () => api('DELETE /me/views/:id', { params: { id } }),
      ),
  };
}

export type ListViews = ReturnType<typeof useListViews>;

type Asked = { search: UrlSearch; open: (search: UrlSearch) => unknown };

/**
 * Opens a list with the view its reader chose for that: on arrival only, and only where the address asks for nothing.
 * False until it is known whether there is one, and it stands in the address.
 */
export function useFirstView({ loaded, first }: ListViews, { search, open }: Asked): boolean {
  const asks = Object.keys(search).length > 0;
  const [settled, settle] = useState(asks);
  const query = first && Object.keys(first.query).length > 0 ? first.query : undefined;
  const arrived = asks || (loaded && !query);
  const opened = useRef(false);
  useEffect(() => {
    if (settled || !loaded) return;
    if (arrived) return settle(true);
    if (query && !opened.current) open(query);
    opened.current = true;
  });
  return settled || arrived;
}
