import type { z } from 'zod';
import { canOnRow } from '../../access/decide.ts';
import type { PermissionOn, ResourceKey } from '../../catalog/catalog.ts';
import type { PathOf } from '../../catalog/paths.ts';
import type { Resource, Sorts } from '../../contract/resource.ts';
import type { Database } from '../db/database.ts';
import type { RangeFilter } from '../db/list-filters.ts';
import type { Row, Tables } from '../db/tables.ts';
import type { ListSpec } from '../db/visible-list.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { type TextTimes, textTimes } from './text-times.ts';

/** Resources that have a table of their own, which carries the name of the resource. */
export type Stored = {
  [R in ResourceKey & keyof Tables]: Row<R> extends { id: string; version: number } ? R : never;
}[ResourceKey & keyof Tables];

/** What a module says of one row: all but `can`, which is decided here. `cannot` takes actions away, never adds one. */
export type Described<R extends Stored, Item> = Omit<Item, 'can'> & {
  readonly cannot?: readonly PermissionOn<R>[];
};

/** Loads what the rows refer to, and answers how to describe each of them. */
type Describe<R extends Stored, Item> = (
  db: Database,
  subject: SessionSubject,
  rows: readonly Row<R>[],
) => Promise<(row: TextTimes<Row<R>>) => Described<R, Item>>;

/** The records of one resource on the server: how they are listed and how their reader sees them. */
export interface Records<R extends Stored = Stored, Item = unknown> {
  readonly resource: R;
  readonly path: PathOf<R>;
  readonly list: ListSpec;
  /** Rows as one person sees them, each with what that person may do to it. */
  readonly show: (db: Database, subject: SessionSubject, rows: readonly Row<R>[]) => Promise<Item[]>;
}

/** Sorts carry the name of their column; others do not compile. */
type OnColumns<R extends Stored, Names> = Names extends keyof Row<R> ? unknown : never;

/** Filters carry the name of their column too; for the others it is said which days of which column they let through. */
type Ranges<R extends Stored, F extends z.ZodRawShape> = {
  readonly [N in Exclude<keyof F, keyof Row<R>>]: RangeFilter<z.output<F[N]> & string, keyof Row<R> & string>;
};
type RangesOf<R extends Stored, F extends z.ZodRawShape> = keyof Ranges<R, F> extends never
  ? []
  : [ranges: Ranges<R, F>];

/** Declares the records of a resource of the contract. */
export function defineRecords<
  R extends Stored,
  S extends z.ZodRawShape,
  O extends Sorts,
  F extends z.ZodRawShape,
>(
  resource: Resource<R, S, O, F> & OnColumns<R, keyof O>,
  describe: Describe<R, z.output<Resource<R, S, O, F>['shape']>>,
  ...[ranges]: RangesOf<R, F>
): Records<R, z.output<Resource<R, S, O, F>['shape']>> {
  type Item = z.output<Resource<R, S, O, F>['shape']>;
  const columns = Object.entries(resource.sorts).map(([column, type]) => [column, { column, type }] as const);
  return {
    resource: resource.key,
    path: resource.path,
    list: {
      table: resource.key,
      sorts: Object.fromEntries(columns),
      filters: {
        ...Object.fromEntries(
          Object.keys(resource.filters).map((column) => [
            column,
            resource.many?.includes(column) ? { holds: column } : column,
          ]),
        ),
        ...ranges,
      },
    },
    show: async (db, subject, rows) => {
      const describeOne = await describe(db, subject, rows);
      return rows.map((row) => {
        const described = describeOne(textTimes(row));
        const can = canOnRow(subject, resource.key, row);
        if (described.cannot === undefined) return { ...described, can } as Item;
        const { cannot, ...fields } = described;
        for (const permission of cannot) can[permission] = false;
        return { ...fields, can } as Item;
      });
    },
  };
}

/** One row as its reader sees it. */
export async function showOne<R extends Stored, Item>(
  db: Database,
  records: Records<R, Item>,
  subject: SessionSubject,
  row: Row<R>,
): Promise<Item> {
  const [item] = await records.show(db, subject, [row]);
  if (item === undefined) throw new Error('A row was lost while it was described');
  return item;
}
