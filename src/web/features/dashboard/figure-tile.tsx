import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../lib/format.ts';
import type { Kind, Status } from './organization-counts.ts';

export type FigureTileProps = { label: string; count: number; filter: { kind?: Kind; status?: Status } };

/** One figure, large; the whole tile opens the list that it counts. */
export function FigureTile({ label, count, filter }: FigureTileProps) {
  return (
    <Link
      to="/organizations"
      search={filter}
      className="flex flex-col gap-1 rounded-lg border border-line bg-surface p-4 text-ink no-underline transition-colors hover:border-line-strong hover:bg-hover"
    >
      <span className="text-ink-muted">{label}</span>
      <span className="tabular text-2xl font-semibold tracking-tight">{formatNumber(count)}</span>
    </Link>
  );
}
