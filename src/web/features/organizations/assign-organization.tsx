import type { Organization } from '../../../contract/organizations.ts';
import { api } from '../../lib/api.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { field } from '../../ui/form.tsx';
import { AssigneeFields, type AssigneeValues } from './assignee-fields.tsx';

const says = organizationTexts.assignment;

function assigneesOf(row: Organization): AssigneeValues {
  return {
    account_executive_id: row.account_executive?.id ?? '',
    partner_id: row.partner?.id ?? '',
    partner_account_executive_id: row.partner_account_executive?.id ?? '',
  };
}

function assigneeNames(row: Organization) {
  return {
    account_executive_id: row.account_executive?.name,
    partner_id: row.partner?.name,
    partner_account_executive_id: row.partner_account_executive?.name,
  };
}

/** Emptied means nobody. */
function toBody(changes: Partial<AssigneeValues>) {
  return Object.fromEntries(Object.entries(changes).map(([name, id]) => [name, id === '' ? null : id]));
}

const labels = {
  account_executive_id: organizationTexts.fields.account_executive,
  partner_id: organizationTexts.fields.partner,
  partner_account_executive_id: organizationTexts.fields.partner_account_executive,
};

export function AssignOrganization({ row, onClose }: { row: Organization; onClose: () => void }) {
  return (
    <EditRecord
      resource="organizations"
      row={row}
      onClose={onClose}
      title={says.title(row.name)}
      description={says.text}
      side="center"
      size="small"
      labels={labels}
      valuesOf={assigneesOf}
      wordsOf={assigneeNames}
      save={(changes, { id, version }) =>
        api('POST /organizations/:id/assign', { params: { id }, body: toBody(changes), ifMatch: version })
      }
      submit={says.submit}
      saved={says.done(row.name)}
      unchanged={says.unchanged}
      reloadsAll
    >
      {(form) => (
        <AssigneeFields
          bind={(name, rules) => field(form, name, rules)}
          partner={form.watch('partner_id')}
          onPartnerChange={() => form.setValue('partner_account_executive_id', '', { shouldDirty: true })}
          current={row}
        />
      )}
    </EditRecord>
  );
}
