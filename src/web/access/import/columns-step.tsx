import { importTexts } from '../../texts/import.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { samplesOf } from './chosen-file.ts';
import { formats, guessDateFormat } from './guess.ts';
import type { ImportForm, Plan } from './use-import.ts';

type Field = ImportForm['fields'][number];

export type ColumnsStepProps = {
  fields: readonly Field[];
  plan: Plan;
  /** By `mapping.<field>`. */
  errors: Readonly<Record<string, string>>;
  onChange: (changes: Partial<Omit<Plan, 'file'>>) => void;
};

export function ColumnsStep(props: ColumnsStepProps) {
  const { fields, plan, onChange } = props;
  const guess = guessDateFormat(plan.file, plan.mapping);
  const used = new Set(Object.values(plan.mapping));
  const unused = plan.file.header.filter((column) => column !== '' && !used.has(column));
  const dates = formats.map((value) => ({ value, label: importTexts.dateExamples[value] }));
  return (
    <Card title={importTexts.columnsTitle} flush>
      <p className="px-4 pb-3 text-ink-muted">{importTexts.columnsText}</p>
      <DataTable
        label={importTexts.mappingTable}
        columns={columnsFor(props)}
        rows={fields}
        rowKey={(row) => row.field}
        rowName={(row) => row.label}
      />
      <div className="flex flex-col gap-3 border-t border-line p-4">
        {unused.length > 0 ? (
          <p className="text-ink-muted">
            {importTexts.unused} {unused.join(', ')}
          </p>
        ) : null}
        <SelectField
          label={importTexts.dateFormat}
          options={dates}
          value={plan.dateFormat}
          onChange={(event) =>
            onChange({
              dateFormat: formats.find((format) => format === event.target.value) ?? plan.dateFormat,
            })
          }
          hint={guess ? importTexts.dateGuess(guess.value, guess.column) : importTexts.dateUnclear}
          fieldClassName="sm:max-w-md"
        />
      </div>
    </Card>
  );
}

function columnsFor({ plan, errors, onChange }: ColumnsStepProps): readonly Column<Field>[] {
  const choices = plan.file.header.filter(Boolean).map((value) => ({ value, label: value }));
  const choose = (field: string, column: string) => {
    const { [field]: _before, ...others } = plan.mapping;
    const mapping = column === '' ? others : { ...others, [field]: column };
    const format = guessDateFormat(plan.file, mapping)?.format;
    onChange(format ? { mapping, dateFormat: format } : { mapping });
  };
  return [
    { key: 'field', header: importTexts.field, cell: (row) => <FieldName field={row} /> },
    {
      key: 'column',
      header: importTexts.column,
      cell: (row) => (
        <SelectField
          label={importTexts.columnFor(row.label)}
          labelHidden
          placeholder={importTexts.noColumn}
          options={choices}
          value={plan.mapping[row.field] ?? ''}
          error={errors[`mapping.${row.field}`]}
          onChange={(event) => choose(row.field, event.target.value)}
        />
      ),
    },
    { key: 'sample', header: importTexts.sample, cell: (row) => <Samples plan={plan} field={row.field} /> },
  ];
}

function FieldName({ field }: { field: Field }) {
  return (
    <span className="flex flex-col">
      <span className="font-medium">
        {field.label}
        {field.required ? (
          <span className="font-normal text-ink-muted"> ({importTexts.required})</span>
        ) : null}
      </span>
      {field.says ? <span className="text-xs font-normal text-ink-muted">{field.says}</span> : null}
    </span>
  );
}

/** Secrets in a file are not put on the screen. */
function Samples({ plan, field }: { plan: Plan; field: string }) {
  const column = plan.mapping[field];
  if (column === undefined) return null;
  const secret = /password/i.test(`${field} ${column}`) && !/reset/i.test(field);
  const text = secret ? importTexts.hiddenSample : samplesOf(plan.file, column).join(', ');
  return <span className="text-ink-muted wrap-anywhere">{text}</span>;
}
