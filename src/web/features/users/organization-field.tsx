import { useEffect, useState } from 'react';
import { useController } from 'react-hook-form';
import { useSession } from '../../access/use-session.ts';
import { findOrganizations } from '../../records/find-organizations.ts';
import { userFormTexts as texts, usersTexts } from '../../texts/users.ts';
import { LookupField, type LookupItem } from '../../ui/lookup-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CreateUserForm } from './create-user-values.ts';

/** Where a new Customer user belongs. Customers themselves only ever add colleagues. */
export function OrganizationField({ form }: { form: CreateUserForm }) {
  const { user, organization_name } = useSession();
  const own = user.organization_id;
  const { field, fieldState } = useController({
    control: form.control,
    name: 'organization_id',
    rules: { required: texts.organizationMissing },
  });
  const [chosen, setChosen] = useState<LookupItem | null>(null);
  useEffect(() => {
    if (own) form.setValue('organization_id', own);
  }, [own, form]);
  const choose = (item: LookupItem | null) => {
    setChosen(item);
    field.onChange(item?.id ?? '');
  };
  if (own) return <TextField label={usersTexts.organization} value={organization_name ?? own} readOnly />;
  return (
    <LookupField
      label={usersTexts.organization}
      hint={texts.organizationHint}
      error={fieldState.error?.message}
      searchKey="organizations"
      search={findOrganizations}
      value={chosen}
      onChange={choose}
      inputRef={field.ref}
    />
  );
}
