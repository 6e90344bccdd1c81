import { useForm } from 'react-hook-form';
import { queryClient } from '../lib/query-client.ts';
import { field } from '../ui/form.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { type Listed, reload } from './record-queries.ts';

export type VoidRecordProps = {
  resource: Listed;
  says: { title: string; text: string; reason: string; reasonMissing: string; submit: string; done: string };
  run: (body: { reason: string }) => Promise<unknown>;
  onClose: () => void;
};

/** Asks why a document is withdrawn, and withdraws it. Other records change with it. */
export function VoidRecord({ resource, says, run, onClose }: VoidRecordProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const send = async (body: { reason: string }) => {
    try {
      await run(body);
    } catch (error) {
      // It may show an older version than the one that exists.
      await reload(resource);
      throw error;
    }
    await queryClient.invalidateQueries();
    toast.success(says.done);
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={says.title}
      description={says.text}
      submit={says.submit}
    >
      <TextField label={says.reason} {...field(form, 'reason', { required: says.reasonMissing })} />
    </FormDialog>
  );
}
