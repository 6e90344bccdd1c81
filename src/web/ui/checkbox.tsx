import clsx from 'clsx';
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  ref?: Ref<HTMLInputElement>;
  label: string;
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
};

export function Checkbox({ label, labelHidden = false, hint, error, className, ...input }: CheckboxProps) {
  const generated = useId();
  const id = input.id ?? generated;
  return (
    <div className={clsx('flex items-start gap-2', className)}>
      <input
        {...input}
        id={id}
        type="checkbox"
        aria-invalid={error ? true : undefined}
        aria-describedby={clsx(input['aria-describedby'], hint || error ? `${id}-note` : null) || undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent-solid"
      />
      <span className="flex min-w-0 flex-col">
        <label htmlFor={id} className={labelHidden ? 'sr-only' : ''}>
          {label}
        </label>
        {hint || error ? (
          <span id={`${id}-note`} className={error ? 'text-danger' : 'text-ink-muted'}>
            {error ?? hint}
          </span>
        ) : null}
      </span>
    </div>
  );
}
