import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { Contact } from '../../../contract/contacts.ts';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Form, field } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { ContactFields } from './contact-fields.tsx';
import { type ContactValues, toBody, valuesOf } from './contact-values.ts';

export function EditContact({ row, onClose }: { row: Contact; onClose: () => void }) {
  const queryClient = useQueryClient();
  const formId = useId();
  const params = { id: row.id };
  const { form, submit, conflict } = useVersionedForm<Contact, ContactValues>({
    row,
    valuesOf,
    load: () => api('GET /contacts/:id', { params }),
    save: (changes, base) =>
      api('PATCH /contacts/:id', { params, body: toBody(changes), ifMatch: base.version }),
  });
  const { isDirty, isSubmitting } = form.formState;
  const save = async (values: ContactValues) => {
    if (isDirty) await submit(values);
    await queryClient.invalidateQueries({ queryKey: ['contacts'] });
    if (isDirty) toast.success(contactTexts.saved);
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button type="submit" form={formId} tone="primary" busy={isSubmitting}>
        {contactTexts.form.save}
      </Button>
    </>
  );
  return (
    <Drawer
      open
      onClose={onClose}
      size="medium"
      dirty={isDirty}
      title={contactTexts.form.editTitle(fullName(row))}
      description={row.organization.name}
      footer={footer}
    >
      <Form id={formId} form={form} onSubmit={save} warnUnsaved={false}>
        <VersionConflict conflict={conflict} labels={contactTexts.fields} />
        <ContactFields bind={(name, rules) => field(form, name, rules)} />
      </Form>
    </Drawer>
  );
}
