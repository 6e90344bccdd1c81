import type { ReactNode } from 'react';
import { formatDate, formatDateTime } from '../lib/format.ts';
import { humanize } from '../lib/words.ts';
import { accessTexts } from '../texts/access.ts';
import { uiTexts } from '../texts/ui.ts';
import { keyLabel } from './action-label.ts';

type Change = { field: string; from?: unknown; to?: unknown };
/** Of the records whose ids stand in changes. */
type Names = Readonly<Record<string, string>>;

const instant = /^\d{4}-\d{2}-\d{2}T/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const key = /^[a-z]+(_[a-z]+)+$/;

function wordsOf(text: string): string {
  if (instant.test(text)) return formatDateTime(text);
  if (day.test(text)) return formatDate(text);
  return keyLabel(text) ?? (key.test(text) ? humanize(text) : text);
}

function shown(value: unknown, names: Names): ReactNode {
  if (typeof value === 'string' && names[value]) return <Named id={value} name={names[value]} />;
  if (value === null || value === undefined || value === '') return uiTexts.empty;
  if (typeof value === 'boolean') return value ? uiTexts.yes : uiTexts.no;
  if (typeof value === 'string') return wordsOf(value);
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) {
    return value.map((part) => names[String(part)] ?? part).join(', ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Two people can have one name, so the id stands beside it. */
function Named({ id, name }: { id: string; name: string }) {
  return (
    <>
      {name} <code className="text-xs font-normal text-ink-muted">{id}</code>
    </>
  );
}

/** States are words of one part too. */
function worded({ field }: Change, value: unknown): unknown {
  return field === 'status' && typeof value === 'string' ? humanize(value) : value;
}

/** What an entry of the history changed: from, to. Narrow enough for a cell. */
export function ChangeList({ changes, names }: { changes: readonly Change[]; names: Names }) {
  // Something new: nothing was there before, so nothing is said about it.
  const isNew = changes.length > 1 && changes.every(({ from }) => from === null || from === undefined);
  return (
    <ul aria-label={accessTexts.changes} className="flex flex-col gap-1">
      {changes.map((change) => (
        <li key={change.field} className="wrap-anywhere">
          <span className="text-ink-muted">{humanize(change.field)}: </span>
          {isNew || change.from === undefined ? null : (
            <Before value={worded(change, change.from)} names={names} />
          )}
          <ins className="font-medium no-underline">{shown(worded(change, change.to), names)}</ins>
        </li>
      ))}
    </ul>
  );
}

function Before({ value, names }: { value: unknown; names: Names }) {
  return (
    <>
      <del className="no-underline">{shown(value, names)}</del>
      <span aria-hidden> → </span>
      <span className="sr-only"> {accessTexts.changedTo} </span>
    </>
  );
}
