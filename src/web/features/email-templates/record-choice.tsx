import { useQuery } from '@tanstack/react-query';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { useCan } from '../../access/use-can.tsx';
import { recordName } from '../../records/record-names.ts';
import { type RowOf, recordQueries } from '../../records/record-queries.ts';
import { emailTemplateTexts } from '../../texts/email-templates.ts';
import { SelectField } from '../../ui/select-field.tsx';

type About = NonNullable<EmailTemplate['preview_with']>;

const says = emailTemplateTexts.preview;
const newest = { limit: 50, sort: '-created_at' };

type Props = { about: About; value: string; onChange: (id: string) => void };

/** Samples, or one of the newest records that the reader may view. */
export function RecordChoice(props: Props) {
  return useCan(`${props.about}.view`) ? <Choice {...props} /> : null;
}

function Choice({ about, value, onChange }: Props) {
  const { data } = useQuery(recordQueries(about).page(newest));
  const rows: readonly RowOf<About>[] = data?.items ?? [];
  const options = rows.map((row) => {
    const { name, note } = recordName(about, row as RowOf<typeof about>);
    return { value: row.id, label: note ? `${name}, ${note}` : name };
  });
  return (
    <SelectField
      label={says.with[about]}
      hint={says.newest}
      value={value}
      placeholder={says.samples}
      options={options}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
