import { useController, useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { CreateRecord } from '../../records/create-record.tsx';
import { findOrganizations } from '../../records/find-organizations.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { field } from '../../ui/form.tsx';
import { LookupField, type LookupItem } from '../../ui/lookup-field.tsx';
import { ContactFields } from './contact-fields.tsx';
import { type ContactValues, noContact, toBody } from './contact-values.ts';

const says = contactTexts.form;

type CreateValues = ContactValues & { organization_id: LookupItem | null };

export type CreateContactProps = {
  /** Chosen already: the organization the reader came from, or the only one they have. */
  organization: LookupItem | null;
  fixed: boolean;
  onClose: () => void;
};

export function CreateContact({ organization, fixed, onClose }: CreateContactProps) {
  const form = useForm<CreateValues>({ defaultValues: { ...noContact, organization_id: organization } });
  const chosen = useController({
    control: form.control,
    name: 'organization_id',
    rules: { validate: (item) => item !== null || says.organizationMissing },
  });
  const add = ({ organization_id, ...values }: CreateValues) =>
    api('POST /contacts', { body: { ...toBody(values), organization_id: organization_id?.id ?? '' } });
  return (
    <CreateRecord resource="contacts" form={form} add={add} submit={says.add} onClose={onClose}>
      <LookupField
        label={contactTexts.fields.organization}
        value={chosen.field.value}
        onChange={chosen.field.onChange}
        error={chosen.fieldState.error?.message}
        searchKey="organizations"
        search={findOrganizations}
        placeholder={says.organizationSearch}
        disabled={fixed}
        inputRef={chosen.field.ref}
      />
      <ContactFields bind={(name, rules) => field(form, name, rules)} />
    </CreateRecord>
  );
}
