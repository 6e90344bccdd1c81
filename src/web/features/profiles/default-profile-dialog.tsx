import { useForm } from 'react-hook-form';
import type { RoleItem } from '../../../contract/profiles.ts';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';

/** A default that the reader may not choose stays in the list, so that opening the dialog changes nothing. */
function optionsOf({ default_profile, default_choices }: RoleItem) {
  const kept = default_choices.some(({ id }) => id === default_profile?.id) ? null : default_profile;
  return [...(kept ? [kept] : []), ...default_choices].map(({ id, name }) => ({ value: id, label: name }));
}

/** Rendered while it is open. */
export function DefaultProfileDialog({ role, onClose }: { role: RoleItem; onClose: () => void }) {
  const form = useForm({ defaultValues: { profile_id: role.default_profile?.id ?? '' } });
  const save = async ({ profile_id }: { profile_id: string }) => {
    const saved = await api('PATCH /profiles/defaults', {
      body: { role: role.role, profile_id },
      ifMatch: role.version,
    }).finally(() => queryClient.invalidateQueries({ queryKey: ['profiles'] }));
    toast.success(profileTexts.defaultSaved(role.label, saved.default_profile?.name ?? ''));
    onClose();
    await queryClient.invalidateQueries({ queryKey: ['users'] });
  };
  return (
    <FormDialog
      form={form}
      onSubmit={save}
      onClose={onClose}
      title={profileTexts.defaultTitle(role.label)}
      description={profileTexts.defaultText}
      submit={profileTexts.defaultSave}
    >
      <SelectField
        label={profileTexts.defaultProfile}
        placeholder={profileTexts.defaultChoose}
        options={optionsOf(role)}
        {...field(form, 'profile_id', { required: profileTexts.defaultMissing })}
      />
    </FormDialog>
  );
}
