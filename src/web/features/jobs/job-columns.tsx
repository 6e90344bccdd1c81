import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Job } from '../../../contract/jobs.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import { durationText } from './job-words.ts';
import { RunResult } from './run-result.tsx';

type Toggle = { isOpen: (name: string) => boolean; toggle: (name: string) => void };

/** The first cell opens the runs of the job, for pointer and keyboard alike. */
export function jobColumns({ isOpen, toggle }: Toggle): readonly Column<Job>[] {
  return [
    {
      key: 'label',
      header: jobsTexts.job,
      cell: (job) => <JobCell job={job} open={isOpen(job.name)} onToggle={() => toggle(job.name)} />,
    },
    {
      key: 'schedule',
      header: jobsTexts.schedule,
      cell: (job) => (
        <span>
          {job.schedule ?? jobsTexts.onDemand}
          {job.schedule ? <span className="block text-xs text-ink-muted">{job.time_zone}</span> : null}
        </span>
      ),
    },
    {
      key: 'last_run',
      header: jobsTexts.lastRun,
      cell: ({ last_run }) =>
        last_run ? (
          <span>
            <DateTime value={last_run.started_at} style="relative" />
            <span className="block text-xs text-ink-muted">{durationText(last_run)}</span>
          </span>
        ) : (
          <span className="text-ink-muted">{jobsTexts.never}</span>
        ),
    },
    { key: 'outcome', header: jobsTexts.outcome, cell: (job) => <Outcome job={job} /> },
    {
      key: 'next_run',
      header: jobsTexts.nextRun,
      nowrap: true,
      cell: (job) => <DateTime value={job.next_run_at} style="time" />,
    },
  ];
}

function JobCell({ job, open, onToggle }: { job: Job; open: boolean; onToggle: () => void }) {
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <span>
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? jobsTexts.hide(job.label) : jobsTexts.show(job.label)}
        onClick={onToggle}
        className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded px-1 text-start hover:text-accent"
      >
        <Icon aria-hidden size={14} className="shrink-0 text-ink-muted" />
        {job.label}
      </button>
      <span className="block ps-4.5 text-xs font-normal text-ink-muted">{job.says}</span>
    </span>
  );
}

function Outcome({ job }: { job: Job }) {
  const { last_run, waiting, retry_at } = job;
  return (
    <span className="flex flex-col items-start gap-0.5">
      {last_run ? <RunResult run={last_run} /> : waiting > 0 ? null : uiTexts.empty}
      {retry_at ? (
        <span className="text-xs text-ink-muted">
          {jobsTexts.retries} <DateTime value={retry_at} style="relative" />
        </span>
      ) : waiting > 0 ? (
        <Badge tone="info">{jobsTexts.waiting(waiting)}</Badge>
      ) : null}
    </span>
  );
}
