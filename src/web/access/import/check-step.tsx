import { type ReactNode, useState } from 'react';
import type { ImportResult } from '../../../contract/imports.ts';
import { formatNumber } from '../../lib/format.ts';
import { importTexts } from '../../texts/import.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ModeChoice } from './mode-choice.tsx';
import type { ImportMode, Running } from './use-import.ts';
import { VerdictCounts } from './verdict-counts.tsx';
import { type FieldLabels, VerdictTable } from './verdict-table.tsx';

export type CheckStepProps = {
  result: ImportResult | null;
  labels: FieldLabels;
  running: Running;
  onRun: (what: 'check' | 'import', mode: ImportMode) => void;
  /** What went wrong with the last try. */
  children: ReactNode;
};

/** Why importing now would do nothing. */
function blockedBy(result: ImportResult, mode: ImportMode): string | undefined {
  if (result.refuse > 0 && mode === 'all_or_nothing') return importTexts.refusedRows;
  return result.create + result.update === 0 ? importTexts.nothingToDo : undefined;
}

export function CheckStep({ result, labels, running, onRun, children }: CheckStepProps) {
  const [mode, setMode] = useState<ImportMode>('all_or_nothing');
  const good = result ? result.create + result.update : 0;
  const blocked = result ? blockedBy(result, mode) : undefined;
  return (
    <Card title={importTexts.checkTitle}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-muted">{importTexts.checkText}</p>
        {children}
        {result && !result.dry_run && !result.committed ? (
          <Alert tone="danger" title={importTexts.notDoneTitle}>
            {importTexts.notDoneText}
          </Alert>
        ) : null}
        {result ? <VerdictCounts result={result} /> : null}
        {result && result.refuse > 0 ? <ModeChoice mode={mode} onChange={setMode} /> : null}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            tone={result ? 'secondary' : 'primary'}
            busy={running === 'check'}
            disabledReason={running === 'import' ? importTexts.importing : undefined}
            onClick={() => onRun('check', mode)}
          >
            {result ? importTexts.checkAgain : importTexts.check}
          </Button>
          {result ? (
            <Button
              tone="primary"
              busy={running === 'import'}
              disabledReason={running === 'check' ? importTexts.checking : blocked}
              onClick={() => onRun('import', mode)}
            >
              {importTexts.import(formatNumber(good))}
            </Button>
          ) : null}
          <span role="status" className="text-ink-muted">
            {running === 'check' ? importTexts.checking : null}
            {running === 'import' ? importTexts.importing : null}
            {running === null ? blocked : null}
          </span>
        </div>
        {result ? <VerdictTable result={result} labels={labels} /> : null}
      </div>
    </Card>
  );
}
