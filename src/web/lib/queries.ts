import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type CallOptions, call, type Given, type LooseOptions, type Output, type RouteKey } from './api.ts';

/** Every key starts with its resource, so `invalidateQueries({ queryKey: ['organizations'] })` reaches all of them. */
function keyOf(key: string, options: LooseOptions) {
  const resource = key.slice(key.indexOf('/') + 1).split('/')[0] ?? key;
  return [resource, key, options.params ?? null, options.query ?? null] as const;
}

/** `useQuery(apiQuery('GET /organizations/:id', { params: { id } }))` */
export function apiQuery<K extends RouteKey>(key: K, ...[options]: Given<CallOptions<K>>) {
  return queryOf<Output<K>>(key, options ?? {});
}

/** The same for a key that was put together; `T` is what it answers. */
export function queryOf<T>(key: string, given: LooseOptions) {
  return queryOptions({
    queryKey: keyOf(key, given),
    queryFn: ({ signal }) => call<T>(key, { ...given, signal }),
  });
}

/** The routes that answer a page of a keyset list. */
export type ListKey = {
  [K in RouteKey]: Output<K> extends { items: readonly unknown[]; next: string | null } ? K : never;
}[RouteKey];

/** A keyset list: `useInfiniteQuery(apiList('GET /organizations', { query }))`, then `itemsOf(data)`. */
export function apiList<K extends ListKey>(key: K, ...[options]: Given<CallOptions<K>>) {
  return listOf<Output<K>>(key, options ?? {});
}

/** The same for a key that was put together; `T` is the page it answers. */
export function listOf<T extends { next: string | null }>(key: string, given: LooseOptions) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(key, given), 'pages'] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? given.query : Object.assign({}, given.query, { after: pageParam });
      return call<T>(key, { ...given, query, signal });
    },
    getNextPageParam: (page: T) => page.next,
  });
}

/** All rows loaded so far. */
export function itemsOf<Row>(
  data: { pages: readonly { items: readonly Row[] }[] } | undefined,
): readonly Row[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
