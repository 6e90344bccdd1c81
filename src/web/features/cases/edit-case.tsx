import type { Case } from '../../../contract/cases.ts';
import { useAccess } from '../../access/use-access.ts';
import { api } from '../../lib/api.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { caseTexts } from '../../texts/cases.ts';
import { field } from '../../ui/form.tsx';
import { CaseFields } from './case-fields.tsx';
import { type CaseValues, toBody, valuesOf, wordsOf } from './case-values.ts';
import { LinkField } from './link-field.tsx';

/** Changes what a case is about and who sees it, as far as the reader's role reaches. */
export function EditCase({ row, onClose }: { row: Case; onClose: () => void }) {
  const allowed = useAccess().resources.cases?.edit_fields ?? null;
  return (
    <EditRecord<'cases', CaseValues>
      resource="cases"
      row={row}
      onClose={onClose}
      title={caseTexts.form.editTitle(row.number)}
      description={allowed ? caseTexts.form.limited : row.organization.name}
      labels={caseTexts.fields}
      valuesOf={valuesOf}
      wordsOf={wordsOf}
      save={(changes, { id, version }) =>
        api('PATCH /cases/:id', { params: { id }, body: toBody(changes), ifMatch: version })
      }
    >
      {(form) => (
        <>
          <CaseFields bind={(name, rules) => field(form, name, rules)} allowed={allowed} />
          <LinkField form={form} organizationId={row.organization.id} />
        </>
      )}
    </EditRecord>
  );
}
