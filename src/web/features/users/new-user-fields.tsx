import type { Role } from '../../../catalog/roles.ts';
import { userFormTexts as texts, usersTexts } from '../../texts/users.ts';
import { Alert } from '../../ui/alert.tsx';
import { field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { alignmentOptions } from './alignment-options.ts';
import type { CreateUserForm } from './create-user-values.ts';
import { OrganizationField } from './organization-field.tsx';
import { type Conferrable, membership, profilesOf, toOptions } from './use-conferrable.ts';

type FieldsProps = { form: CreateUserForm; role: Role; conferrable: Conferrable };

/** The fields that one role needs, and no others. */
export function NewUserFields({ form, role, conferrable }: FieldsProps) {
  const profiles = profilesOf(conferrable, role);
  if (profiles.length === 0) return <Alert tone="warning">{texts.noProfiles}</Alert>;
  return (
    <>
      <SelectField
        label={usersTexts.profile}
        placeholder={texts.chooseProfile}
        hint={profiles.find(({ id }) => id === form.watch('profile_id'))?.summary}
        options={toOptions(profiles)}
        {...field(form, 'profile_id', { required: texts.profileMissing })}
      />
      {membership[role] === 'organization' ? <OrganizationField form={form} /> : null}
      {membership[role] === 'partner' ? (
        <PartnerFields form={form} role={role} conferrable={conferrable} />
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={texts.firstName}
          autoComplete="off"
          {...field(form, 'first_name', { required: texts.firstNameMissing })}
        />
        <TextField
          label={texts.lastName}
          autoComplete="off"
          {...field(form, 'last_name', { required: texts.lastNameMissing })}
        />
      </div>
      <TextField
        label={usersTexts.email}
        hint={texts.emailHint}
        type="email"
        autoComplete="off"
        {...field(form, 'email', {
          required: texts.emailMissing,
          pattern: { value: /^\s*\S+@\S+\.\S+\s*$/, message: texts.emailWrong },
        })}
      />
      {membership[role] === 'none' ? null : (
        <SelectField
          label={usersTexts.alignment}
          options={alignmentOptions}
          {...field(form, 'effective_date_alignment')}
        />
      )}
    </>
  );
}

function PartnerFields({ form, role, conferrable }: FieldsProps) {
  const partner = form.watch('partner_id');
  const administrators = conferrable.partner_administrators.filter((one) => one.partner_id === partner);
  return (
    <>
      <SelectField
        label={usersTexts.partner}
        placeholder={texts.choosePartner}
        options={toOptions(conferrable.partners)}
        {...field(form, 'partner_id', {
          required: texts.partnerMissing,
          onChange: () => form.setValue('partner_administrator_id', ''),
        })}
      />
      {role === 'partner_account_executive' && administrators.length > 0 ? (
        <SelectField
          label={usersTexts.partnerAdministrator}
          hint={texts.partnerAdministratorHint}
          optional
          placeholder={texts.noPartnerAdministrator}
          options={toOptions(administrators)}
          {...field(form, 'partner_administrator_id')}
        />
      ) : null}
    </>
  );
}
