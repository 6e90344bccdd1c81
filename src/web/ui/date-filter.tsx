import clsx from 'clsx';
import { useId } from 'react';

export type DateFilterProps = {
  label: string;
  /** A calendar date; empty: no filter. */
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (value: string) => void;
};

/** A chip with one calendar date. */
export function DateFilter({ label, value, min, max, onChange }: DateFilterProps) {
  const id = useId();
  return (
    <span
      className={clsx(
        'inline-flex min-h-8 max-w-full items-center rounded-full border ps-3 pe-2',
        value ? 'border-accent bg-accent-soft text-accent' : 'border-line-strong/60 bg-surface',
      )}
    >
      <label htmlFor={id} className={value ? '' : 'text-ink-muted'}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value)}
        className="tabular min-w-0 rounded-full bg-transparent px-1 py-1"
      />
    </span>
  );
}
