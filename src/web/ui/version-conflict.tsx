import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { DiffList } from './diff-list.tsx';

export type VersionConflictProps = {
  conflict: {
    changes: readonly { field: string; before: unknown; after: unknown }[];
    goOn: () => void;
  } | null;
  labels: Readonly<Record<string, string>>;
};

/** What somebody else saved meanwhile, and the way on that keeps what was typed here. */
export function VersionConflict({ conflict, labels }: VersionConflictProps) {
  if (!conflict) return null;
  const differences = conflict.changes.map(({ field, before, after }) => ({
    key: field,
    label: labels[field] ?? field,
    before: textOf(before),
    after: textOf(after),
  }));
  return (
    <section
      className="flex flex-col gap-2 rounded-md border border-line p-3"
      aria-label={uiTexts.conflictTitle}
    >
      <p className="font-semibold">{uiTexts.conflictTitle}</p>
      {differences.length > 0 ? (
        <DiffList label={uiTexts.conflictTitle} differences={differences} />
      ) : (
        <p>{uiTexts.conflictElsewhere}</p>
      )}
      <p className="text-ink-muted">{uiTexts.conflictText}</p>
      <Button className="self-start" onClick={conflict.goOn}>
        {uiTexts.conflictGoOn}
      </Button>
    </section>
  );
}

function textOf(value: unknown): string {
  return value === '' || value === null || value === undefined ? uiTexts.empty : String(value);
}
