import { resourceSpec } from '../../../catalog/catalog.ts';
import { pathOf } from '../../../catalog/paths.ts';
import type { ExportRunItem } from '../../../contract/export-runs.ts';
import { isUuid } from '../../access/change-words.ts';
import { apiUrl } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { humanize } from '../../lib/words.ts';
import { exportTexts } from '../../texts/exports.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Badge } from '../../ui/badge.tsx';
import { buttonClass } from '../../ui/button.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import type { Tone } from '../../ui/tones.ts';
import { CancelExport } from './cancel-export.tsx';
import { rowsText } from './rows-text.ts';

const tones: Readonly<Record<ExportRunItem['state'], Tone>> = {
  waiting: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'warning',
};

/** "Invoices, 28 Nov 2026, 01:10". */
export function exportName({ resource, started_at }: ExportRunItem): string {
  return exportTexts.nameOf(resourceSpec(resource).label, formatDateTime(started_at));
}

function filterWords({ filters }: ExportRunItem): string {
  // An id says nothing to anybody; that it narrows the list does.
  const words = Object.entries(filters).map(([name, value]) =>
    isUuid(value) ? humanize(name) : `${humanize(name)}: ${value}`,
  );
  return words.length > 0 ? words.join(', ') : exportTexts.noFilters;
}

export const exportColumns: readonly Column<ExportRunItem>[] = [
  { key: 'what', header: exportTexts.what, cell: ({ resource }) => resourceSpec(resource).label },
  { key: 'filters', header: exportTexts.filters, cell: filterWords },
  {
    key: 'started',
    header: exportTexts.started,
    nowrap: true,
    cell: (run) => <DateTime value={run.started_at} style="time" />,
  },
  { key: 'state', header: exportTexts.state, cell: (run) => <State run={run} /> },
  {
    key: 'rows',
    header: exportTexts.rows,
    align: 'end',
    cell: (run) => <span className="tabular">{rowsText(run)}</span>,
  },
  { key: 'file', header: exportTexts.file, align: 'end', cell: (run) => <File run={run} /> },
];

/** Where there are too many rows to count them beforehand, the bar only says that it moves. */
function State({ run }: { run: ExportRunItem }) {
  return (
    <span className="inline-flex flex-col items-start gap-1">
      <Badge tone={tones[run.state]}>{exportTexts.states[run.state]}</Badge>
      {run.state === 'running' ? (
        <progress
          aria-label={exportTexts.progressOf(exportName(run))}
          className="h-2 w-24 accent-accent"
          {...(run.total === null
            ? {}
            : { value: Math.min(run.rows, run.total), max: Math.max(run.total, 1) })}
        />
      ) : null}
      {run.reason ? <span className="text-ink-muted wrap-anywhere">{run.reason}</span> : null}
    </span>
  );
}

function File({ run }: { run: ExportRunItem }) {
  if (run.state === 'waiting' || run.state === 'running')
    return <CancelExport id={run.id} name={exportName(run)} />;
  if (run.state !== 'done') return uiTexts.empty;
  return (
    <span className="inline-flex flex-col items-end gap-1">
      <a
        className={buttonClass()}
        href={apiUrl('GET /exports/:id/file.csv', { params: { id: run.id } })}
        download={`${pathOf(run.resource).slice(1)}.csv`}
        aria-label={exportTexts.downloadOf(exportName(run))}
      >
        {exportTexts.download}
      </a>
      <span className="text-xs text-ink-muted">
        {exportTexts.keptUntil} <DateTime value={run.kept_until} style="time" />
      </span>
    </span>
  );
}
