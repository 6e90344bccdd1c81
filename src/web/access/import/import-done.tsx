import type { ImportResult } from '../../../contract/imports.ts';
import { formatNumber } from '../../lib/format.ts';
import { importTexts } from '../../texts/import.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/text-link.tsx';
import type { ImportResource } from './use-import.ts';
import { VerdictCounts } from './verdict-counts.tsx';
import { type FieldLabels, VerdictTable } from './verdict-table.tsx';
import { VerdictsLink } from './verdicts-link.tsx';

export type ImportDoneProps = {
  resource: ImportResource;
  result: ImportResult;
  labels: FieldLabels;
  onAnother: () => void;
};

export function ImportDone({ resource, result, labels, onAnother }: ImportDoneProps) {
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <Alert tone="success" title={importTexts.doneTitle}>
        {importTexts.doneText(formatNumber(result.create), formatNumber(result.update))}{' '}
        {result.refuse > 0 ? importTexts.leftOut(formatNumber(result.refuse)) : null}
      </Alert>
      <VerdictCounts result={result} />
      <div className="flex flex-wrap gap-2">
        <ButtonLink tone="primary" to={`/${resource}`}>
          {importTexts[resource].open}
        </ButtonLink>
        <Button onClick={onAnother}>{importTexts.another}</Button>
        {result.id ? <VerdictsLink id={result.id} /> : null}
      </div>
      <VerdictTable result={result} labels={labels} />
    </div>
  );
}
