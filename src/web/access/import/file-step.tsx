import { type ChangeEvent, useId, useState } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { importTexts } from '../../texts/import.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card } from '../../ui/card.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { TextField } from '../../ui/text-field.tsx';
import { type ChosenFile, readChosenFile } from './chosen-file.ts';
import type { Plan } from './use-import.ts';

export type FileStepProps = {
  plan: Plan | null;
  /** Names used before. */
  sources: readonly string[];
  error: string | undefined;
  onFile: (file: ChosenFile | null) => void;
  onSource: (source: string) => void;
};

export function FileStep({ plan, sources, error, onFile, onSource }: FileStepProps) {
  const listId = useId();
  const [reading, setReading] = useState(false);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    setFault(undefined);
    setReading(true);
    try {
      onFile(await readChosenFile(file));
    } catch (problem) {
      onFile(null);
      setFault(messageOf(problem));
    } finally {
      setReading(false);
    }
  };
  return (
    <Card title={importTexts.fileTitle}>
      <div className="flex flex-col gap-4">
        <TextField
          label={importTexts.file}
          type="file"
          accept=".csv,.txt,text/csv"
          hint={reading ? importTexts.reading : importTexts.fileHint}
          error={fault}
          onChange={choose}
          className="file:me-3 file:rounded file:border-0 file:bg-accent-soft file:px-2 file:py-1 file:font-medium file:text-accent"
        />
        {plan ? (
          <>
            <p role="status">
              {importTexts.chosen(
                plan.file.name,
                formatNumber(plan.file.rows.length),
                formatNumber(plan.file.header.length),
              )}
            </p>
            {plan.file.warning ? <Alert tone="warning">{plan.file.warning}</Alert> : null}
            <TextField
              label={importTexts.source}
              hint={importTexts.sourceHint}
              error={error}
              value={plan.source}
              maxLength={50}
              list={listId}
              autoComplete="off"
              onChange={(event) => onSource(event.target.value)}
              fieldClassName="sm:max-w-md"
            />
            <datalist id={listId}>
              {sources.map((source) => (
                <option key={source} value={source} />
              ))}
            </datalist>
          </>
        ) : null}
      </div>
    </Card>
  );
}
