import { type UseFormReturn, useController } from 'react-hook-form';
import type { Case } from '../../../contract/cases.ts';
import { api } from '../../lib/api.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { caseTexts } from '../../texts/cases.ts';
import { LookupField, type LookupItem, type LookupPage } from '../../ui/lookup-field.tsx';

const says = caseTexts.assignment;

type Values = { assignee_id: LookupItem | null };

export function AssignCase({ row, onClose }: { row: Case; onClose: () => void }) {
  return (
    <EditRecord<'cases', Values>
      resource="cases"
      row={row}
      onClose={onClose}
      title={says.title(row.number)}
      description={says.text}
      side="center"
      size="small"
      labels={caseTexts.fields}
      valuesOf={({ assignee }) => ({ assignee_id: assignee })}
      wordsOf={({ assignee }) => ({ assignee_id: assignee?.name })}
      save={({ assignee_id }, { id, version }) =>
        api('POST /cases/:id/assign', {
          params: { id },
          body: { assignee_id: assignee_id?.id ?? null },
          ifMatch: version,
        })
      }
      submit={says.submit}
      saved={says.done(row.number)}
      unchanged={says.unchanged}
    >
      {(form) => <AssigneeField form={form} />}
    </EditRecord>
  );
}

function AssigneeField({ form }: { form: UseFormReturn<Values> }) {
  const chosen = useController({ control: form.control, name: 'assignee_id' });
  return (
    <LookupField
      label={caseTexts.fields.assignee}
      placeholder={says.nobody}
      value={chosen.field.value}
      onChange={chosen.field.onChange}
      error={chosen.fieldState.error?.message}
      searchKey="case assignees"
      search={findAssignees}
      inputRef={chosen.field.ref}
    />
  );
}

function findAssignees(q: string, signal: AbortSignal): Promise<LookupPage> {
  return api('GET /cases/assignees', { query: { limit: 50, ...(q ? { q } : {}) }, signal });
}
