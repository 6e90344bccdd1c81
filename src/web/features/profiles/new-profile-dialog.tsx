import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { type RoleType, roles, rolesOfType, roleTypeLabels, roleTypes } from '../../../catalog/roles.ts';
import type { ProfileListItem } from '../../../contract/profiles.ts';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';
import { toast } from '../../ui/toast.tsx';

type Source = Pick<ProfileListItem, 'id' | 'name' | 'role_type'>;

type NewProfileDialogProps = {
  /** Present: a clone of it. */
  source: Source | null;
  profiles: readonly Source[];
  onClose: () => void;
};

/** Each with its roles: nobody knows people by the type of their role. */
const types = roleTypes.map((value) => ({
  value,
  label: profileTexts.typeOfRoles(
    roleTypeLabels[value],
    rolesOfType(value).map((role) => roles[role].label),
  ),
}));

/** Rendered while it is open, so that it always starts fresh. */
export function NewProfileDialog({ source, profiles, onClose }: NewProfileDialogProps) {
  const navigate = useNavigate();
  const form = useForm({
    defaultValues: {
      name: source ? profileTexts.copyName(source.name).slice(0, 100) : '',
      description: '',
      role_type: (source?.role_type ?? 'csr') satisfies RoleType as RoleType,
      copied_from: source?.id ?? '',
    },
  });
  const type = form.watch('role_type');
  const sources = profiles.filter((profile) => profile.role_type === type);
  const create = async (values: {
    name: string;
    description: string;
    role_type: RoleType;
    copied_from: string;
  }) => {
    const { name, description, role_type, copied_from } = values;
    // An empty one is sent too: the words of the source would be wrong as soon as the copy is changed.
    const created = await api('POST /profiles', {
      body: { name, description, ...(copied_from ? { copied_from } : { role_type }) },
    });
    void queryClient.invalidateQueries({ queryKey: ['profiles'] });
    toast.success(profileTexts.created(created.name));
    onClose();
    await navigate({ to: '/profiles/$id', params: { id: created.id } });
  };
  return (
    <FormDialog
      form={form}
      onSubmit={create}
      onClose={onClose}
      title={source ? profileTexts.cloneTitle(source.name) : profileTexts.newTitle}
      description={source ? profileTexts.cloneText : null}
      submit={source ? profileTexts.createClone : profileTexts.create}
    >
      <TextField
        label={profileTexts.name}
        maxLength={100}
        autoComplete="off"
        {...field(form, 'name', { validate: (name) => name.trim() !== '' || profileTexts.nameMissing })}
      />
      <TextareaField
        label={profileTexts.description}
        optional
        rows={2}
        maxLength={500}
        {...field(form, 'description')}
      />
      {source ? null : (
        <>
          <SelectField
            label={profileTexts.roleType}
            options={types}
            {...field(form, 'role_type', { onChange: () => form.setValue('copied_from', '') })}
          />
          <SelectField
            label={profileTexts.startFrom}
            hint={profileTexts.startHint}
            placeholder={profileTexts.startEmpty}
            options={sources.map(({ id, name }) => ({ value: id, label: name }))}
            {...field(form, 'copied_from')}
          />
        </>
      )}
    </FormDialog>
  );
}
