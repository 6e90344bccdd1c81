import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { roles } from '../../../catalog/roles.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { useAccess } from '../../access/use-access.ts';
import { useCan } from '../../access/use-can.tsx';
import { api } from '../../lib/api.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { Form, field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { AssigneeFields, type AssigneeValues } from './assignee-fields.tsx';
import { OrganizationFields } from './organization-fields.tsx';
import { type DetailValues, noDetails, toDetails, withoutBlanks } from './organization-values.ts';

const says = organizationTexts.form;
const kinds = (['customer', 'partner'] as const).map((value) => ({
  value,
  label: organizationTexts.kinds[value],
}));
const nobody = { account_executive: null, partner: null, partner_account_executive: null };

type CreateValues = DetailValues & AssigneeValues & { kind: Organization['kind'] };

const blank: CreateValues = {
  ...noDetails,
  kind: 'customer',
  account_executive_id: '',
  partner_id: '',
  partner_account_executive_id: '',
};

function addOrganization(values: CreateValues, choosesKind: boolean) {
  const { kind, account_executive_id, partner_id, partner_account_executive_id, ...details } = values;
  const people = { account_executive_id, parent_partner_id: partner_id, partner_account_executive_id };
  return api('POST /organizations', {
    body: {
      ...toDetails(withoutBlanks(details)),
      ...withoutBlanks(people),
      ...(choosesKind ? { kind } : {}),
      name: details.name,
    },
  });
}

export function CreateOrganization({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const formId = useId();
  const canAssign = useCan('organizations.assign');
  // A partner adds customers of its own: there is nothing to choose.
  const choosesKind = roles[useAccess().role].type !== 'partner';
  const form = useForm<CreateValues>({ defaultValues: blank });
  const add = async (values: CreateValues) => {
    const row = await addOrganization(values, choosesKind);
    await queryClient.invalidateQueries({ queryKey: ['organizations'] });
    toast.success(organizationTexts.added(row.name));
    await navigate({ to: '/organizations/$id', params: { id: row.id } });
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
      description={says.createText}
      footer={footer}
    >
      <Form id={formId} form={form} onSubmit={add} warnUnsaved={false}>
        {choosesKind ? (
          <SelectField label={organizationTexts.fields.kind} options={kinds} {...field(form, 'kind')} />
        ) : null}
        <OrganizationFields
          bind={(name, rules) => field(form, name, rules)}
          current={noDetails}
          allowed={null}
          isNew
        />
        {canAssign ? (
          <FieldGroup title={says.assignment}>
            <AssigneeFields
              bind={(name, rules) => field(form, name, rules)}
              partner={form.watch('partner_id')}
              onPartnerChange={() => form.setValue('partner_account_executive_id', '')}
              current={nobody}
            />
          </FieldGroup>
        ) : null}
      </Form>
    </Drawer>
  );
}
