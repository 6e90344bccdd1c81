import type { Visible } from '../../access/subject.ts';
import type { Parameters } from '../../access/to-sql.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import type { Database } from './database.ts';
import type { ListSpec } from './list-branches.ts';
import { type Calendar, conditionsOf, type FilterCondition, type Given } from './list-filters.ts';
import { type Aggregate, aggregateVisible } from './visible-aggregate.ts';

/** Several figures over one list, each counting what the list shows under its filters. */
export interface FiguresRequest {
  /** No row is in two of them. */
  readonly figures: readonly Given[];
  /** Filters that every row of every figure passes anyway: what need not be read at all. */
  readonly within: Given | null;
  /** A column of money to add up, by currency. */
  readonly sum: string | null;
  readonly calendar: Calendar;
}

export interface FigureRow {
  /** The place of the figure in the request. */
  readonly figure: number;
  /** Null when nothing is added up. */
  readonly currency: string | null;
  readonly count: number;
  /** Missing when nothing is. */
  readonly amount?: number;
}

/** Counts, and adds up, in one statement made of the very conditions of the list. */
export async function figuresVisible(
  db: Database,
  visible: Visible<ResourceKey>,
  list: ListSpec,
  request: FiguresRequest,
): Promise<FigureRow[]> {
  const rows = await aggregateVisible<FigureRow & { figure: number | null }>(db, visible, (parameters) =>
    figuresAggregate(list, request, parameters),
  );
  return rows.filter(({ figure }) => figure !== null);
}

/** One pass over the rows: each is told which figure it belongs to. */
export function figuresAggregate(
  { table, filters }: ListSpec,
  { figures, within, sum, calendar }: FiguresRequest,
  parameters: Parameters,
): Aggregate {
  const conditions = figures.map((given) => conditionsOf(filters, given, parameters, calendar));
  const shared = sharedOnly(conditions);
  const asked = conditions.map((parts) => written(parts, shared === null));
  const cases = asked.map((condition, figure) => `when ${condition} then ${figure}`).join(' ');
  return {
    table,
    groupBy: { figure: `case ${cases} end`, currency: sum === null ? 'null::text' : 'r.currency' },
    sums: sum === null ? {} : { amount: `r.${sum}` },
    where: [
      ...(within ? [written(conditionsOf(filters, within, parameters, calendar), true)] : []),
      ...(shared === null ? [] : [shared]),
      ...(within || shared !== null ? [] : [asked.map((condition) => `(${condition})`).join(' or ')]),
    ].join(' and '),
  };
}

/** What all figures ask alike, whatever their values; null when they differ, or ask for nothing alike. */
function sharedOnly(conditions: readonly (readonly FilterCondition[])[]): string | null {
  const texts = new Set(conditions.map((parts) => parts.flatMap(({ only }) => only ?? []).join(' and ')));
  const [text = ''] = texts;
  return texts.size === 1 && text !== '' ? text : null;
}

function written(parts: readonly FilterCondition[], withOnly: boolean): string {
  const texts = parts.flatMap(({ only, asked }) => (withOnly && only !== null ? [only, asked] : [asked]));
  return texts.length === 0 ? 'true' : texts.join(' and ');
}
