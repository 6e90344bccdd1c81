import type { UseFormReturn } from 'react-hook-form';
import { roles } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import type { LookupItem } from '../../ui/lookup-field.tsx';
import type { Assigning } from './assign-many-calls.ts';
import { type Assignee, AssigneeLookup, type AssigneeValues } from './assignee-lookup.tsx';

/** Empty: leave as it is. */
export const unchanged: AssigneeValues = {
  account_executive_id: null,
  partner_id: null,
  partner_account_executive_id: null,
};

const says = organizationTexts.assignment;
const placeholder = organizationTexts.bulk.keep;

const nobody: LookupItem = { id: 'nobody', name: says.nobody };
const noPartner: LookupItem = { id: 'nobody', name: says.noPartner };

/** What is left as it is is not sent. */
export function toAssigning(values: AssigneeValues): Assigning {
  const chosen = Object.entries(values).flatMap(([name, item]) => (item ? [[name, item.id] as const] : []));
  return Object.fromEntries(chosen.map(([name, id]) => [name, id === nobody.id ? null : id]));
}

type Props = {
  form: UseFormReturn<AssigneeValues>;
  /** The partner that all of them have now, if they have one in common. */
  partner: string | null;
};

/** Who looks after many accounts from now on; whoever is not chosen stays. */
export function AssignManyFields({ form, partner }: Props) {
  const withinPartner = roles[useAccess().role].type === 'partner';
  const chosen = form.watch('partner_id')?.id ?? partner;
  const at = chosen === nobody.id ? null : chosen;
  const executive = { form, as: 'partner_account_executive', first: nobody, placeholder } as const;
  if (withinPartner) return <AssigneeLookup {...executive} />;
  return (
    <>
      <AssigneeLookup form={form} as="account_executive" first={nobody} placeholder={placeholder} />
      <AssigneeLookup
        form={form}
        as="partner"
        first={noPartner}
        placeholder={placeholder}
        onChosen={() => form.setValue('partner_account_executive_id', null)}
      />
      <AssigneeLookup
        {...executive}
        partnerId={at}
        hint={at === null ? says.choosePartnerFirst : undefined}
      />
    </>
  );
}

const asked: readonly Assignee[] = ['account_executive', 'partner', 'partner_account_executive'];

/** Who it is that was chosen, in words: "Partner account executive: Wim Nettlefield". */
export function assigneeWords(values: AssigneeValues): readonly string[] {
  return asked.flatMap((as) => {
    const item = values[`${as}_id`];
    return item ? [`${organizationTexts.fields[as]}: ${item.name}`] : [];
  });
}
