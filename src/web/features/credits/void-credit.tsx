import { useForm } from 'react-hook-form';
import type { Credit } from '../../../contract/credits.ts';
import { api } from '../../lib/api.ts';
import { formatMoney } from '../../lib/format.ts';
import { queryClient } from '../../lib/query-client.ts';
import { reload } from '../../records/record-queries.ts';
import { creditTexts } from '../../texts/credits.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

const says = creditTexts.voiding;

export function VoidCredit({ row, onClose }: { row: Credit; onClose: () => void }) {
  const form = useForm({ defaultValues: { reason: '' } });
  const { id, number, version } = row;
  const send = async (body: { reason: string }) => {
    try {
      await api('POST /credits/:id/void', { params: { id }, body, ifMatch: version });
    } catch (error) {
      // It may show an older version than the one that exists.
      await reload('credits');
      throw error;
    }
    await queryClient.invalidateQueries();
    toast.success(says.done(number));
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={says.title(number)}
      description={says.text(formatMoney(row.remaining))}
      submit={says.submit}
    >
      <TextField label={says.reason} {...field(form, 'reason', { required: says.reasonMissing })} />
    </FormDialog>
  );
}
