import { type UseFormReturn, useController, useForm } from 'react-hook-form';
import { useCan } from '../../access/use-can.tsx';
import { useSession } from '../../access/use-session.ts';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { useIdempotencyKey } from '../../lib/idempotency-key.ts';
import { CreateRecord } from '../../records/create-record.tsx';
import { findOrganizations } from '../../records/find-organizations.ts';
import { caseTexts } from '../../texts/cases.ts';
import { field } from '../../ui/form.tsx';
import { LookupField, type LookupItem, type LookupPage } from '../../ui/lookup-field.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';
import { CaseFields } from './case-fields.tsx';
import { type CaseValues, noCase, toBody } from './case-values.ts';
import { LinkField } from './link-field.tsx';

const words = caseTexts.fields;
const says = caseTexts.form;

type Values = CaseValues & {
  organization_id: LookupItem | null;
  requester_id: LookupItem | null;
  description: string;
};
type NewCaseForm = UseFormReturn<Values>;

type CreateCaseProps = {
  organization: LookupItem | null;
  fixed: boolean;
  link: LookupItem | null;
  onClose: () => void;
};

/** Customers ask for themselves and for their own organization, so they are asked neither. */
export function CreateCase({ organization, fixed, link, onClose }: CreateCaseProps) {
  const idempotencyKey = useIdempotencyKey();
  const own = useSession().user.organization_id !== null;
  const form = useForm<Values>({
    defaultValues: { ...noCase, link, organization_id: organization, requester_id: null, description: '' },
  });
  const chosen = form.watch('organization_id');
  const add = ({ organization_id, requester_id, description, ...values }: Values) =>
    api('POST /cases', {
      body: {
        ...toBody(values),
        organization_id: organization_id?.id ?? '',
        description: description.trim() || null,
        ...(requester_id ? { requester_id: requester_id.id } : {}),
      },
      idempotencyKey,
    });
  return (
    <CreateRecord
      resource="cases"
      form={form}
      add={add}
      description={says.text}
      submit={says.add}
      onClose={onClose}
    >
      {own ? null : <OrganizationField form={form} fixed={fixed} />}
      {own || !chosen ? null : <RequesterField form={form} organizationId={chosen.id} />}
      <CaseFields bind={(name, rules) => field(form, name, rules)} allowed={null} />
      <TextareaField label={words.description} optional rows={6} {...field(form, 'description')} />
      {chosen ? <LinkField form={form} organizationId={chosen.id} /> : null}
    </CreateRecord>
  );
}

function OrganizationField({ form, fixed }: { form: NewCaseForm; fixed: boolean }) {
  const chosen = useController({
    control: form.control,
    name: 'organization_id',
    rules: { validate: (item) => item !== null || says.organizationMissing },
  });
  const choose = (item: LookupItem | null) => {
    chosen.field.onChange(item);
    // Both belong to the organization that was chosen before.
    form.setValue('requester_id', null);
    form.setValue('link', null);
  };
  return (
    <LookupField
      label={words.organization}
      value={chosen.field.value}
      onChange={choose}
      error={chosen.fieldState.error?.message}
      searchKey="organizations"
      search={findOrganizations}
      placeholder={says.organizationSearch}
      disabled={fixed}
      inputRef={chosen.field.ref}
    />
  );
}

function RequesterField({ form, organizationId }: { form: NewCaseForm; organizationId: string }) {
  const seesPeople = useCan('users.view');
  const chosen = useController({ control: form.control, name: 'requester_id' });
  if (!seesPeople) return null;
  const search = async (q: string, signal: AbortSignal): Promise<LookupPage> => {
    const query = {
      ...(q ? { q } : {}),
      organization_id: organizationId,
      sort: 'last_name' as const,
      limit: 20,
    };
    const { items, next } = await api('GET /users', { query, signal });
    return {
      items: items.map((row) => ({ id: row.id, name: fullName(row), note: row.email })),
      more: next !== null,
    };
  };
  return (
    <LookupField
      key={organizationId}
      label={words.requester}
      optional
      hint={says.requesterHint}
      value={chosen.field.value}
      onChange={chosen.field.onChange}
      error={chosen.fieldState.error?.message}
      searchKey={`people of ${organizationId}`}
      search={search}
      placeholder={says.requesterSearch}
      inputRef={chosen.field.ref}
    />
  );
}
