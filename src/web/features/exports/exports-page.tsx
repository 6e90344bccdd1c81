import { useQuery } from '@tanstack/react-query';
import type { ExportRunItem } from '../../../contract/export-runs.ts';
import { ListStates } from '../../access/list-states.tsx';
import { apiQuery } from '../../lib/queries.ts';
import { exportTexts } from '../../texts/exports.ts';
import { shellTexts } from '../../texts/shell.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { exportColumns, exportName } from './export-columns.tsx';

const everyMs = 1500;

function underWay({ state }: ExportRunItem): boolean {
  return state === 'waiting' || state === 'running';
}

/** The reader's own long exports; asked again and again while one is under way. */
export function ExportsPage() {
  const query = useQuery({
    ...apiQuery('GET /exports'),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(underWay) ? everyMs : false),
  });
  const rows = query.data?.items ?? [];
  const empty = <EmptyState title={exportTexts.emptyTitle} text={exportTexts.emptyText} />;
  return (
    <>
      <PageHeader title={shellTexts.exports} subtitle={exportTexts.subtitle} />
      <Card flush>
        <ListStates query={query} count={rows.length} empty={empty}>
          <DataTable
            label={exportTexts.list}
            columns={exportColumns}
            rows={rows}
            rowKey={({ id }) => id}
            rowName={exportName}
          />
        </ListStates>
      </Card>
    </>
  );
}
