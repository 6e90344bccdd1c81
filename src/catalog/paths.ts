import type { ResourceKey } from './catalog.ts';

type Kebab<T extends string> = T extends `${infer Head}_${infer Rest}` ? `${Head}-${Kebab<Rest>}` : T;

/** The path of a resource: its key in kebab-case. */
export type PathOf<R extends ResourceKey> = `/${Kebab<R>}`;

/** The path of a resource: its key in kebab-case, with a slash before it. */
export function pathOf<R extends ResourceKey>(resource: R): PathOf<R> {
  return `/${resource.replaceAll('_', '-')}` as PathOf<R>;
}
