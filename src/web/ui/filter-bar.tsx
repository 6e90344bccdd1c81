import clsx from 'clsx';
import { Search, X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { controlClass } from './field.tsx';
import type { SelectOption } from './select-field.tsx';

export type FilterBarProps = { children: ReactNode; onClear?: (() => void) | undefined; end?: ReactNode };

/** Search box and chips above a list; `onClear` only while a filter is set. */
export function FilterBar({ children, onClear, end }: FilterBarProps) {
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      {children}
      {onClear ? (
        <Button tone="ghost" onClick={onClear}>
          {uiTexts.clearFilters}
        </Button>
      ) : null}
      {end ? <div className="ms-auto flex flex-wrap items-center gap-2">{end}</div> : null}
    </search>
  );
}

export type SearchBoxProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  delay?: number;
};

/** Tells what was typed once the typing rests. */
export function SearchBox({ label, value, onChange, delay = 200 }: SearchBoxProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) setTyped(value);
    told.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (next: string, wait: number) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      told.current = next;
      onChange(next);
    }, wait);
  };
  return (
    <div className="relative w-full sm:w-64">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search aria-hidden size={14} className="absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-muted" />
      <input
        id={id}
        type="text"
        inputMode="search"
        autoComplete="off"
        placeholder={label}
        value={typed}
        onChange={(event) => type(event.target.value, delay)}
        className={clsx(controlClass, 'ps-8 pe-8')}
      />
      {typed ? (
        <button
          type="button"
          aria-label={uiTexts.clearSearch}
          onClick={() => type('', 0)}
          className="absolute end-1 top-1 inline-flex size-6 items-center justify-center rounded text-ink-muted hover:text-ink"
        >
          <X aria-hidden size={14} />
        </button>
      ) : null}
    </div>
  );
}

export type FilterSelectProps = {
  label: string;
  /** Empty: no filter. */
  value: string;
  options: readonly SelectOption[];
  onChange: (value: string) => void;
};

/** A chip that says "Status: any" and turns to the accent once it filters. */
export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
  const id = useId();
  return (
    <span
      className={clsx(
        'inline-flex min-h-8 max-w-full items-center rounded-full border ps-3',
        value ? 'border-accent bg-accent-soft text-accent' : 'border-line-strong/60 bg-surface',
      )}
    >
      <label htmlFor={id} className={value ? '' : 'text-ink-muted'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content min-w-0 max-w-48 rounded-full bg-transparent py-1 ps-1 pe-2 font-medium [&>option]:bg-raised [&>option]:text-ink"
      >
        <option value="">{uiTexts.any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
