import type { ReactNode } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { pathOf } from '../../catalog/paths.ts';
import { call } from '../lib/api.ts';
import { queryClient } from '../lib/query-client.ts';
import { useVersionedForm } from '../lib/use-versioned-form.ts';
import { recordTexts } from '../texts/records.ts';
import { FormDialog, type FormDialogProps } from '../ui/form-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { VersionConflict } from '../ui/version-conflict.tsx';
import { type Listed, type RowOf, reload } from './record-queries.ts';

export type EditRecordProps<R extends Listed, Values extends FieldValues> = Pick<
  FormDialogProps<Values>,
  'title' | 'description' | 'side' | 'size' | 'onClose'
> & {
  resource: R;
  row: RowOf<R>;
  valuesOf: (row: RowOf<R>) => Values & DefaultValues<Values>;
  /** The same fields in words, where a value is not fit to be read (an id). */
  wordsOf?: (row: RowOf<R>) => FieldValues;
  /** What the fields are called, for a change that somebody else made meanwhile. */
  labels: Readonly<Record<string, string>>;
  /** Sends what was changed, with the version it was made from. */
  save: (changes: Partial<Values>, base: RowOf<R>) => Promise<unknown>;
  submit?: string;
  saved?: string;
  /** Says that nothing is changed yet; without it, saving nothing closes the form. */
  unchanged?: string;
  /** Other records change with it, so that everything on the page asks again. */
  reloadsAll?: boolean;
  children: (form: UseFormReturn<Values>) => ReactNode;
};

/** Changes a record from the version that was read; only fields that were changed are sent. */
export function EditRecord<R extends Listed, Values extends FieldValues>(props: EditRecordProps<R, Values>) {
  const { resource, row, valuesOf, wordsOf, labels, save, onClose, unchanged, reloadsAll } = props;
  const { form, submit, conflict } = useVersionedForm<RowOf<R>, Values>({
    row,
    valuesOf,
    ...(wordsOf ? { wordsOf } : {}),
    load: () => call<RowOf<R>>(`GET ${pathOf(resource)}/:id`, { params: { id: row.id } }),
    save,
  });
  const { isDirty } = form.formState;
  const send = async (values: Values) => {
    if (isDirty) await submit(values);
    await (reloadsAll ? queryClient.invalidateQueries() : reload(resource));
    if (isDirty) toast.success(props.saved ?? recordTexts.saved);
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={props.title}
      description={props.description}
      side={props.side ?? 'end'}
      size={props.size ?? 'medium'}
      submit={props.submit ?? recordTexts.save}
      disabledReason={isDirty ? undefined : unchanged}
    >
      <VersionConflict conflict={conflict} labels={labels} />
      {props.children(form)}
    </FormDialog>
  );
}
