import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { roles } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { apiQuery } from '../../lib/queries.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Assigning } from './assign-many-calls.ts';

/** Empty: leave as it is. */
export type ManyValues = {
  account_executive_id: string;
  partner_id: string;
  partner_account_executive_id: string;
};

export const unchanged: ManyValues = {
  account_executive_id: '',
  partner_id: '',
  partner_account_executive_id: '',
};

const nobody = 'nobody';

/** What is left as it is is not sent. */
export function toAssigning(values: ManyValues): Assigning {
  const chosen = Object.entries(values).filter(([, id]) => id !== '');
  return Object.fromEntries(chosen.map(([name, id]) => [name, id === nobody ? null : id]));
}

type Named = { id: string; name: string };

function options(none: string, offered: readonly Named[]) {
  return [{ value: nobody, label: none }, ...offered.map(({ id, name }) => ({ value: id, label: name }))];
}

const words = organizationTexts.fields;
const says = organizationTexts.assignment;
const placeholder = organizationTexts.bulk.keep;

type Props = {
  form: UseFormReturn<ManyValues>;
  /** The partner that all of them have now, if they have one in common. */
  partner: string | null;
};

/** Who looks after many accounts from now on; whoever is not chosen stays. */
export function AssignManyFields({ form, partner }: Props) {
  const assignees = useQuery(apiQuery('GET /organizations/assignees'));
  const withinPartner = roles[useAccess().role].type === 'partner';
  if (assignees.isPending) return <Skeleton lines={3} />;
  if (assignees.error) return <ErrorState error={assignees.error} onRetry={assignees.refetch} />;
  const { account_executives, partners, partner_account_executives } = assignees.data;
  const chosen = form.watch('partner_id');
  const at = withinPartner ? partners[0]?.id : chosen === '' ? partner : chosen;
  const executives = partner_account_executives.filter((person) => person.partner_id === at);
  const clear = () => form.setValue('partner_account_executive_id', '');
  return (
    <>
      {withinPartner ? null : (
        <>
          <SelectField
            label={words.account_executive}
            placeholder={placeholder}
            options={options(says.nobody, account_executives)}
            {...field(form, 'account_executive_id')}
          />
          <SelectField
            label={words.partner}
            placeholder={placeholder}
            options={options(says.noPartner, partners)}
            {...field(form, 'partner_id', { onChange: clear })}
          />
        </>
      )}
      <SelectField
        label={words.partner_account_executive}
        placeholder={placeholder}
        options={options(says.nobody, executives)}
        hint={executives.length === 0 ? says.choosePartnerFirst : undefined}
        {...field(form, 'partner_account_executive_id')}
      />
    </>
  );
}

/** Who it is that was chosen, in words: "Partner account executive: Wim Nettlefield". */
export function useAssigneeWords(to: Assigning): readonly string[] {
  const { data } = useQuery(apiQuery('GET /organizations/assignees'));
  const people = [
    ...(data?.account_executives ?? []),
    ...(data?.partners ?? []),
    ...(data?.partner_account_executives ?? []),
  ];
  const nameOf = (id: string | null, none: string) =>
    id === null ? none : (people.find((person) => person.id === id)?.name ?? '');
  return [
    to.account_executive_id === undefined
      ? null
      : `${words.account_executive}: ${nameOf(to.account_executive_id, says.nobody)}`,
    to.partner_id === undefined ? null : `${words.partner}: ${nameOf(to.partner_id, says.noPartner)}`,
    to.partner_account_executive_id === undefined
      ? null
      : `${words.partner_account_executive}: ${nameOf(to.partner_account_executive_id, says.nobody)}`,
  ].filter((text) => text !== null);
}
