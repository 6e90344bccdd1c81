import clsx from 'clsx';
import type { Ref, SelectHTMLAttributes } from 'react';
import { controlClass, Field, type FieldProps } from './field.tsx';

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'children'> & {
    ref?: Ref<HTMLSelectElement>;
    options: readonly SelectOption[];
    /** First, empty choice. */
    placeholder?: string;
  };

export function SelectField(props: SelectFieldProps) {
  const {
    label,
    hint,
    error,
    optional,
    labelHidden,
    fieldClassName,
    className,
    id,
    options,
    placeholder,
    ...input
  } = props;
  const field = { label, hint, error, optional, labelHidden, fieldClassName };
  return (
    <Field {...field} id={id}>
      {(control) => (
        <select {...input} {...control} className={clsx(controlClass, className)}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
