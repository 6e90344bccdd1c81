import { api, type Body } from '../../lib/api.ts';
import { fullName } from '../../lib/format.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { userFormTexts, usersTexts } from '../../texts/users.ts';
import { field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
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

export function EditUserDialog({ row: user, onClose }: { row: UserRow; onClose: () => void }) {
  const administrators = useAdministrators(user);
  return (
    <EditRecord
      resource="users"
      row={user}
      onClose={onClose}
      title={userFormTexts.editTitle(fullName(user))}
      side="center"
      size="small"
      labels={labels}
      valuesOf={valuesOf}
      save={(changes: Partial<Values>, { id, version }) =>
        api('PATCH /users/:id', { params: { id }, body: bodyOf(changes), ifMatch: version })
      }
      saved={userFormTexts.saved}
    >
      {(form) => (
        <>
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
        </>
      )}
    </EditRecord>
  );
}
