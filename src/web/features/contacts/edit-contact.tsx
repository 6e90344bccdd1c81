import type { Contact } from '../../../contract/contacts.ts';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { contactTexts } from '../../texts/contacts.ts';
import { field } from '../../ui/form.tsx';
import { ContactFields } from './contact-fields.tsx';
import { toBody, valuesOf } from './contact-values.ts';

export function EditContact({ row, onClose }: { row: Contact; onClose: () => void }) {
  return (
    <EditRecord
      resource="contacts"
      row={row}
      onClose={onClose}
      title={contactTexts.form.editTitle(fullName(row))}
      description={row.organization.name}
      labels={contactTexts.fields}
      valuesOf={valuesOf}
      save={(changes, { id, version }) =>
        api('PATCH /contacts/:id', { params: { id }, body: toBody(changes), ifMatch: version })
      }
    >
      {(form) => <ContactFields bind={(name, rules) => field(form, name, rules)} />}
    </EditRecord>
  );
}
