import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Job } from '../../../contract/jobs.ts';
import { ListStates } from '../../access/list-states.tsx';
import { LoadFailure } from '../../access/load-failure.tsx';
import { may } from '../../access/may.ts';
import { apiQuery } from '../../lib/queries.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuAction } from '../../ui/menu-parts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { jobColumns } from './job-columns.tsx';
import { JobRuns } from './job-runs.tsx';
import { RunJob } from './run-job.tsx';

/** While something is under way the page looks again by itself. */
function isBusy(job: Job): boolean {
  return job.last_run?.outcome === 'running' || (job.waiting > 0 && job.retry_at === null);
}

export function JobsPage() {
  const jobs = useQuery({
    ...apiQuery('GET /jobs'),
    refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? 1500 : 30_000),
  });
  const [open, setOpen] = useState<readonly string[]>([]);
  const [running, setRunning] = useState<Job | null>(null);
  useFreshRuns(jobs.data?.items);
  if (jobs.error && !jobs.data) return <LoadFailure error={jobs.error} onRetry={jobs.refetch} />;
  const rows = jobs.data?.items ?? [];
  const isOpen = (name: string) => open.includes(name);
  const toggle = (name: string) =>
    setOpen(isOpen(name) ? open.filter((other) => other !== name) : [...open, name]);
  return (
    <>
      <PageHeader title={jobsTexts.title} subtitle={jobsTexts.subtitle} />
      <Card flush>
        <ListStates query={jobs} count={rows.length} empty={null}>
          <DataTable
            label={jobsTexts.list}
            columns={jobColumns({ isOpen, toggle })}
            rows={rows}
            rowKey={(job) => job.name}
            rowName={(job) => job.label}
            rowActions={(job) => actionsOf(job, () => setRunning(job))}
            onOpen={(job) => toggle(job.name)}
            expanded={(job) => (isOpen(job.name) ? <JobRuns job={job} /> : null)}
          />
        </ListStates>
      </Card>
      {running ? <RunJob job={running} onClose={() => setRunning(null)} /> : null}
    </>
  );
}

/** The runs below a job are read again whenever its last one is another, or has ended. */
function useFreshRuns(jobs: readonly Job[] | undefined) {
  const queryClient = useQueryClient();
  const state = jobs?.map((job) => `${job.last_run?.id} ${job.last_run?.outcome}`).join();
  useEffect(() => {
    if (state) void queryClient.invalidateQueries({ queryKey: ['jobs', 'GET /jobs/runs'] });
  }, [queryClient, state]);
}

function actionsOf(job: Job, onRun: () => void): readonly MenuAction[] {
  if (!may(job, 'jobs.run')) return [];
  const disabledReason = job.runnable ? undefined : jobsTexts.notRunnable;
  const icon = <Play aria-hidden size={14} />;
  return [{ key: 'run', label: jobsTexts.runNow, icon, onSelect: onRun, disabledReason }];
}
