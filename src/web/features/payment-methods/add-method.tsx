import { type UseFormReturn, useController, useForm } from 'react-hook-form';
import { StartOrganization } from '../../bookings/start-organization.tsx';
import { EntryFields } from '../../payment/entry-fields.tsx';
import { type MethodEntry, noEntry, secretFields } from '../../payment/method-entry.ts';
import { useAddMethod } from '../../payment/use-add-method.ts';
import { CreateRecord } from '../../records/create-record.tsx';
import { findOrganizations } from '../../records/find-organizations.ts';
import { methodTexts } from '../../texts/payment-methods.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { field } from '../../ui/form.tsx';
import { LookupField, type LookupItem } from '../../ui/lookup-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const says = methodTexts.adding;

type Values = MethodEntry & { organization_id: LookupItem | null; label: string; make_default: boolean };

export function AddMethod({ onClose }: { onClose: () => void }) {
  return (
    <StartOrganization>
      {(organization, fixed) => <AddForm organization={organization} fixed={fixed} onClose={onClose} />}
    </StartOrganization>
  );
}

type Props = { organization: LookupItem | null; fixed: boolean; onClose: () => void };

function AddForm({ organization, fixed, onClose }: Props) {
  const addMethod = useAddMethod();
  const form = useForm<Values>({
    defaultValues: { ...noEntry, organization_id: organization, label: '', make_default: false },
  });
  const add = async ({ organization_id, label, make_default, ...entry }: Values) => {
    const organizationId = organization_id?.id ?? '';
    const method = await addMethod({ organizationId, entry, label, makeDefault: make_default });
    for (const name of secretFields) form.setValue(name, '');
    return method;
  };
  return (
    <CreateRecord
      resource="payment_methods"
      form={form}
      add={add}
      description={says.text}
      submit={says.label}
      onClose={onClose}
    >
      <OrganizationField form={form} fixed={fixed} />
      <EntryFields kind={form.watch('kind')} bind={(name, rules) => field(form, name, rules)} />
      <TextField
        label={methodTexts.fields.label}
        optional
        maxLength={100}
        hint={says.labelHint}
        {...field(form, 'label')}
      />
      <Checkbox label={says.makeDefault} {...field(form, 'make_default')} />
    </CreateRecord>
  );
}

function OrganizationField({ form, fixed }: { form: UseFormReturn<Values>; fixed: boolean }) {
  const chosen = useController({
    control: form.control,
    name: 'organization_id',
    rules: { validate: (item) => item !== null || says.organizationMissing },
  });
  return (
    <LookupField
      label={methodTexts.fields.organization}
      value={chosen.field.value}
      onChange={chosen.field.onChange}
      error={chosen.fieldState.error?.message}
      searchKey="organizations"
      search={findOrganizations}
      placeholder={says.organizationSearch}
      disabled={fixed}
      inputRef={chosen.field.ref}
    />
  );
}
