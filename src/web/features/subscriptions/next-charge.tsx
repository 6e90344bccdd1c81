import type { Subscription } from '../../../contract/subscriptions.ts';
import { formatMoney } from '../../lib/format.ts';
import { uiTexts } from '../../texts/ui.ts';
import { DateTime } from '../../ui/date-time.tsx';

/** The day, and what will be charged on it as the price stands. */
export function NextCharge({ row: { next_charge } }: { row: Subscription }) {
  if (!next_charge) return uiTexts.empty;
  return (
    <span className="tabular">
      <span className="whitespace-nowrap">
        <DateTime value={next_charge.on} />
      </span>
      {' · '}
      <span className="whitespace-nowrap">{formatMoney(next_charge.amount)}</span>
    </span>
  );
}
