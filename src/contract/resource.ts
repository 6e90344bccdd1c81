import { z } from 'zod';
import {
  type Permission,
  type PermissionOn,
  permissionsOf,
  type ResourceKey,
  resourceSpec,
} from '../catalog/catalog.ts';
import { type PathOf, pathOf } from '../catalog/paths.ts';
import { permit } from './access.ts';
import { importBodyLimit, importForm, importRequest, importResult } from './imports.ts';
import {
  countOutput,
  countQuery,
  exportQuery,
  history,
  listQuery,
  pageOf,
  seenBy,
  timestamp,
  uuid,
} from './route.ts';

/** What a list can be ordered by: the column, and how its values compare. Times and dates start with the newest, texts with A. */
export type Sorts = Readonly<Record<string, 'timestamptz' | 'date' | 'text'>>;
/** An order as it stands in a query: `name`, or `-name` from the end. */
export type SortOf<O extends Sorts> = (keyof O & string) | `-${keyof O & string}`;

/** What the reader may do with one row. A misspelt permission does not compile. */
export type CanOf<R extends ResourceKey> = z.ZodType<Partial<Record<PermissionOn<R>, boolean>>>;

/** What every record has besides the fields of its resource. */
type Common<R extends ResourceKey> = {
  id: typeof uuid;
  version: z.ZodInt;
  created_at: typeof timestamp;
  updated_at: typeof timestamp;
  can: CanOf<R>;
};

type Optional<F extends z.ZodRawShape> = { [K in keyof F]: z.ZodOptional<F[K]> };

/** One resource of the API: what its records look like and how they are listed. Its routes are made from it. */
export interface Resource<
  R extends ResourceKey = ResourceKey,
  S extends z.ZodRawShape = z.ZodRawShape,
  O extends Sorts = Sorts,
  F extends z.ZodRawShape = z.ZodRawShape,
> {
  readonly key: R;
  readonly path: PathOf<R>;
  /** One record as its reader sees it. */
  readonly shape: z.ZodObject<S & Common<R>>;
  readonly sorts: O;
  readonly orders: [SortOf<O>, ...SortOf<O>[]];
  /** What a list can be narrowed by: a column, for equality, or a range that the records of the server explain. */
  readonly filters: Optional<F>;
  /** Those of them that hold several values, of which a filter asks for one. */
  readonly many: readonly (keyof F & string)[];
}

/**
 * Declares a resource. Only the fields of its own are named: id, version, times and `can` every record has.
 * The first sort is the order of a list that asks for none; each sort needs an index behind every access column.
 */
export function defineResource<
  const R extends ResourceKey,
  S extends z.ZodRawShape,
  const O extends Sorts,
  F extends z.ZodRawShape,
>(
  key: R,
  {
    shape,
    sorts,
    filters,
    many = [],
  }: { shape: S; sorts: O; filters: F; many?: readonly (keyof F & string)[] },
): Resource<R, S, O, F> {
  const common: Common<R> = {
    id: uuid,
    version: z.int(),
    created_at: timestamp,
    updated_at: timestamp,
    can: z.partialRecord(z.enum(permissionsOf(key)), z.boolean()) as z.ZodType as CanOf<R>,
  };
  const { id, version, ...rest } = common;
  const optional = Object.entries(filters).map(([name, filter]) => [name, z.optional(filter)]);
  return {
    key,
    path: pathOf(key),
    shape: z.object({ id, version, ...shape, ...rest }) as z.ZodObject<S & Common<R>>,
    sorts,
    orders: ordersOf(sorts),
    filters: Object.fromEntries(optional) as Optional<F>,
    many,
  };
}

function ordersOf<O extends Sorts>(sorts: O): [SortOf<O>, ...SortOf<O>[]] {
  const orders = Object.entries(sorts).flatMap(([name, type]) =>
    type === 'text' ? [name, `-${name}`] : [`-${name}`, name],
  );
  return orders as [SortOf<O>, ...SortOf<O>[]];
}

/** One entry of a route table, its key kept as a literal. */
function route<const K extends string, const S>(key: K, spec: S): { [P in K]: S } {
  return { [key]: spec } as { [P in K]: S };
}

function labelOf(resource: ResourceKey): string {
  return resourceSpec(resource).label.toLowerCase();
}

function view<R extends ResourceKey>(resource: R) {
  return permit(`${resource}.view` as `${R}.view` & Permission);
}

/** `GET /x`, `GET /x/count` and `GET /x/:id`: what everybody with View has. */
export function readRoutes<
  R extends ResourceKey,
  S extends z.ZodRawShape,
  O extends Sorts,
  F extends z.ZodRawShape,
>({ key, path, shape, orders, filters }: Resource<R, S, O, F>) {
  const access = view(key);
  return {
    ...route(`GET ${path}` as const, {
      access,
      says: `Lists ${labelOf(key)}.`,
      insideLoginAs: true,
      query: listQuery(orders, { ...filters, ...seenBy }),
      output: pageOf(shape),
    }),
    ...route(`GET ${path}/count` as const, {
      access,
      says: `Counts ${labelOf(key)}, up to 1,000.`,
      insideLoginAs: true,
      query: countQuery({ ...filters, ...seenBy }),
      output: countOutput,
    }),
    ...route(`GET ${path}/:id` as const, {
      access,
      says: `One ${resourceSpec(key).one}.`,
      insideLoginAs: true,
      output: shape,
    }),
  };
}

/** Resources whose catalog entry has an action of this name. */
export type With<A extends string> = {
  [R in ResourceKey]: `${R}.${A}` extends Permission ? R : never;
}[ResourceKey];

/** `GET /x/export.csv`, for resources with the action `export`. */
export function exportRoute<
  R extends With<'export'>,
  S extends z.ZodRawShape,
  O extends Sorts,
  F extends z.ZodRawShape,
>({ key, path, orders, filters }: Resource<R, S, O, F>) {
  return route(`GET ${path}/export.csv` as const, {
    access: permit(`${key}.export` as `${R}.export` & Permission),
    says: `Downloads ${labelOf(key)} as CSV.`,
    insideLoginAs: true,
    query: exportQuery(orders, filters),
    file: 'text/csv',
  });
}

/** `GET /x/:id/history`: what the audit log says of one record, to those who may view the record. */
export function historyRoute<const R extends ResourceKey>(key: R) {
  return route(`GET ${pathOf(key)}/:id/history` as const, {
    access: view(key),
    says: `What was changed about this ${resourceSpec(key).one}, newest first.`,
    insideLoginAs: true,
    output: history,
  });
}

/** `GET /x/import` and `POST /x/import`, for resources with the action `import`. */
export function importRoutes<const R extends With<'import'>>(key: R) {
  const access = permit(`${key}.import` as `${R}.import` & Permission);
  const path = pathOf(key);
  return {
    ...route(`GET ${path}/import` as const, {
      access,
      says: 'The fields that a file can be mapped to, and mappings saved before.',
      output: importForm,
    }),
    ...route(`POST ${path}/import` as const, {
      access,
      says: `Imports ${labelOf(key)} from CSV, or tries it out.`,
      body: importRequest,
      output: importResult,
      ownTransaction: true,
      bodyLimit: importBodyLimit,
    }),
  };
}
