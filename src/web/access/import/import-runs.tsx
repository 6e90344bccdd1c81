import type { ImportRunItem } from '../../../contract/import-runs.ts';
import { formatNumber } from '../../lib/format.ts';
import { importTexts } from '../../texts/import.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Tone } from '../../ui/tones.ts';
import { ListStates, type ListStatesProps } from '../list-states.tsx';
import { VerdictsLink } from './verdicts-link.tsx';

const tones: Readonly<Record<ImportRunItem['state'], Tone>> = {
  running: 'info',
  committed: 'success',
  refused: 'warning',
  failed: 'danger',
};

function Rows({ run }: { run: ImportRunItem }) {
  if (run.state !== 'running') return formatNumber(run.rows);
  return (
    <span className="inline-flex flex-col gap-1">
      {importTexts.progress(formatNumber(run.done), formatNumber(run.rows))}
      <progress
        aria-label={importTexts.progressOf(run.file_name)}
        value={run.done}
        max={Math.max(1, run.rows)}
        className="h-2 w-24 accent-accent"
      />
    </span>
  );
}

function resultOf({ state, mode, done, counts, reason }: ImportRunItem): string {
  const { create, update, unchanged, refuse } = counts;
  switch (state) {
    case 'refused':
      return importTexts.runWouldBe(formatNumber(refuse));
    case 'failed': {
      const partly = mode === 'keep_good_rows' && done > 0;
      const what = partly ? importTexts.runPartly(formatNumber(done)) : importTexts.runNothing;
      return reason ? `${reason} ${what}` : what;
    }
    case 'running':
    case 'committed':
      return create + update + unchanged + refuse === 0
        ? uiTexts.empty
        : importTexts.runCounts(
            formatNumber(create),
            formatNumber(update),
            formatNumber(unchanged),
            formatNumber(refuse),
          );
  }
}

const columns: readonly Column<ImportRunItem>[] = [
  { key: 'file', header: importTexts.runFile, cell: (run) => run.file_name },
  {
    key: 'started',
    header: importTexts.runStarted,
    nowrap: true,
    cell: (run) => <DateTime value={run.started_at} style="time" />,
  },
  {
    key: 'state',
    header: importTexts.runState,
    cell: ({ state }) => <Badge tone={tones[state]}>{importTexts.states[state]}</Badge>,
  },
  { key: 'rows', header: importTexts.runRows, align: 'end', cell: (run) => <Rows run={run} /> },
  { key: 'result', header: importTexts.runResult, cell: resultOf },
  {
    key: 'verdicts',
    header: importTexts.runDownload,
    cell: ({ id, file_name, verdicts, state }) =>
      verdicts && state !== 'running' ? <VerdictsLink id={id} file={file_name} /> : uiTexts.empty,
  },
];

type ImportRunsProps = { query: ListStatesProps['query']; runs: readonly ImportRunItem[] };

/** The imports that the reader started, to be found again after the page was left. */
export function ImportRuns({ query, runs }: ImportRunsProps) {
  return (
    <Card flush title={importTexts.runs}>
      <ListStates query={query} count={runs.length} empty={<EmptyState title={importTexts.runsNone} />}>
        <p className="px-4 pb-3 text-ink-muted">{importTexts.runsText}</p>
        <DataTable
          label={importTexts.runs}
          columns={columns}
          rows={runs}
          rowKey={({ id }) => id}
          rowName={({ file_name }) => file_name}
        />
      </ListStates>
    </Card>
  );
}
