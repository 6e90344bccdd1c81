import type { UseFormReturn } from 'react-hook-form';
import { roles } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { AssigneeLookup, type AssigneeValues } from './assignee-lookup.tsx';

const says = organizationTexts.assignment;

/** Who looks after one account. People of a partner move accounts between their own executives, and nowhere else. */
export function AssigneeFields<Values extends AssigneeValues>(props: { form: UseFormReturn<Values> }) {
  const form = props.form as unknown as UseFormReturn<AssigneeValues>;
  const withinPartner = roles[useAccess().role].type === 'partner';
  const partnerId = form.watch('partner_id')?.id ?? null;
  if (withinPartner)
    return <AssigneeLookup form={form} as="partner_account_executive" placeholder={says.nobody} />;
  return (
    <>
      <AssigneeLookup form={form} as="account_executive" placeholder={says.nobody} />
      <AssigneeLookup
        form={form}
        as="partner"
        placeholder={says.noPartner}
        onChosen={() => form.setValue('partner_account_executive_id', null, { shouldDirty: true })}
      />
      <AssigneeLookup
        form={form}
        as="partner_account_executive"
        partnerId={partnerId}
        placeholder={says.nobody}
        disabled={partnerId === null}
        hint={partnerId === null ? says.choosePartnerFirst : undefined}
      />
    </>
  );
}
