import clsx from 'clsx';
import type { FormEvent, ReactNode } from 'react';
import type {
  FieldPath,
  FieldValues,
  RegisterOptions,
  UseFormRegisterReturn,
  UseFormReturn,
} from 'react-hook-form';
import { uiTexts } from '../texts/ui.ts';
import { Alert } from './alert.tsx';
import { messageOf } from './message-of.ts';
import { UnsavedWarning } from './unsaved-warning.tsx';

type FieldProblem = { field: string; message: string };

function fieldProblems(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof Error) || !('fields' in error) || !Array.isArray(error.fields)) return [];
  return error.fields;
}

/** Puts a server's answer where it belongs: beside its fields (the first one focused), the rest on top. */
export function showProblem<Values extends FieldValues>(form: UseFormReturn<Values>, error: unknown): void {
  const known = new Set(Object.keys(form.getValues()));
  const problems = fieldProblems(error);
  const placed = problems.filter((problem) => known.has(problem.field.split('.')[0] ?? ''));
  const rest = problems.filter((problem) => !placed.includes(problem));
  for (const problem of placed.toReversed()) {
    // The names were just compared with the form's own.
    form.setError(
      problem.field as FieldPath<Values>,
      { type: 'server', message: problem.message },
      { shouldFocus: true },
    );
  }
  const top = [...(placed.length === 0 ? [messageOf(error)] : []), ...rest.map((problem) => problem.message)];
  if (top.length > 0) form.setError('root', { type: 'server', message: [...new Set(top)].join(' ') });
}

export type FormProps<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  /** Whatever it throws is shown in the form; nothing typed is lost. */
  onSubmit: (values: Values) => Promise<unknown>;
  children: ReactNode;
  id?: string;
  className?: string;
  /** Off where what was typed is no loss. */
  warnUnsaved?: boolean;
};

export function Form<Values extends FieldValues>(props: FormProps<Values>) {
  const { form, onSubmit, children, id, className, warnUnsaved = true } = props;
  const { isDirty, isSubmitting, isSubmitSuccessful, errors } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    form.clearErrors('root');
    try {
      await onSubmit(values);
    } catch (error) {
      showProblem(form, error);
    }
  });
  const submitTyped = (event: FormEvent<HTMLFormElement>) => {
    const unfinished = unfinishedIn(event.currentTarget, form.getValues());
    if (unfinished === null) {
      void submit(event);
      return;
    }
    event.preventDefault();
    form.setError(unfinished, { type: 'typed', message: uiTexts.unfinished }, { shouldFocus: true });
  };
  return (
    <form id={id} noValidate onSubmit={submitTyped} className={clsx('flex flex-col gap-4', className)}>
      {errors.root?.message ? <Alert tone="danger">{errors.root.message}</Alert> : null}
      {children}
      {warnUnsaved ? <UnsavedWarning when={isDirty && !isSubmitting && !isSubmitSuccessful} /> : null}
    </form>
  );
}

/** A date or number that is typed in part only has no value: it would pass for one that was left empty. */
function unfinishedIn<Values extends FieldValues>(
  form: HTMLFormElement,
  values: Values,
): FieldPath<Values> | null {
  for (const input of form.querySelectorAll('input')) {
    // Names of fields are the form's own.
    if (input.validity.badInput && input.name in values) return input.name as FieldPath<Values>;
  }
  return null;
}

/** Everything a field needs from the form: `<TextField label="Name" {...field(form, 'name', { required: '…' })} />` */
export function field<Values extends FieldValues, Name extends FieldPath<Values>>(
  form: UseFormReturn<Values>,
  name: Name,
  rules?: RegisterOptions<Values, Name>,
) {
  const error = form.getFieldState(name, form.formState).error?.message;
  return { ...form.register(name, rules), error };
}

/** `field` of a form that a part of its fields does not know whole: `bind={(name, rules) => field(form, name, rules)}` */
export type Bind<Names extends string> = (
  name: Names,
  rules?: { required?: string; validate?: (text: string) => true | string; onChange?: () => void },
) => UseFormRegisterReturn & { error: string | undefined };
