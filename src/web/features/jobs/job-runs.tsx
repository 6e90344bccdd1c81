import { useInfiniteQuery } from '@tanstack/react-query';
import type { Job, JobRun } from '../../../contract/jobs.ts';
import { ListStates } from '../../access/list-states.tsx';
import { apiList, itemsOf } from '../../lib/queries.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { Pager } from '../../ui/pager.tsx';
import { causeText, durationText } from './job-words.ts';
import { RunResult } from './run-result.tsx';

/** What came of one job, newest first. */
export function JobRuns({ job }: { job: Job }) {
  const list = useInfiniteQuery(apiList('GET /jobs/runs', { query: { job: job.name, limit: 10 } }));
  const rows = itemsOf(list.data);
  return (
    <ListStates query={list} count={rows.length} empty={<p className="py-1">{jobsTexts.noRuns}</p>}>
      <ul aria-label={jobsTexts.runs(job.label)} className="flex flex-col divide-y divide-line">
        {rows.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </ul>
      <Pager
        shown={rows.length}
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => list.fetchNextPage()}
      />
    </ListStates>
  );
}

function Run({ run }: { run: JobRun }) {
  const cause = run.attempt > 1 ? `${causeText(run)}, ${jobsTexts.attempt(run.attempt)}` : causeText(run);
  return (
    <li className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[11rem_16rem_1fr]">
      <span>
        <DateTime value={run.started_at} style="time" />
        {run.finished_at ? (
          <span className="block text-xs text-ink-muted">{jobsTexts.took(durationText(run))}</span>
        ) : null}
      </span>
      <span>{cause}</span>
      <RunResult run={run} />
    </li>
  );
}
