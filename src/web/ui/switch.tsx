import { useId } from 'react';

export type SwitchProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  labelHidden?: boolean;
  disabled?: boolean;
};

/** A native checkbox that looks like a switch and says so. */
export function Switch({ label, checked, onChange, labelHidden = false, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <span className="inline-flex items-center gap-2">
      <input
        id={id}
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="relative h-5 w-9 shrink-0 appearance-none rounded-full border border-line-strong bg-subtle transition-colors before:absolute before:start-0.5 before:top-0.5 before:size-3.5 before:rounded-full before:bg-line-strong before:transition-transform checked:border-accent-solid checked:bg-accent-solid checked:before:translate-x-4 checked:before:bg-white disabled:opacity-50"
      />
      <label htmlFor={id} className={labelHidden ? 'sr-only' : ''}>
        {label}
      </label>
    </span>
  );
}
