import type { ExportRunItem } from '../../../contract/export-runs.ts';
import { formatNumber } from '../../lib/format.ts';
import { exportTexts } from '../../texts/exports.ts';

/** How many rows an export has: a number that still grows does not look like the whole. */
export function rowsText({ rows, total, state }: Pick<ExportRunItem, 'rows' | 'total' | 'state'>): string {
  const written = formatNumber(rows);
  if (state !== 'running' && state !== 'waiting') return written;
  // Rows that came after they were counted would make it "600 of 500".
  return total === null || rows > total
    ? exportTexts.soFar(written)
    : exportTexts.ofTotal(written, formatNumber(total));
}
