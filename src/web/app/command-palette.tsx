import { Dialog as Base } from '@base-ui/react/dialog';
import clsx from 'clsx';
import { type KeyboardEvent, useId, useState } from 'react';
import { paletteTexts } from '../texts/palette.ts';
import { backdropClass } from '../ui/backdrop.ts';
import type { Command } from './palette-command.ts';
import { usePaletteCommands } from './palette-commands.ts';

/** One box that reaches every page, record and action the reader may open. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const { commands, searching, failed } = usePaletteCommands(typed);
  const at = Math.min(chosen, commands.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && commands.length > 0) {
      event.preventDefault();
      const next = (at + step + commands.length) % commands.length;
      setChosen(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[at]);
    }
  };
  const none = searching ? paletteTexts.searching : paletteTexts.nothing;
  return (
    <Base.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className="fixed top-[10vh] left-1/2 z-50 flex max-h-[70vh] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised text-ink shadow-popup">
          <Base.Title className="sr-only">{paletteTexts.title}</Base.Title>
          <input
            role="combobox"
            aria-label={paletteTexts.title}
            aria-expanded={commands.length > 0}
            aria-controls={listId}
            aria-activedescendant={commands[at] ? `${listId}-${at}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            placeholder={paletteTexts.placeholder}
            value={typed}
            onChange={(event) => [setTyped(event.target.value), setChosen(0)]}
            onKeyDown={press}
            className="border-b border-line bg-transparent px-4 py-3 text-base -outline-offset-2"
          />
          <div
            id={listId}
            role="listbox"
            aria-label={paletteTexts.results}
            className="min-h-0 overflow-y-auto p-2"
          >
            {commands.map((command, index) => (
              <PaletteOption
                key={command.key}
                id={`${listId}-${index}`}
                command={command}
                selected={index === at}
                heading={command.section !== commands[index - 1]?.section}
                onPoint={() => setChosen(index)}
                onRun={() => run(command)}
              />
            ))}
          </div>
          <p role="status" className={commands.length === 0 ? 'px-4 pb-4 text-ink-muted' : 'sr-only'}>
            {commands.length === 0 ? none : ''}
          </p>
          {failed.length > 0 ? (
            <p role="alert" className="border-t border-line px-4 py-2 text-danger">
              {paletteTexts.failed(failed.join(', '))}
            </p>
          ) : null}
          <p className="hidden border-t border-line px-4 py-2 text-xs text-ink-muted sm:block">
            {paletteTexts.hint}
          </p>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

type OptionProps = {
  id: string;
  command: Command;
  selected: boolean;
  heading: boolean;
  onPoint: () => void;
  onRun: () => void;
};

function PaletteOption({ id, command, selected, heading, onPoint, onRun }: OptionProps) {
  return (
    <>
      {heading ? (
        <div role="presentation" className="px-2 pt-2 pb-1 text-xs font-medium text-ink-muted">
          {command.section}
        </div>
      ) : null}
      <button
        type="button"
        id={id}
        role="option"
        aria-selected={selected}
        tabIndex={-1}
        onMouseMove={onPoint}
        onClick={onRun}
        className={clsx(
          'flex w-full cursor-default text-start justify-between gap-3 rounded-md px-2 py-1.5',
          selected && 'bg-accent-soft',
        )}
      >
        <span className="min-w-0 wrap-anywhere">{command.label}</span>
        {command.note ? <span className="tabular shrink-0 text-ink-muted">{command.note}</span> : null}
      </button>
    </>
  );
}
