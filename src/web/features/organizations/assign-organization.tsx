import type { Organization } from '../../../contract/organizations.ts';
import { api } from '../../lib/api.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { AssigneeFields } from './assignee-fields.tsx';
import type { AssigneeValues } from './assignee-lookup.tsx';

const says = organizationTexts.assignment;

function assigneesOf(row: Organization): AssigneeValues {
  return {
    account_executive_id: row.account_executive,
    partner_id: row.partner,
    partner_account_executive_id: row.partner_account_executive,
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
  return Object.fromEntries(Object.entries(changes).map(([name, item]) => [name, item?.id ?? null]));
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
      {(form) => <AssigneeFields form={form} />}
    </EditRecord>
  );
}
