import type { Payment } from '../../../contract/payments.ts';
import { api } from '../../lib/api.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { paymentTexts } from '../../texts/payments.ts';
import { field } from '../../ui/form.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';

const says = paymentTexts.editing;

export function EditPayment({ row, onClose }: { row: Payment; onClose: () => void }) {
  return (
    <EditRecord
      resource="payments"
      row={row}
      onClose={onClose}
      title={says.title(row.number)}
      description={row.organization.name}
      labels={paymentTexts.fields}
      valuesOf={({ note }) => ({ note: note ?? '' })}
      save={({ note = '' }, { id, version }) =>
        api('PATCH /payments/:id', { params: { id }, body: { note: note.trim() || null }, ifMatch: version })
      }
    >
      {(form) => (
        <TextareaField label={paymentTexts.fields.note} optional hint={says.hint} {...field(form, 'note')} />
      )}
    </EditRecord>
  );
}
