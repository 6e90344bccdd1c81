import type { ImportResult } from '../../contract/imports.ts';
import type { Verdict } from './judge-rows.ts';

const listed = 1000;

export type Counts = Pick<ImportResult, 'rows' | 'create' | 'update' | 'unchanged' | 'refuse'>;

export function countsOf(verdicts: readonly Verdict[]): Counts {
  const counts = { rows: verdicts.length, create: 0, update: 0, unchanged: 0, refuse: 0 };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
}

/** The answer: all counts, and the first thousand verdicts with the refusals before the others. */
export function resultOf(
  verdicts: readonly Verdict[],
  how: Pick<ImportResult, 'id' | 'dry_run' | 'committed'>,
): ImportResult {
  const refused = verdicts.filter(({ verdict }) => verdict === 'refuse');
  const others = verdicts.filter(({ verdict }) => verdict !== 'refuse');
  return { ...how, ...countsOf(verdicts), verdicts: [...refused, ...others].slice(0, listed) };
}
