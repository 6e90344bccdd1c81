import { useQuery } from '@tanstack/react-query';
import { roles } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { apiQuery } from '../../lib/queries.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import type { Bind } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export type AssigneeValues = {
  account_executive_id: string;
  partner_id: string;
  partner_account_executive_id: string;
};

type Named = { id: string; name: string };

/** What is assigned now stays on offer, also when the reader could not choose it anew. */
function choices(offered: readonly Named[], current: Named | null) {
  const missing = current && !offered.some((item) => item.id === current.id) ? [current] : [];
  return [...offered, ...missing].map((item) => ({ value: item.id, label: item.name }));
}

export type AssigneeFieldsProps = {
  bind: Bind<keyof AssigneeValues>;
  /** The partner chosen now. */
  partner: string;
  onPartnerChange: () => void;
  current: {
    account_executive: Named | null;
    partner: Named | null;
    partner_account_executive: Named | null;
  };
};

const words = organizationTexts.fields;
const says = organizationTexts.assignment;

export function AssigneeFields({ bind, partner, onPartnerChange, current }: AssigneeFieldsProps) {
  const assignees = useQuery(apiQuery('GET /organizations/assignees'));
  // People of a partner move accounts between their own executives, and nowhere else.
  const withinPartner = roles[useAccess().role].type === 'partner';
  if (assignees.isPending) return <Skeleton lines={3} />;
  if (assignees.error) return <ErrorState error={assignees.error} onRetry={assignees.refetch} />;
  const { account_executives, partners, partner_account_executives } = assignees.data;
  const at = withinPartner ? (partners[0]?.id ?? '') : partner;
  const ofPartner = partner_account_executives.filter((person) => person.partner_id === at);
  const currentHere = at === (current.partner?.id ?? '') ? current.partner_account_executive : null;
  const executives = choices(account_executives, current.account_executive);
  const partnerChoices = choices(partners, current.partner);
  return (
    <>
      {executives.length > 0 && !withinPartner ? (
        <SelectField
          label={words.account_executive}
          placeholder={says.nobody}
          options={executives}
          {...bind('account_executive_id')}
        />
      ) : null}
      {partnerChoices.length > 0 && !withinPartner ? (
        <SelectField
          label={words.partner}
          placeholder={says.noPartner}
          options={partnerChoices}
          {...bind('partner_id', { onChange: onPartnerChange })}
        />
      ) : null}
      <SelectField
        label={words.partner_account_executive}
        placeholder={says.nobody}
        options={choices(ofPartner, currentHere)}
        disabled={at === ''}
        hint={at === '' ? says.choosePartnerFirst : undefined}
        {...bind('partner_account_executive_id')}
      />
    </>
  );
}
