import type { Output } from '../../lib/api.ts';
import { formatMonth } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';

export type Dashboard = Output<'GET /dashboard'>;
export type ShownBlock = Dashboard['blocks'][number];
export type ShownFigure = ShownBlock['figures'][number];

/** What a figure is called: by its words, a month by its name. */
export function labelOf({ key: block, drawn }: ShownBlock, { key }: ShownFigure): string {
  const words: Readonly<Record<string, string>> = dashboardTexts.blocks[block].figures;
  return words[key] ?? (drawn === 'months' ? formatMonth(key) : key);
}

/** The currencies that a block has amounts in. */
export function currenciesOf({ figures }: ShownBlock): string[] {
  return [...new Set(figures.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))].sort();
}
