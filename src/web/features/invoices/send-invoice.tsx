import { useForm } from 'react-hook-form';
import type { Invoice } from '../../../contract/invoices.ts';
import { api } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import { useIdempotencyKey } from '../../lib/idempotency-key.ts';
import { reload } from '../../records/record-queries.ts';
import { invoiceTexts } from '../../texts/invoices.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

const says = invoiceTexts.sending;

export function SendInvoice({ row, onClose }: { row: Invoice; onClose: () => void }) {
  const idempotencyKey = useIdempotencyKey();
  const form = useForm({ defaultValues: { to: '' } });
  const { id, number, sent_at } = row;
  const send = async ({ to }: { to: string }) => {
    const body = { to: to.trim() === '' ? null : to };
    await api('POST /invoices/:id/send', { params: { id }, body, idempotencyKey });
    await reload('invoices');
    toast.success(says.done(number));
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={send}
      onClose={onClose}
      title={says.title(number)}
      description={says.text(sent_at && formatDateTime(sent_at))}
      submit={says.submit}
    >
      <TextField label={says.to} type="email" optional hint={says.toHint} {...field(form, 'to')} />
    </FormDialog>
  );
}
