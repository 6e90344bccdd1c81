import { Link } from '@tanstack/react-router';
import { pathOf } from '../../../catalog/paths.ts';
import { formatMoney, formatNumber } from '../../lib/format.ts';
import { dashboardTexts } from '../../texts/dashboard.ts';
import { type ShownBlock, type ShownFigure, useFigureLabel } from './shown.ts';

/** The figures to see first: those of blocks that are nothing else, and the totals of the others. */
export function Tiles({ blocks }: { blocks: readonly ShownBlock[] }) {
  return (
    <ul
      aria-label={dashboardTexts.figures}
      className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]"
    >
      {blocks.flatMap((block) =>
        [...(block.drawn === 'tiles' ? block.figures : []), ...block.totals].map((figure) => (
          <li key={`${block.key} ${figure.key}`} className="flex">
            <Tile block={block} figure={figure} />
          </li>
        )),
      )}
    </ul>
  );
}

/** One figure, large; the whole tile opens the list that it counts. */
function Tile({ block, figure }: { block: ShownBlock; figure: ShownFigure }) {
  const path: string = pathOf(block.resource);
  return (
    <Link
      to={path}
      search={figure.opens}
      className="flex w-full flex-col gap-1 rounded-lg border border-line bg-surface p-4 text-ink no-underline transition-colors hover:border-line-strong hover:bg-hover"
    >
      <span className="text-ink-muted">{useFigureLabel(block)(figure)}</span>
      <span className="tabular text-2xl font-semibold tracking-tight">{formatNumber(figure.count)}</span>
      {figure.amounts.length > 0 ? (
        <span className="flex flex-wrap gap-x-3">
          <span className="text-ink-muted">{dashboardTexts.blocks[block.key].amounts}</span>
          {figure.amounts.map((amount) => (
            <span key={amount.currency} className="tabular font-medium">
              {formatMoney(amount)}
            </span>
          ))}
        </span>
      ) : null}
    </Link>
  );
}
