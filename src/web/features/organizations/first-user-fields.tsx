import { useQuery } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { useCan } from '../../access/use-can.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type FirstUserValues = { first_name: string; last_name: string; email: string; profile_id: string };

export const noFirstUser: FirstUserValues = { first_name: '', last_name: '', email: '', profile_id: '' };

const says = organizationTexts.firstUser;

/** The part of a form that holds a first user. */
type Values = { invites: boolean; first_user: FirstUserValues };

type Props<V extends Values> = { form: UseFormReturn<V> };

/** The person who signs in for a new customer: offered to those who may invite one, and asked only when it is wanted. */
export function FirstUserFields<V extends Values>(props: Props<V>) {
  // The form holds more than this part of it knows.
  const form = props.form as unknown as UseFormReturn<Values>;
  const conferrable = useQuery({ ...apiQuery('GET /users/conferrable'), enabled: useCan('users.invite') });
  const given = conferrable.data?.roles.find(({ role }) => role === 'customer');
  if (!given) return null;
  const startWith = () => {
    if (form.getValues('first_user.profile_id') !== '') return;
    form.setValue('first_user.profile_id', given.default_profile_id ?? given.profiles[0]?.id ?? '');
  };
  return (
    <>
      <Checkbox label={says.invite} {...field(form, 'invites', { onChange: startWith })} />
      {form.watch('invites') ? (
        <FieldGroup title={says.title}>
          <TextField
            label={says.firstName}
            autoComplete="off"
            {...field(form, 'first_user.first_name', { required: says.firstNameMissing })}
          />
          <TextField
            label={says.lastName}
            autoComplete="off"
            {...field(form, 'first_user.last_name', { required: says.lastNameMissing })}
          />
          <TextField
            label={says.email}
            type="email"
            autoComplete="off"
            hint={says.hint}
            {...field(form, 'first_user.email', { required: says.emailMissing })}
          />
          <SelectField
            label={says.profile}
            placeholder={says.chooseProfile}
            options={given.profiles.map(({ id, name }) => ({ value: id, label: name }))}
            {...field(form, 'first_user.profile_id', { required: says.profileMissing })}
          />
        </FieldGroup>
      ) : null}
    </>
  );
}
