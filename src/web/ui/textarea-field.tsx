import clsx from 'clsx';
import type { Ref, TextareaHTMLAttributes } from 'react';
import { controlClass, Field, type FieldProps } from './field.tsx';

export type TextareaFieldProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'children'> & { ref?: Ref<HTMLTextAreaElement> };

export function TextareaField(props: TextareaFieldProps) {
  const { label, hint, error, optional, labelHidden, fieldClassName, className, id, ...input } = props;
  const field = { label, hint, error, optional, labelHidden, fieldClassName };
  return (
    <Field {...field} id={id}>
      {(control) => <textarea rows={4} {...input} {...control} className={clsx(controlClass, className)} />}
    </Field>
  );
}
