import { ceilingOf } from '../../../catalog/catalog.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { useAccess } from '../../access/use-access.ts';
import { useSession } from '../../access/use-session.ts';
import { api } from '../../lib/api.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { field } from '../../ui/form.tsx';
import { OrganizationFields } from './organization-fields.tsx';
import { detailsOf, toDetails } from './organization-values.ts';

/** What the reader's role may change of it: less of the partner they work for than of its customers. Null: all. */
function useEditableFields(row: Organization): readonly string[] | null {
  const { role, resources } = useAccess();
  const own =
    useSession().user.partner_id === row.id ? ceilingOf(role, 'organizations')?.ownEditFields : null;
  return own ?? resources.organizations?.edit_fields ?? null;
}

/** Changes details of an organization, as far as the reader's role reaches. */
export function EditOrganization({ row, onClose }: { row: Organization; onClose: () => void }) {
  const allowed = useEditableFields(row);
  return (
    <EditRecord
      resource="organizations"
      row={row}
      onClose={onClose}
      title={organizationTexts.form.editTitle(row.name)}
      description={allowed ? organizationTexts.form.limited : row.number}
      labels={organizationTexts.fields}
      valuesOf={detailsOf}
      save={(changes, { id, version }) =>
        api('PATCH /organizations/:id', { params: { id }, body: toDetails(changes), ifMatch: version })
      }
    >
      {(form) => (
        <OrganizationFields
          bind={(name, rules) => field(form, name, rules)}
          current={detailsOf(row)}
          allowed={allowed}
        />
      )}
    </EditRecord>
  );
}
