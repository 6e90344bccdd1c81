import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { roles } from '../../../catalog/roles.ts';
import { LoadFailure } from '../../access/load-failure.tsx';
import { api } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { queryClient } from '../../lib/query-client.ts';
import { uiTexts } from '../../texts/ui.ts';
import { userFormTexts as texts, usersTexts } from '../../texts/users.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { bodyOf, type CreateUserForm, type CreateUserValues, emptyUser } from './create-user-values.ts';
import { NewUserFields } from './new-user-fields.tsx';
import { type Conferrable, useConferrable } from './use-conferrable.ts';

export function CreateUserDialog({ onClose }: { onClose: () => void }) {
  const offered = useConferrable();
  if (offered.data && offered.data.roles.length > 0) {
    return <CreateForm conferrable={offered.data} onClose={onClose} />;
  }
  const none = offered.isPending ? (
    <Skeleton lines={4} />
  ) : (
    <Alert tone="warning">{texts.nothingToGive}</Alert>
  );
  return (
    <Dialog open onClose={onClose} title={texts.createTitle}>
      {offered.error ? <LoadFailure within error={offered.error} onRetry={offered.refetch} /> : none}
    </Dialog>
  );
}

/** Choosing a role empties what belonged to another one, and fills in what there is no choice about. */
function chooseRole(form: CreateUserForm, conferrable: Conferrable, role: string): void {
  form.clearErrors();
  form.setValue('profile_id', startingProfile(conferrable, role));
  form.setValue('organization_id', '');
  form.setValue('partner_id', conferrable.partners.length === 1 ? firstId(conferrable.partners) : '');
  form.setValue('partner_administrator_id', '');
}

function firstId(choices: readonly { id: string }[]): string {
  return choices[0]?.id ?? '';
}

/** The role's default, or the only one there is. */
function startingProfile(conferrable: Conferrable, role: string): string {
  const given = conferrable.roles.find((one) => one.role === role);
  if (!given) return '';
  return given.default_profile_id ?? (given.profiles.length === 1 ? firstId(given.profiles) : '');
}

function startOf(conferrable: Conferrable): CreateUserValues {
  const [only, ...others] = conferrable.roles;
  if (!only || others.length > 0) return emptyUser;
  return {
    ...emptyUser,
    role: only.role,
    profile_id: startingProfile(conferrable, only.role),
    partner_id: conferrable.partners.length === 1 ? firstId(conferrable.partners) : '',
  };
}

function CreateForm({ conferrable, onClose }: { conferrable: Conferrable; onClose: () => void }) {
  const formId = useId();
  const form = useForm<CreateUserValues>({ defaultValues: startOf(conferrable) });
  const role = form.watch('role');
  const create = async (values: CreateUserValues) => {
    const user = await api('POST /users', { body: bodyOf(values) });
    toast.success(texts.created(fullName(user)), texts.createdText(user.email));
    onClose();
    await queryClient.invalidateQueries({ queryKey: ['users'] });
  };
  const roleOptions = conferrable.roles.map((one) => ({ value: one.role, label: one.label }));
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      {role ? (
        <Button type="submit" form={formId} tone="primary" busy={form.formState.isSubmitting}>
          {texts.create}
        </Button>
      ) : null}
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.createTitle}
      description={texts.createText}
      footer={footer}
      dirty={form.formState.isDirty}
    >
      <Form form={form} id={formId} onSubmit={create}>
        <SelectField
          label={usersTexts.role}
          hint={role ? roles[role].purpose : texts.roleHint}
          placeholder={texts.chooseRole}
          options={roleOptions}
          {...field(form, 'role', {
            required: texts.roleMissing,
            onChange: (event) => chooseRole(form, conferrable, event.target.value),
          })}
        />
        {role ? <NewUserFields key={role} form={form} role={role} conferrable={conferrable} /> : null}
      </Form>
    </Dialog>
  );
}
