import type { ResourceKey } from '../../catalog/catalog.ts';
import { type PathOf, pathOf } from '../../catalog/paths.ts';
import type { Output, RouteKey } from '../lib/api.ts';
import { type ListKey, listOf, queryOf } from '../lib/queries.ts';
import { queryClient } from '../lib/query-client.ts';

type OneOf<R extends ResourceKey> = `GET ${PathOf<R>}/:id`;

/** Resources whose records are listed, counted and opened: those that the contract gives `readRoutes`. */
export type Listed = {
  [R in ResourceKey]: `GET ${PathOf<R>}` extends ListKey
    ? `GET ${PathOf<R>}/count` extends RouteKey
      ? R
      : never
    : never;
}[ResourceKey];

type ItemsOf<P> = P extends { items: readonly (infer Row)[] } ? Row : never;

/** One record of a resource, as its list answers it. */
export type RowOf<R extends Listed> = ItemsOf<Output<`GET ${PathOf<R>}`>>;
/** One record as it is answered alone, which may say more. */
export type DetailOf<R extends Listed> = RowOf<R> & Output<OneOf<R>>;

/** Filters and order as the API takes them. */
export type Query = Readonly<Record<string, unknown>>;

export type Page<R extends Listed> = { items: RowOf<R>[]; next: string | null };

/** The queries of `readRoutes`. */
export function recordQueries<R extends Listed>(resource: R) {
  const key = `GET ${pathOf(resource)}`;
  return {
    pages: (query: Query) => listOf<Page<R>>(key, { query }),
    /** One page alone, for a look at the first records. */
    page: (query: Query) => queryOf<Page<R>>(key, { query }),
    count: (query: Query) => queryOf<{ count: number; capped: boolean }>(`${key}/count`, { query }),
    one: (id: string) => queryOf<DetailOf<R>>(`${key}/:id`, { params: { id } }),
  };
}

/** Makes what is shown of a resource ask again; `none` leaves that to the next look. */
export function reload(resource: ResourceKey, refetchType: 'active' | 'none' = 'active'): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [pathOf(resource).slice(1)], refetchType });
}
