import { canOnRow } from '../../../access/decide.ts';
import type { Job, JobRun, jobRoutes } from '../../../contract/jobs.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { companyTimeZone } from '../../company-date.ts';
import { type Names, reference, userNames } from '../../db/names.ts';
import type { Handlers } from '../../http/handlers.ts';
import { invalid } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import type { JobSpec } from '../../jobs/define-job.ts';
import { type JobName, jobs } from '../../jobs/jobs.ts';
import { lastRuns, listRuns, type RunRow, type Waiting, waitingEntries } from './repository.ts';

const table: Readonly<Record<string, JobSpec>> = jobs;

export function jobsHandlers(app: AppContext): Handlers<typeof jobRoutes> {
  const { db } = app;
  return {
    'GET /jobs': async ({ subject }) => ({ items: await listJobs(app, subject) }),
    'GET /jobs/runs': async ({ query }) => {
      const { rows, next } = await listRuns(db, query);
      const names = await userNames(
        db,
        rows.map((row) => row.asked_by),
      );
      return { items: rows.map((row) => runShape(row, names)), next };
    },
    'POST /jobs/run': async ({ body }) => {
      const name = requireRunnable(body.job);
      await app.jobs.runNow(name);
      await audit(db, {
        action: 'jobs.run',
        itemType: 'jobs',
        itemId: null,
        itemLabel: jobs[name].label,
        detail: { job: name },
      });
    },
  };
}

function requireRunnable(name: string): JobName {
  if (!Object.hasOwn(table, name)) throw invalid('job', 'There is no such job');
  if (table[name]?.data) throw invalid('job', 'This job runs only when something asks for it');
  return name as JobName;
}

async function listJobs(app: AppContext, subject: SessionSubject): Promise<Job[]> {
  const { db } = app;
  const names = Object.keys(table);
  const [timeZone, last, waiting] = [
    await companyTimeZone(db),
    await lastRuns(db, names),
    await waitingEntries(db),
  ];
  const people = await userNames(
    db,
    [...last.values()].map((run) => run.asked_by),
  );
  const shaped: Job[] = [];
  for (const [name, spec] of Object.entries(table)) {
    const next = spec.schedule ? await app.jobs.nextRun(spec.schedule.cron, timeZone, app.clock()) : null;
    const run = last.get(name);
    shaped.push({
      ...jobShape(name, spec, waiting.get(name)),
      time_zone: timeZone,
      next_run_at: next?.toISOString() ?? null,
      last_run: run ? runShape(run, people) : null,
      can: canOnRow(subject, 'jobs', {}),
    });
  }
  return shaped;
}

function jobShape(name: string, { label, says, schedule, data }: JobSpec, queued: Waiting | undefined) {
  return {
    name,
    label,
    says,
    schedule: schedule?.says ?? null,
    cron: schedule?.cron ?? null,
    waiting: queued?.waiting ?? 0,
    retry_at: queued?.retry_at?.toISOString() ?? null,
    runnable: data === undefined,
  };
}

function runShape(row: RunRow, names: Names): JobRun {
  return {
    ...row,
    asked_by: reference(names, row.asked_by),
    started_at: row.started_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}
