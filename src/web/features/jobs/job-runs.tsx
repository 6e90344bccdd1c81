import { useInfiniteQuery } from '@tanstack/react-query';
import type { Job } from '../../../contract/jobs.ts';
import { ListStates } from '../../access/list-states.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { apiList, itemsOf } from '../../lib/queries.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Pager } from '../../ui/pager.tsx';
import { runColumns } from './job-columns.tsx';

/** What came of one job, newest first. */
export function JobRuns({ job }: { job: Job }) {
  const list = useInfiniteQuery(apiList('GET /jobs/runs', { query: { job: job.name, limit: 10 } }));
  const rows = itemsOf(list.data);
  return (
    <ListStates query={list} count={rows.length} empty={<p className="py-1">{jobsTexts.noRuns}</p>}>
      <DataTable
        label={jobsTexts.runs(job.label)}
        columns={runColumns}
        rows={rows}
        rowKey={(run) => run.id}
        rowName={(run) => formatDateTime(run.started_at)}
      />
      <Pager
        shown={rows.length}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
    </ListStates>
  );
}
