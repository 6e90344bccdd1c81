import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { type Role, roles } from '../../../catalog/roles.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { useCan } from '../../access/use-can.tsx';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { apiQuery } from '../../lib/queries.ts';
import { queryClient } from '../../lib/query-client.ts';
import { userFormTexts as texts, usersTexts } from '../../texts/users.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { type Choice, membership, profilesOf, toOptions, useConferrable } from './use-conferrable.ts';
import type { UserRow } from './user-row.ts';

type Values = { role: Role; profile_id: string };

/** The roles that could take this one's place: those of people who belong to the same place. */
function useRoleChoices(user: UserRow) {
  const offered = useConferrable();
  const given = (offered.data?.roles ?? []).filter((one) => membership[one.role] === membership[user.role]);
  const others = given.filter((one) => one.role !== user.role);
  const options = [user.role, ...others.map((one) => one.role)].map((role) => ({
    value: role,
    label: roles[role].label,
  }));
  return { offered, options };
}

/** The profiles of a role that the reader may give; those who may not invite fall back on the list of profiles. */
function useProfileChoices(role: Role): readonly Choice[] {
  const offered = useConferrable();
  const mayInvite = useCan('users.invite');
  const seesProfiles = useCan('profiles.view');
  const all = useQuery({ ...apiQuery('GET /profiles'), enabled: !mayInvite && seesProfiles });
  if (mayInvite) return profilesOf(offered.data, role);
  return (all.data?.items ?? []).filter((one) => one.role_type === roles[role].type && !one.archived);
}

/** Somebody was faster: the next look at this user must show what they made of it. */
async function reloadUsers(problem: unknown): Promise<never> {
  await queryClient.invalidateQueries({ queryKey: ['users'] });
  throw problem;
}

export function AssignProfileDialog({ row: user, onClose }: { row: UserRow; onClose: () => void }) {
  const form = useForm<Values>({ defaultValues: { role: user.role, profile_id: user.profile.id } });
  const role = form.watch('role');
  const { offered, options } = useRoleChoices(user);
  const profiles = useProfileChoices(role);
  const current = role === user.role && !profiles.some((one) => one.id === user.profile.id);
  const assign = async (values: Values) => {
    const body = {
      profile_id: values.profile_id,
      ...(values.role === user.role ? {} : { role: values.role }),
    };
    const call = { params: { id: user.id }, body, ifMatch: user.version };
    const saved = await api('POST /users/:id/assign-profile', call).catch(reloadUsers);
    toast.success(texts.assigned(fullName(user), saved.profile.name));
    onClose();
    await queryClient.invalidateQueries({ queryKey: ['users'] });
  };
  return (
    <FormDialog
      form={form}
      onSubmit={assign}
      onClose={onClose}
      title={texts.assignTitle(fullName(user))}
      description={texts.assignText}
      submit={texts.assign}
    >
      {offered.error ? <LoadFailure within error={offered.error} onRetry={offered.refetch} /> : null}
      {options.length > 1 ? (
        <SelectField
          label={usersTexts.role}
          hint={texts.assignRoleHint}
          options={options}
          {...field(form, 'role', { onChange: () => form.setValue('profile_id', '') })}
        />
      ) : null}
      <SelectField
        label={usersTexts.profile}
        placeholder={texts.chooseProfile}
        hint={profiles.find(({ id }) => id === form.watch('profile_id'))?.summary}
        options={toOptions(current ? [user.profile, ...profiles] : profiles)}
        {...field(form, 'profile_id', { required: texts.profileMissing })}
      />
    </FormDialog>
  );
}
