import { useForm } from 'react-hook-form';
import { roles } from '../../../catalog/roles.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { useAccess } from '../../access/use-access.ts';
import { useCan } from '../../access/use-can.tsx';
import { api } from '../../lib/api.ts';
import { CreateRecord } from '../../records/create-record.tsx';
import { choicesOf } from '../../records/define-list.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import { field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { AssigneeFields } from './assignee-fields.tsx';
import type { AssigneeValues } from './assignee-lookup.tsx';
import { FirstUserFields, type FirstUserValues, noFirstUser } from './first-user-fields.tsx';
import { OrganizationFields } from './organization-fields.tsx';
import { type DetailValues, noDetails, toDetails, withoutBlanks } from './organization-values.ts';

const says = organizationTexts.form;
const kinds = choicesOf(organizationTexts.kinds)();

type CreateValues = DetailValues &
  AssigneeValues & { kind: Organization['kind']; invites: boolean; first_user: FirstUserValues };

const blank: CreateValues = {
  ...noDetails,
  kind: 'customer',
  invites: false,
  first_user: noFirstUser,
  account_executive_id: null,
  partner_id: null,
  partner_account_executive_id: null,
};

function addOrganization(values: CreateValues, choosesKind: boolean) {
  const {
    kind,
    account_executive_id,
    partner_id,
    partner_account_executive_id,
    invites,
    first_user,
    ...details
  } = values;
  const invited = invites && kind === 'customer' ? { first_user } : {};
  const people = {
    account_executive_id: account_executive_id?.id ?? '',
    parent_partner_id: partner_id?.id ?? '',
    partner_account_executive_id: partner_account_executive_id?.id ?? '',
  };
  return api('POST /organizations', {
    body: {
      ...toDetails(withoutBlanks(details)),
      ...withoutBlanks(people),
      ...(choosesKind ? { kind } : {}),
      ...invited,
      name: details.name,
    },
  });
}

export function CreateOrganization({ onClose }: { onClose: () => void }) {
  const canAssign = useCan('organizations.assign');
  // A partner adds customers of its own: there is nothing to choose.
  const choosesKind = roles[useAccess().role].type !== 'partner';
  const form = useForm<CreateValues>({ defaultValues: blank });
  return (
    <CreateRecord
      resource="organizations"
      form={form}
      add={(values) => addOrganization(values, choosesKind)}
      description={says.createText}
      submit={says.add}
      onClose={onClose}
    >
      {choosesKind ? (
        <SelectField label={organizationTexts.fields.kind} options={kinds} {...field(form, 'kind')} />
      ) : null}
      <OrganizationFields
        bind={(name, rules) => field(form, name, rules)}
        current={noDetails}
        allowed={null}
        isNew
      />
      {form.watch('kind') === 'customer' ? <FirstUserFields form={form} /> : null}
      {canAssign ? (
        <FieldGroup title={says.assignment}>
          <AssigneeFields form={form} />
        </FieldGroup>
      ) : null}
    </CreateRecord>
  );
}
