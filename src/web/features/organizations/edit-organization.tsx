import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { Organization } from '../../../contract/organizations.ts';
import { useAccess } from '../../access/use-access.ts';
import { api } from '../../lib/api.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Form, field } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { OrganizationFields } from './organization-fields.tsx';
import { type DetailValues, detailsOf, toDetails } from './organization-values.ts';

/** Changes details of an organization; only fields that were changed are sent. */
export function EditOrganization({ row, onClose }: { row: Organization; onClose: () => void }) {
  const queryClient = useQueryClient();
  const formId = useId();
  const allowed = useAccess().resources.organizations?.edit_fields ?? null;
  const params = { id: row.id };
  const { form, submit, conflict } = useVersionedForm<Organization, DetailValues>({
    row,
    valuesOf: detailsOf,
    load: () => api('GET /organizations/:id', { params }),
    save: (changes, base) =>
      api('PATCH /organizations/:id', { params, body: toDetails(changes), ifMatch: base.version }),
  });
  const { isDirty, isSubmitting } = form.formState;
  const save = async (values: DetailValues) => {
    if (isDirty) await submit(values);
    await queryClient.invalidateQueries({ queryKey: ['organizations'] });
    if (isDirty) toast.success(organizationTexts.saved);
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button type="submit" form={formId} tone="primary" busy={isSubmitting}>
        {organizationTexts.form.save}
      </Button>
    </>
  );
  return (
    <Drawer
      open
      onClose={onClose}
      size="medium"
      dirty={isDirty}
      title={organizationTexts.form.editTitle(row.name)}
      description={allowed ? organizationTexts.form.limited : row.number}
      footer={footer}
    >
      <Form id={formId} form={form} onSubmit={save} warnUnsaved={false}>
        <VersionConflict conflict={conflict} labels={organizationTexts.fields} />
        <OrganizationFields
          bind={(name, rules) => field(form, name, rules)}
          current={detailsOf(row)}
          allowed={allowed}
        />
      </Form>
    </Drawer>
  );
}
