import { accessTexts } from '../texts/access.ts';
import { eventTexts } from '../texts/history-events.ts';
import { type Change, fieldLabel, isUuid, type Names, valueWords } from './change-words.ts';
import { useFramedChange } from './framing.ts';

type ChangeListProps = {
  changes: readonly Change[];
  names: Names;
  /** With the ids themselves: two people can have one name. */
  ids?: boolean;
};

/** What an entry of the history changed: from, to. Narrow enough for a cell. */
export function ChangeList({ changes, names, ids = false }: ChangeListProps) {
  // Something new: nothing was there before, so nothing is said about it.
  const isNew = changes.length > 1 && changes.every(({ from }) => from === null || from === undefined);
  const value = (field: string, of: unknown) => <Value value={of} field={field} names={names} ids={ids} />;
  return (
    <ul aria-label={accessTexts.changes} className="flex flex-col gap-1">
      {changes.map(({ field, from, to }) => (
        <li key={field} className="wrap-anywhere">
          <span className="text-ink-muted">{fieldLabel(field)}: </span>
          {isNew || from === undefined ? null : (
            <>
              <del className="no-underline">{value(field, from)}</del>
              <span aria-hidden> → </span>
              <span className="sr-only"> {accessTexts.changedTo} </span>
            </>
          )}
          <ins className="font-medium no-underline">{value(field, to)}</ins>
        </li>
      ))}
    </ul>
  );
}

type ValueProps = { value: unknown; field: string; names: Names; ids: boolean };

function Value({ value, field, names, ids }: ValueProps) {
  const framed = useFramedChange(field, value);
  const named = isUuid(value) && names[value] !== undefined;
  if (isUuid(value) && !named && !ids) return <span className="text-ink-muted">{eventTexts.hidden}</span>;
  if (framed) return framed;
  return (
    <>
      {valueWords(value, { field, names })}
      {named && ids ? <code className="ms-1 text-xs font-normal text-ink-muted">{value}</code> : null}
    </>
  );
}
