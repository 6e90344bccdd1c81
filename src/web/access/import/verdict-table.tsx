import { useState } from 'react';
import type { ImportResult } from '../../../contract/imports.ts';
import { formatNumber } from '../../lib/format.ts';
import { oneOf } from '../../lib/url-search.ts';
import { importTexts } from '../../texts/import.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FilterSelect } from '../../ui/filter-bar.tsx';
import { Pager } from '../../ui/pager.tsx';
import { VerdictBadge, verdicts } from './verdict-badge.tsx';

type Line = ImportResult['verdicts'][number];

const pageSize = 50;

export type FieldLabels = Readonly<Record<string, string>>;

const columnsWith = (labels: FieldLabels): readonly Column<Line>[] => [
  {
    key: 'row',
    header: importTexts.row,
    cell: (line) => <span className="tabular">{formatNumber(line.row)}</span>,
  },
  { key: 'verdict', header: importTexts.verdict, cell: (line) => <VerdictBadge verdict={line.verdict} /> },
  { key: 'record', header: importTexts.record, cell: (line) => line.label },
  {
    key: 'reasons',
    header: importTexts.reasons,
    cell: (line) => (
      <span className="flex flex-col">
        {line.fields.map(({ field, message }) => (
          <span key={`${field} ${message}`}>{field ? `${labels[field] ?? field}: ${message}` : message}</span>
        ))}
      </span>
    ),
  },
];

export type VerdictTableProps = { result: ImportResult; labels: FieldLabels };

/** What happens, or happened, to each row; refused ones first. */
export function VerdictTable({ result, labels }: VerdictTableProps) {
  const [only, setOnly] = useState('');
  const [pages, setPages] = useState(1);
  const kind = oneOf(only, verdicts);
  const lines = kind ? result.verdicts.filter((line) => line.verdict === kind) : result.verdicts;
  const shown = lines.slice(0, pages * pageSize);
  const choices = verdicts.map((value) => ({ value, label: importTexts.verdicts[value] }));
  const choose = (value: string) => {
    setOnly(value);
    setPages(1);
  };
  if (result.verdicts.length === 0) return null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <FilterSelect label={importTexts.verdict} value={only} options={choices} onChange={choose} />
        {result.verdicts.length < result.rows ? (
          <p className="text-ink-muted">{importTexts.listed(formatNumber(result.verdicts.length))}</p>
        ) : null}
      </div>
      <div className="rounded-lg border border-line">
        <DataTable
          label={importTexts.verdictTable}
          columns={columnsWith(labels)}
          rows={shown}
          rowKey={(line) => String(line.row)}
          rowName={(line) => line.label}
        />
        <Pager
          shown={shown.length}
          total={formatNumber(lines.length)}
          hasMore={shown.length < lines.length}
          loading={false}
          onMore={() => setPages(pages + 1)}
        />
      </div>
    </div>
  );
}
