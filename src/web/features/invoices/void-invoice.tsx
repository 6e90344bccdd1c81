import { useForm } from 'react-hook-form';
import type { Invoice } from '../../../contract/invoices.ts';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { reload } from '../../records/record-queries.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

const says = invoiceTexts.voiding;

export function VoidInvoice({ row, onClose }: { row: Invoice; onClose: () => void }) {
  const form = useForm({ defaultValues: { reason: '' } });
  const { id, number, version } = row;
  const send = async (body: { reason: string }) => {
    try {
      await api('POST /invoices/:id/void', { params: { id }, body, ifMatch: version });
    } catch (error) {
      // It may show an older version than the one that exists.
      await reload('invoices');
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
      description={says.text}
      submit={says.submit}
    >
      <TextField label={says.reason} {...field(form, 'reason', { required: says.reasonMissing })} />
    </FormDialog>
  );
}
