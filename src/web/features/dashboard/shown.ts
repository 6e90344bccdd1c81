import type { ResourceKey } from '../../../catalog/catalog.ts';
import { blocks } from '../../../contract/dashboard/blocks.ts';
import type { Output } from '../../lib/api.ts';
import { formatMonth } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';

export type Dashboard = Output<'GET /dashboard'>;
export type ShownBlock = Dashboard['blocks'][number];
export type ShownFigure = ShownBlock['figures'][number];

/** A block with what the contract and the words say of it. */
export type DrawnBlock = ShownBlock & {
  resource: ResourceKey;
  drawn: (typeof blocks)[number]['drawn'];
  words: (typeof dashboardTexts.blocks)[ShownBlock['key']];
};

export function drawn(block: ShownBlock): DrawnBlock[] {
  const declared = blocks.find(({ key }) => key === block.key);
  if (!declared) return [];
  const { resource, drawn: way } = declared;
  return [{ ...block, resource, drawn: way, words: dashboardTexts.blocks[block.key] }];
}

/** What a figure is called: by its words, a month by its name. */
export function labelOf({ words, drawn: way }: DrawnBlock, { key }: ShownFigure): string {
  return words.figures[key] ?? (way === 'months' ? formatMonth(key) : key);
}

/** The currencies that a block has amounts in. */
export function currenciesOf({ figures }: ShownBlock): string[] {
  return [...new Set(figures.flatMap(({ amounts }) => amounts.map(({ currency }) => currency)))].sort();
}
