import { useQuery } from '@tanstack/react-query';
import { useController } from 'react-hook-form';
import { useCan } from '../access/use-can.tsx';
import { useSession } from '../access/use-session.ts';
import { formatNumber } from '../lib/format.ts';
import { apiQuery } from '../lib/queries.ts';
import { findOrganizations } from '../records/find-organizations.ts';
import { bookingTexts } from '../texts/bookings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { FieldGroup } from '../ui/field-group.tsx';
import { field } from '../ui/form.tsx';
import { LookupField, type LookupItem } from '../ui/lookup-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PlanField } from './plan-field.tsx';
import { QuantityField, quantityOf } from './quantity-field.tsx';
import type { StartForm } from './start-values.ts';
import { type OfferedPlan, usePlans } from './use-plans.ts';

const says = bookingTexts.start;

type StartFieldsProps = {
  form: StartForm;
  /** The organization is not asked: it is the only one that the reader has. */
  fixed: boolean;
};

/** Everything that a new subscription takes, its organization first. */
export function StartFields({ form, fixed }: StartFieldsProps) {
  const organization = useChosenOrganization(form);
  const chosen = form.watch('organization_id') !== null;
  const plans = usePlans({
    currency: organization.data?.currency ?? null,
    enabled: chosen && !organization.isLoading,
  });
  const plan = plans.data?.items.find((one) => one.version_id === form.watch('plan_version_id'));
  return (
    <>
      <OrganizationField form={form} fixed={fixed} />
      <PlanField
        plans={plans}
        {...field(form, 'plan_version_id', {
          required: says.planMissing,
          onChange: (event) => fitQuantity(form, plans.data?.items, event.target.value),
        })}
        disabled={!chosen}
      />
      <FieldGroup>
        <QuantityField
          range={plan}
          {...field(form, 'quantity', {
            validate: (text) => quantityOf(text) !== null || says.quantityWrong,
          })}
        />
        <TextField
          label={says.starts_on}
          type="date"
          optional
          hint={says.startsHint}
          {...field(form, 'starts_on')}
        />
      </FieldGroup>
      <PlanOptions form={form} plan={plan} />
      <BillTo form={form} partner={organization.data?.partner ?? null} />
    </>
  );
}

/** A plan that takes no fewer than five starts with five. */
function fitQuantity(form: StartForm, plans: readonly OfferedPlan[] = [], versionId: string): void {
  const plan = plans.find((one) => one.version_id === versionId);
  if (!plan) return;
  const quantity = quantityOf(form.getValues('quantity')) ?? 0;
  const fitting = Math.max(plan.min_quantity, Math.min(quantity, plan.max_quantity ?? quantity));
  if (fitting !== quantity) form.setValue('quantity', String(fitting));
}

/** What plans it can have depends on its currency, who is invoiced on its partner; known where the reader may open it. */
function useChosenOrganization(form: StartForm) {
  const id = form.watch('organization_id')?.id ?? '';
  const opens = useCan('organizations.view');
  return useQuery({
    ...apiQuery('GET /organizations/:id', { params: { id } }),
    enabled: opens && id !== '',
  });
}

/** Another organization may have another currency, and with it other plans. */
function OrganizationField({ form, fixed }: StartFieldsProps) {
  const { field: chosen, fieldState } = useController({
    control: form.control,
    name: 'organization_id',
    rules: { validate: (item) => item !== null || says.organizationMissing },
  });
  const choose = (item: LookupItem | null) => {
    chosen.onChange(item);
    form.setValue('plan_version_id', '');
    form.setValue('bill_to', 'customer');
  };
  return (
    <LookupField
      label={says.organization}
      value={chosen.value}
      onChange={choose}
      error={fieldState.error?.message}
      searchKey="organizations"
      search={findOrganizations}
      placeholder={says.organizationSearch}
      disabled={fixed}
      inputRef={chosen.ref}
    />
  );
}

function PlanOptions({ form, plan }: { form: StartForm; plan: OfferedPlan | undefined }) {
  if (!plan) return null;
  return (
    <>
      {plan.term_months === null ? null : (
        <Checkbox label={says.auto_renew} hint={says.autoRenewHint} {...form.register('auto_renew')} />
      )}
      {plan.trial_days === 0 ? null : (
        <Checkbox
          label={says.with_trial(formatNumber(plan.trial_days))}
          hint={says.trialHint}
          {...form.register('with_trial')}
        />
      )}
    </>
  );
}

/** A customer never hands its invoices to its partner. */
function BillTo({ form, partner }: { form: StartForm; partner: { name: string } | null }) {
  const own = useSession().user.organization_id !== null;
  if (own || !partner) return null;
  const options = [
    { value: 'customer', label: says.billTo.customer },
    { value: 'partner', label: says.billToPartner(partner.name) },
  ];
  return <SelectField label={says.bill_to} options={options} {...field(form, 'bill_to')} />;
}
