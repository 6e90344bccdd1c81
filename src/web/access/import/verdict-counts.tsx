import type { ImportResult } from '../../../contract/imports.ts';
import { formatNumber } from '../../lib/format.ts';
import { importTexts } from '../../texts/import.ts';
import { type Verdict, VerdictBadge, verdicts } from './verdict-badge.tsx';

/** How many rows there are of each result. */
export function VerdictCounts({ result }: { result: Pick<ImportResult, Verdict> }) {
  return (
    <dl aria-label={importTexts.counts} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {verdicts.map((verdict) => (
        <div
          key={verdict}
          className="flex flex-col-reverse items-start gap-1 rounded-md border border-line p-3"
        >
          <dt>
            <VerdictBadge verdict={verdict} />
          </dt>
          <dd className="tabular text-xl font-semibold">{formatNumber(result[verdict])}</dd>
        </div>
      ))}
    </dl>
  );
}
