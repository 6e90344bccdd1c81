import { Undo2 } from 'lucide-react';
import { profileTexts } from '../../texts/profiles.ts';
import type { Change } from './cells.ts';

type WasNoteProps = { change: Change | undefined; onUndo: (change: Change) => void };

/** What the cell was before, with the way back; nothing while it is unchanged. */
export function WasNote({ change, onUndo }: WasNoteProps) {
  if (!change) return null;
  return (
    <UndoNote
      note={profileTexts.was(change.before)}
      label={profileTexts.undo(change.label, change.before)}
      onUndo={() => onUndo(change)}
    />
  );
}

export function UndoNote({ note, label, onUndo }: { note: string; label: string; onUndo: () => void }) {
  return (
    <span className="mt-1 flex items-center gap-1 text-xs text-accent">
      {note}
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={(event) => {
          focusControl(event.currentTarget);
          onUndo();
        }}
        className="inline-flex size-6 items-center justify-center rounded hover:bg-hover"
      >
        <Undo2 aria-hidden size={14} />
      </button>
    </span>
  );
}

/** The control that was just used is about to go: the first one of its cell takes the focus over. */
export function focusControl(from: Element): void {
  const cell = from.closest('td, th, li, [data-cell]');
  cell?.querySelector<HTMLElement>('select, input, [role="switch"], button')?.focus();
}
