import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useController, useForm } from 'react-hook-form';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Form, field } from '../../ui/form.tsx';
import { LookupField, type LookupItem } from '../../ui/lookup-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { ContactFields } from './contact-fields.tsx';
import { type ContactValues, noContact, toBody } from './contact-values.ts';

const says = contactTexts.form;

type CreateValues = ContactValues & { organization_id: LookupItem | null };

async function findOrganizations(q: string, signal: AbortSignal): Promise<readonly LookupItem[]> {
  const query = { ...(q ? { q } : {}), status: 'active' as const, sort: 'name' as const, limit: 20 };
  const { items } = await api('GET /organizations', { query, signal });
  return items.map((row) => ({ id: row.id, name: row.name, note: row.number }));
}

export type CreateContactProps = {
  /** Chosen already: the organization the reader came from, or the only one they have. */
  organization: LookupItem | null;
  fixed: boolean;
  onClose: () => void;
};

export function CreateContact({ organization, fixed, onClose }: CreateContactProps) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const formId = useId();
  const form = useForm<CreateValues>({ defaultValues: { ...noContact, organization_id: organization } });
  const chosen = useController({
    control: form.control,
    name: 'organization_id',
    rules: { validate: (item) => item !== null || says.organizationMissing },
  });
  const add = async ({ organization_id, ...values }: CreateValues) => {
    if (!organization_id) return;
    const row = await api('POST /contacts', {
      body: { ...toBody(values), organization_id: organization_id.id },
    });
    await queryClient.invalidateQueries({ queryKey: ['contacts'] });
    toast.success(contactTexts.added(fullName(row)));
    await navigate({ to: '/contacts/$id', params: { id: row.id } });
  };
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button type="submit" form={formId} tone="primary" busy={form.formState.isSubmitting}>
        {says.add}
      </Button>
    </>
  );
  return (
    <Drawer
      open
      onClose={onClose}
      size="medium"
      dirty={form.formState.isDirty}
      title={says.createTitle}
      footer={footer}
    >
      <Form id={formId} form={form} onSubmit={add} warnUnsaved={false}>
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
      </Form>
    </Drawer>
  );
}
