import type { z } from 'zod';
import type { ResourceKey } from '../../catalog/catalog.ts';
import { type RoleType, roleTypes } from '../../catalog/roles.ts';
import type { Resource, Sorts } from '../resource.ts';
import type { money } from '../route.ts';

/** Tiles: each figure large. Bars: a chart and a table by figure. Months: a chart and a table over time. */
export const drawings = ['tiles', 'bars', 'months'] as const;

/** Filters of a list as they stand in its address. */
export type ListAddress = Readonly<Record<string, string>>;

/** A figure: how many records a list shows under these filters. No record is in two figures of a block. */
export interface Figure<Filters = ListAddress> {
  readonly key: string;
  readonly opens: Filters;
}

/** A figure that is the sum of others, and the list that shows all of theirs. */
export interface Total<Filters = ListAddress> extends Figure<Filters> {
  /** Null: of all figures. */
  readonly of: readonly string[] | null;
}

/** One block of the dashboard: figures over one list, seen by those who may view the list. */
export interface Block<
  K extends string = string,
  R extends ResourceKey = ResourceKey,
  Filters = ListAddress,
> {
  readonly key: K;
  readonly resource: R;
  readonly drawn: (typeof drawings)[number];
  readonly figures: (today: string) => readonly Figure<Filters>[];
  readonly totals: readonly Total<Filters>[];
  /** Filters that all figures share, where that spares reading the rest. */
  readonly within: (today: string) => Filters | null;
  /** A money field of the records that is added up by currency. */
  readonly sum: string | null;
  /** Role types it says something to. */
  readonly for: readonly RoleType[];
}

type FiltersOf<F extends z.ZodRawShape> = { readonly [N in keyof F]?: z.input<F[N]> & string };
type MoneyOf<S extends z.ZodRawShape> = {
  [N in keyof S & string]: S[N] extends typeof money | z.ZodNullable<typeof money> ? N : never;
}[keyof S & string];

/** The same every day, or made of the day. */
type OnDay<T> = T | ((today: string) => T);

interface Declared<K extends string, S extends z.ZodRawShape, F extends z.ZodRawShape> {
  readonly key: K;
  readonly drawn: Block['drawn'];
  readonly figures: OnDay<readonly Figure<FiltersOf<F>>[]>;
  readonly totals?: readonly Total<FiltersOf<F>>[];
  readonly within?: OnDay<FiltersOf<F>>;
  readonly sum?: MoneyOf<S>;
  readonly for?: readonly RoleType[];
}

/** Declares a block over the list of a resource: figures are filters of that list, so that each opens what it counts. */
export function defineBlock<
  const K extends string,
  R extends ResourceKey,
  S extends z.ZodRawShape,
  O extends Sorts,
  F extends z.ZodRawShape,
>({ key: resource }: Resource<R, S, O, F>, declared: Declared<K, NoInfer<S>, NoInfer<F>>): Block<K, R> {
  const { key, drawn, figures, totals = [], within = null, sum = null } = declared;
  const block = {
    ...{ key, resource, drawn, totals, sum, for: declared.for ?? roleTypes },
    figures: onDay(figures),
    within: onDay(within),
  };
  // Filters are given up to be texts by name: what they may be was checked against the list.
  return block as Block<K, R>;
}

function onDay<T extends object | null>(given: OnDay<T>): (today: string) => T {
  return typeof given === 'function' ? (given as (today: string) => T) : () => given;
}
