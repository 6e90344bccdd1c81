import type { ReactNode } from 'react';
import { formatDateTime } from '../lib/format.ts';
import { humanize } from '../lib/words.ts';
import { accessTexts } from '../texts/access.ts';
import { uiTexts } from '../texts/ui.ts';
import { DiffList } from '../ui/diff-list.tsx';
import { keyLabel } from './action-label.ts';

type Change = { field: string; from?: unknown; to?: unknown };

const instant = /^\d{4}-\d{2}-\d{2}T/;

function shown(value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return uiTexts.empty;
  if (typeof value === 'boolean') return value ? uiTexts.yes : uiTexts.no;
  if (typeof value === 'string')
    return keyLabel(value) ?? (instant.test(value) ? formatDateTime(value) : value);
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What an entry of the history changed: from, to. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <DiffList
      label={accessTexts.changes}
      differences={changes.map((change) => ({
        key: change.field,
        label: humanize(change.field),
        before: shown(change.from),
        after: shown(change.to),
      }))}
    />
  );
}
