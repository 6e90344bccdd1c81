import clsx from 'clsx';
import type { InputHTMLAttributes, Ref } from 'react';
import { controlClass, Field, type FieldProps } from './field.tsx';

export type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'children'> & { ref?: Ref<HTMLInputElement> };

export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, labelHidden, fieldClassName, className, id, ...input } = props;
  const field = { label, hint, error, optional, labelHidden, fieldClassName };
  return (
    <Field {...field} id={id}>
      {(control) => <input type="text" {...input} {...control} className={clsx(controlClass, className)} />}
    </Field>
  );
}
