import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { uiTexts } from '../texts/ui.ts';

export const controlClass =
  'w-full min-h-8 rounded-md border border-line-strong bg-surface px-2 py-1 text-ink aria-invalid:border-danger aria-invalid:border-2 disabled:bg-subtle disabled:text-ink-muted [&[readonly]]:bg-subtle';

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Marks the field as one that may stay empty. */
  optional?: boolean | undefined;
  /** Keeps the label for screen readers only (filters, cells). */
  labelHidden?: boolean | undefined;
  fieldClassName?: string | undefined;
};

type ControlProps = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };

/** Label above, hint and error beside; the control gets the ids that tie them together. */
export function Field(
  props: FieldProps & { id?: string | undefined; children: (control: ControlProps) => ReactNode },
) {
  const { label, hint, error, optional, labelHidden, fieldClassName, children } = props;
  const generated = useId();
  const id = props.id ?? generated;
  const describedBy = clsx(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', fieldClassName)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'font-medium'}>
        {label}
        {optional ? <span className="font-normal text-ink-muted"> ({uiTexts.optional})</span> : null}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy })}
      {error ? (
        <p id={`${id}-error`} className="text-danger">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
