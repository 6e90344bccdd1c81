import type { PaymentMethod } from '../../../contract/payment-methods.ts';
import { api } from '../../lib/api.ts';
import { methodTitle } from '../../payment/method-words.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { methodTexts } from '../../texts/payment-methods.ts';
import { field } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';

const says = methodTexts.naming;

export function NameMethod({ row, onClose }: { row: PaymentMethod; onClose: () => void }) {
  return (
    <EditRecord
      resource="payment_methods"
      row={row}
      onClose={onClose}
      title={says.title(methodTitle(row))}
      side="center"
      size="small"
      labels={methodTexts.fields}
      valuesOf={({ label }) => ({ label: label ?? '' })}
      save={({ label = '' }, { id, version }) =>
        api('PATCH /payment-methods/:id', {
          params: { id },
          body: { label: label.trim() || null },
          ifMatch: version,
        })
      }
    >
      {(form) => (
        <TextField label={methodTexts.fields.label} optional hint={says.hint} {...field(form, 'label')} />
      )}
    </EditRecord>
  );
}
