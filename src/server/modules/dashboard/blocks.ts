import { hasGrant } from '../../../access/grants.ts';
import { type Subject, visible } from '../../../access/subject.ts';
import type { Permission } from '../../../catalog/catalog.ts';
import { roles } from '../../../catalog/roles.ts';
import { blocks } from '../../../contract/dashboard/blocks.ts';
import type { FigureShown } from '../../../contract/dashboard/dashboard.ts';
import type { Figure } from '../../../contract/dashboard/define-block.ts';
import type { Database } from '../../db/database.ts';
import type { Calendar } from '../../db/list-filters.ts';
import { type FigureRow, figuresVisible } from '../../db/visible-figures.ts';
import type { ListSpec } from '../../db/visible-list.ts';

export type DashboardBlock = (typeof blocks)[number];
/** The lists of the resources; a block over one that has none does not compile. */
export type BlockLists = Readonly<Record<DashboardBlock['resource'], ListSpec>>;

export interface Counting {
  readonly lists: BlockLists;
  readonly calendar: Calendar;
}

export type CountedBlock = Awaited<ReturnType<typeof countBlock>>;

/** The blocks that somebody sees: their profile opens the list, and they say something to people of their role type. */
export function blocksFor({ grants }: Subject): readonly DashboardBlock[] {
  const { type } = roles[grants.role];
  return blocks.filter(
    (block) => block.for.includes(type) && hasGrant(grants, `${block.resource}.view` as Permission),
  );
}

/** The figures of one block over what the reader may see. */
export async function countBlock(
  db: Database,
  subject: Subject,
  block: DashboardBlock,
  { lists, calendar }: Counting,
) {
  const asked = block.figures(calendar.today);
  const rows = await figuresVisible(db, visible(subject, block.resource), lists[block.resource], {
    figures: asked.map(({ opens }) => opens),
    sum: block.sum,
    calendar,
    within: block.within(calendar.today),
  });
  const places = new Map(asked.map(({ key }, place) => [key, place]));
  const shown = (figure: Figure, of: readonly string[]) =>
    show(
      figure,
      rows.filter((row) => of.some((key) => places.get(key) === row.figure)),
    );
  return {
    key: block.key,
    resource: block.resource,
    drawn: block.drawn,
    figures: asked.map((figure) => shown(figure, [figure.key])),
    totals: block.totals.map((total) => shown(total, total.of ?? [...places.keys()])),
  };
}

function show({ key, opens }: Figure, rows: readonly FigureRow[]): FigureShown {
  const amounts = new Map<string, number>();
  for (const { currency, amount } of rows) {
    if (currency !== null) amounts.set(currency, (amounts.get(currency) ?? 0) + (amount ?? 0));
  }
  return {
    key,
    opens: { ...opens },
    count: rows.reduce((sum, { count }) => sum + count, 0),
    amounts: [...amounts].sort().map(([currency, amount]) => ({ currency, amount })),
  };
}
