import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { recordTexts } from '../texts/records.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { recordName, wordsOf } from './record-names.ts';
import { type Listed, type RowOf, reload } from './record-queries.ts';
import { useOpenAdded } from './use-open-record.ts';

export type CreateRecordProps<R extends Listed, Values extends FieldValues> = {
  resource: R;
  form: UseFormReturn<Values>;
  add: (values: Values) => Promise<RowOf<R>>;
  description?: string;
  submit: string;
  onClose: () => void;
  children: ReactNode;
};

/** The form of a new record; once added, its page opens. */
export function CreateRecord<R extends Listed, Values extends FieldValues>(
  props: CreateRecordProps<R, Values>,
) {
  const { resource, form, add, description, submit, onClose, children } = props;
  const open = useOpenAdded(resource);
  const send = async (values: Values) => {
    const row = await add(values);
    await reload(resource);
    toast.success(recordTexts.added(recordName(resource, row).name));
    await open(row.id);
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={recordTexts.create(wordsOf(resource).one)}
      description={description}
      side="end"
      size="medium"
      submit={submit}
    >
      {children}
    </FormDialog>
  );
}
