import { z } from 'zod';
import { permit } from './access.ts';
import { can, defineRoutes, limit, pageOf, person, timestamp, uuid } from './route.ts';

/** How a run of a job ended; `interrupted` = its server stopped before it did, and it is tried again. */
export const jobOutcomes = ['running', 'done', 'failed', 'interrupted'] as const;

/** One run of a job: one try of one entry of the queue. */
export const jobRun = z.object({
  id: uuid,
  job: z.string(),
  /** From 1; a failed run is tried again up to five times. */
  attempt: z.int(),
  /** `change`: something that happened asked for it. */
  cause: z.enum(['schedule', 'run_now', 'change']),
  asked_by: person.nullable(),
  started_at: timestamp,
  /** Null while it runs. */
  finished_at: timestamp.nullable(),
  outcome: z.enum(jobOutcomes),
  /** What was done, by kind: `{ "sessions": 3 }`. */
  counts: z.record(z.string(), z.number()),
  /** What went wrong, in one line. */
  error: z.string().nullable(),
});
export type JobRun = z.infer<typeof jobRun>;

/** One job: what it does, when it is due, what came of it last. */
export const job = z.object({
  name: z.string(),
  label: z.string(),
  says: z.string(),
  /** The schedule in words and as five cron fields in `time_zone`; null for a job that only changes ask for. */
  schedule: z.string().nullable(),
  cron: z.string().nullable(),
  time_zone: z.string(),
  next_run_at: timestamp.nullable(),
  last_run: jobRun.nullable(),
  /** Entries that wait in the queue to be run, those that wait to be tried again included. */
  waiting: z.int(),
  /** When the next of the failed entries is tried again. */
  retry_at: timestamp.nullable(),
  /** False for a job that is about something in particular, and so only changes can ask for. */
  runnable: z.boolean(),
  can,
});
export type Job = z.infer<typeof job>;

const name = z.string().min(1).max(100);

export const jobRoutes = defineRoutes({
  'GET /jobs': {
    access: permit('jobs.view'),
    says: 'The recurring work of this installation: schedule, last run, next run.',
    output: z.object({ items: z.array(job) }),
  },
  'GET /jobs/runs': {
    access: permit('jobs.view'),
    says: 'What came of jobs in the last 90 days, newest first.',
    query: z.strictObject({
      job: name.optional(),
      outcome: z.enum(jobOutcomes).optional(),
      limit,
      after: z.string().max(1000).optional(),
    }),
    output: pageOf(jobRun),
  },
  'POST /jobs/run': {
    access: permit('jobs.run'),
    says: 'Asks for a job now, without waiting for its schedule. It runs on one of the servers within seconds.',
    body: z.strictObject({ job: name }),
    status: 202,
    idempotent: true,
  },
});
