import { useId } from 'react';
import { importTexts } from '../../texts/import.ts';
import type { ImportMode } from './use-import.ts';

const modes = ['all_or_nothing', 'keep_good_rows'] as const;

export function ModeChoice({ mode, onChange }: { mode: ImportMode; onChange: (mode: ImportMode) => void }) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{importTexts.mode}</legend>
      {modes.map((value) => (
        <label key={value} className="flex items-start gap-2">
          <input
            type="radio"
            name={name}
            checked={mode === value}
            onChange={() => onChange(value)}
            className="mt-0.5 size-4 shrink-0 accent-accent-solid"
          />
          {importTexts.modes[value]}
        </label>
      ))}
    </fieldset>
  );
}
