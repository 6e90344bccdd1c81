import { useCaseStates } from '../../access/framing.ts';
import type { Output } from '../../lib/api.ts';
import { formatMonth } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';

export type Dashboard = Output<'GET /dashboard'>;
export type ShownBlock = Dashboard['blocks'][number];
export type ShownFigure = ShownBlock['figures'][number];

/** What a figure of a block is called for the reader: by its words, a month by its name. */
export function useFigureLabel({ key: block, drawn }: ShownBlock): (figure: ShownFigure) => string {
  const { figures } = dashboardTexts.blocks[block];
  const states = useCaseStates();
  const words: Readonly<Record<string, string>> = block === 'cases' ? { ...figures, ...states } : figures;
  return ({ key }) => words[key] ?? (drawn === 'months' ? formatMonth(key) : key);
}

/** The currencies that a block has amounts in. */
export function currenciesOf({ figures }: ShownBlock): string[] {
  return [...new Set(figures.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))].sort();
}
