import { dashboardTexts } from '../../texts/dashboard.ts';
import { Card } from '../../ui/card.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { FigureLink } from './figure-link.tsx';
import { type CountRow, countOf, type Kind, kinds, statuses } from './organization-counts.ts';

/** A kind, or all of them. */
type Line = { key: string; label: string; filter: { kind?: Kind } };

const lines: readonly Line[] = [
  ...kinds.map((kind) => ({ key: kind, label: dashboardTexts.kinds[kind], filter: { kind } })),
  { key: 'all', label: dashboardTexts.total, filter: {} },
];

function columnsOver(rows: readonly CountRow[]): readonly Column<Line>[] {
  return [
    { key: 'kind', header: dashboardTexts.kind, cell: (line) => line.label },
    ...statuses.map((status) => ({
      key: status,
      header: dashboardTexts.statuses[status],
      align: 'end' as const,
      cell: (line: Line) => (
        <FigureLink
          count={countOf(rows, { ...line.filter, status })}
          filter={{ ...line.filter, status }}
          says={`${dashboardTexts.statuses[status]}, ${line.label}`}
        />
      ),
    })),
    {
      key: 'total',
      header: dashboardTexts.total,
      align: 'end',
      cell: (line) => (
        <FigureLink count={countOf(rows, line.filter)} filter={line.filter} says={line.label} />
      ),
    },
    {
      key: 'share',
      header: dashboardTexts.share,
      cell: (line) => <Share part={countOf(rows, line.filter)} whole={countOf(rows)} />,
    },
  ];
}

const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

function Share({ part, whole }: { part: number; whole: number }) {
  const share = whole === 0 ? 0 : part / whole;
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden className="h-2 min-w-12 flex-1 overflow-hidden rounded-full bg-subtle">
        <span className="block h-full rounded-full bg-accent-solid" style={{ width: `${share * 100}%` }} />
      </span>
      <span className="tabular w-10 text-end">{percent.format(share)}</span>
    </span>
  );
}

export function OrganizationTable({ rows }: { rows: readonly CountRow[] }) {
  return (
    <Card title={dashboardTexts.table} flush>
      <div className="mt-2">
        <DataTable
          label={dashboardTexts.table}
          columns={columnsOver(rows)}
          rows={lines}
          rowKey={(line) => line.key}
          rowName={(line) => line.label}
        />
      </div>
    </Card>
  );
}
