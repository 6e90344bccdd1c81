import { formatNumber } from '../lib/format.ts';
import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';

export type PagerProps = {
  shown: number;
  /** "1,000+": the capped count, formatted; absent while unknown. */
  total?: string | undefined;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
};

export function Pager({ shown, total, hasMore, loading, onMore }: PagerProps) {
  const count = formatNumber(shown);
  return (
    <div className="tabular flex flex-wrap items-center justify-between gap-2 px-3 py-2 text-ink-muted">
      <span role="status">
        {total === undefined ? uiTexts.allShown(count) : uiTexts.shownOf(count, total)}
      </span>
      {hasMore ? (
        <Button busy={loading} onClick={onMore}>
          {loading ? uiTexts.loadingMore : uiTexts.loadMore}
        </Button>
      ) : null}
    </div>
  );
}
