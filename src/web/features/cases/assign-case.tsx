import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../contract/cases.ts';
import { api } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { EditRecord } from '../../records/edit-record.tsx';
import { caseTexts } from '../../texts/cases.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { type Bind, field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const says = caseTexts.assignment;

type Values = { assignee_id: string };

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
      valuesOf={({ assignee }) => ({ assignee_id: assignee?.id ?? '' })}
      wordsOf={({ assignee }) => ({ assignee_id: assignee?.name })}
      save={({ assignee_id }, { id, version }) =>
        api('POST /cases/:id/assign', {
          params: { id },
          body: { assignee_id: assignee_id || null },
          ifMatch: version,
        })
      }
      submit={says.submit}
      saved={says.done(row.number)}
      unchanged={says.unchanged}
    >
      {(form) => <AssigneeField row={row} bind={(name) => field(form, name)} />}
    </EditRecord>
  );
}

/** Whoever works on it now stays on offer, also when the reader could not choose them anew. */
function AssigneeField({ row, bind }: { row: Case; bind: Bind<'assignee_id'> }) {
  const people = useQuery(apiQuery('GET /cases/assignees'));
  if (people.isPending) return <Skeleton lines={2} />;
  if (people.error) return <ErrorState error={people.error} onRetry={people.refetch} />;
  const { items } = people.data;
  const current = row.assignee && !items.some(({ id }) => id === row.assignee?.id) ? [row.assignee] : [];
  const options = [...items, ...current].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label={caseTexts.fields.assignee}
      placeholder={says.nobody}
      options={options}
      {...bind('assignee_id')}
    />
  );
}
