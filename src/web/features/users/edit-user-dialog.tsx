import { useId } from 'react';
import { api, type Body } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { queryClient } from '../../lib/query-client.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { uiTexts } from '../../texts/ui.ts';
import { userFormTexts, usersTexts } from '../../texts/users.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { alignmentOptions } from './alignment-options.ts';
import { toOptions, useConferrable } from './use-conferrable.ts';
import type { UserRow } from './user-row.ts';

const labels = {
  first_name: userFormTexts.firstName,
  last_name: userFormTexts.lastName,
  effective_date_alignment: usersTexts.alignment,
  partner_administrator_id: usersTexts.partnerAdministrator,
};

function valuesOf(user: UserRow) {
  return {
    first_name: user.first_name,
    last_name: user.last_name,
    effective_date_alignment: user.effective_date_alignment,
    partner_administrator_id: user.partner_administrator?.id ?? '',
  };
}

type Values = ReturnType<typeof valuesOf>;

function bodyOf({ partner_administrator_id, ...rest }: Partial<Values>): Body<'PATCH /users/:id'> {
  if (partner_administrator_id === undefined) return rest;
  return { ...rest, partner_administrator_id: partner_administrator_id || null };
}

/** The partner's administrators, and whoever it is now, so that the choice never changes by itself. */
function useAdministrators(user: UserRow) {
  const known = useConferrable().data?.partner_administrators ?? [];
  const ofPartner = known.filter((person) => person.partner_id === user.partner?.id);
  const present = user.partner_administrator;
  const missing = present && !ofPartner.some((person) => person.id === present.id) ? [present] : [];
  return toOptions([...missing, ...ofPartner]);
}

export function EditUserDialog({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const formId = useId();
  const administrators = useAdministrators(user);
  const { form, submit, conflict } = useVersionedForm({
    row: user,
    valuesOf,
    load: () => api('GET /users/:id', { params: { id: user.id } }),
    save: async (changes: Partial<Values>, base) => {
      await api('PATCH /users/:id', {
        params: { id: user.id },
        body: bodyOf(changes),
        ifMatch: base.version,
      });
      toast.success(userFormTexts.saved);
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['users'] });
    },
  });
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button type="submit" form={formId} tone="primary" busy={form.formState.isSubmitting}>
        {uiTexts.save}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={userFormTexts.editTitle(fullName(user))}
      footer={footer}
      dirty={form.formState.isDirty}
    >
      <Form form={form} id={formId} onSubmit={submit} warnUnsaved={false}>
        <VersionConflict conflict={conflict} labels={labels} />
        <TextField
          label={labels.first_name}
          {...field(form, 'first_name', { required: userFormTexts.firstNameMissing })}
        />
        <TextField
          label={labels.last_name}
          {...field(form, 'last_name', { required: userFormTexts.lastNameMissing })}
        />
        <SelectField
          label={labels.effective_date_alignment}
          options={alignmentOptions}
          {...field(form, 'effective_date_alignment')}
        />
        {user.role === 'partner_account_executive' && administrators.length > 0 ? (
          <SelectField
            label={labels.partner_administrator_id}
            placeholder={userFormTexts.noPartnerAdministrator}
            options={administrators}
            {...field(form, 'partner_administrator_id')}
          />
        ) : null}
      </Form>
    </Dialog>
  );
}
