import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type CallOptions, type Output, type RouteKey } from './api.ts';

/** Every key starts with its resource, so `invalidateQueries({ queryKey: ['organizations'] })` reaches all of them. */
function keyOf<K extends RouteKey>(key: K, options: CallOptions<K>) {
  const resource = key.slice(key.indexOf('/') + 1).split('/')[0] ?? key;
  return [resource, key, options.params ?? null, options.query ?? null] as const;
}

/** `useQuery(apiQuery('GET /organizations/:id', { params: { id } }))` */
export function apiQuery<K extends RouteKey>(key: K, options: CallOptions<K> = {}) {
  return queryOptions({
    queryKey: keyOf(key, options),
    queryFn: ({ signal }): Promise<Output<K>> => api(key, { ...options, signal }),
  });
}

function nextOf(page: unknown): string | null {
  if (typeof page !== 'object' || page === null || !('next' in page)) return null;
  return typeof page.next === 'string' ? page.next : null;
}

/** A keyset list: `useInfiniteQuery(apiList('GET /organizations', { query }))`, then `itemsOf(data)`. */
export function apiList<K extends RouteKey>(key: K, options: CallOptions<K> = {}) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(key, options), 'pages'] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<Output<K>> => {
      const query =
        pageParam === null ? options.query : Object.assign({}, options.query, { after: pageParam });
      return api(key, { ...options, ...(query === undefined ? {} : { query }), signal });
    },
    getNextPageParam: nextOf,
  });
}

/** All rows loaded so far. */
export function itemsOf<Row>(
  data: { pages: readonly { items: readonly Row[] }[] } | undefined,
): readonly Row[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
