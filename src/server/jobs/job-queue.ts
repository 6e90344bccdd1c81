import type { PgBoss, SendOptions } from 'pg-boss';
import type { Database } from '../db/database.ts';
import { currentRequest } from '../http/request-context.ts';
import { bossDatabase } from './boss-database.ts';
import type { JobSpec } from './define-job.ts';
import { type JobData, type JobName, jobs } from './jobs.ts';

/** The one queue of pg-boss that every job goes through; made by the migration. */
export const queueName = 'ambit';

/** What an entry of the queue says. */
export interface QueueEntry {
  readonly job: string;
  readonly cause: 'schedule' | 'run_now' | 'change';
  readonly asked_by: string | null;
  readonly data?: unknown;
}

/** Takes jobs inside the transaction that causes them; some node runs each after the commit. */
export interface JobQueue {
  /** Asks for a job in the caller's transaction: it runs if that commits, and never if it does not. */
  enqueue<N extends JobName>(name: N, ...data: JobData<N>): Promise<void>;
  /** The same for a person who does not want to wait for the schedule. */
  runNow(name: JobName): Promise<void>;
  /** Makes the schedules those of the table, in this time zone; in the caller's transaction. */
  schedule(timeZone: string): Promise<void>;
  /** When a schedule is due next after a moment. */
  nextRun(cron: string, timeZone: string, after: Date): Promise<Date | null>;
}

/** What the loop needs of the queue besides. */
export interface OpenQueue extends JobQueue {
  boss(): Promise<PgBoss>;
  /** Whether anything has asked for `boss` yet. */
  isOpen(): boolean;
  /** Called after each commit that asked for a job here. */
  wake: () => void;
}

export type JobTable = Readonly<Record<string, JobSpec>>;

/** The queue over a database. pg-boss is loaded when it is first needed: a start does not wait for it. */
export function createJobQueue(db: Database, table: JobTable = jobs): OpenQueue {
  let opened: Promise<PgBoss> | undefined;
  const boss = () => {
    opened ??= openBoss(db);
    return opened;
  };
  const send = async (job: string, cause: QueueEntry['cause'], given: unknown) => {
    const data = table[job]?.data?.parse(given);
    const asked_by = currentRequest().actor?.id ?? null;
    const entry: QueueEntry = { job, cause, asked_by, ...(data ? { data } : {}) };
    await (await boss()).send(queueName, entry, sendOptions(job, table[job]));
    db.afterCommit(() => queue.wake());
  };
  const queue: OpenQueue = {
    boss,
    isOpen: () => opened !== undefined,
    wake: () => {},
    enqueue: (name, ...[data]) => send(name, 'change', data),
    runNow: (name) => send(name, 'run_now', undefined),
    schedule: async (timeZone) => followTable(await boss(), table, timeZone),
    nextRun: async (cron, tz, from) =>
      (await boss()).previewSchedule(cron, { tz, from, count: 1 })[0] ?? null,
  };
  return queue;
}

async function openBoss(db: Database): Promise<PgBoss> {
  const { PgBoss: Boss } = await import('pg-boss');
  return new Boss({
    db: bossDatabase(db),
    schema: 'pgboss',
    backend: db.engine === 'embedded' ? 'pglite' : 'postgres',
    // Its tables come with our migrations, so that no node changes a database that others serve.
    migrate: false,
    createSchema: false,
    reindex: db.engine === 'postgres',
    monitorVacuum: db.engine === 'postgres',
  });
}

const hour = 3600;

/** Five more tries within about half an hour; a node that died is noticed by its missing heartbeat. */
function sendOptions(job: string, spec: JobSpec | undefined): SendOptions {
  return {
    retryLimit: 5,
    retryDelay: 30,
    retryBackoff: true,
    retryDelayMax: hour,
    expireInSeconds: hour,
    heartbeatSeconds: 60,
    deleteAfterSeconds: 24 * hour,
    // Entries without data all mean the same work: they wait for one that is under way, on any node.
    ...(spec?.data && !spec.alone ? {} : { group: { id: job } }),
  };
}

async function followTable(boss: PgBoss, table: JobTable, timeZone: string): Promise<void> {
  const known = new Map((await boss.getSchedules(queueName)).map((schedule) => [schedule.key, schedule]));
  for (const [job, spec] of Object.entries(table)) {
    const found = known.get(job);
    if (!spec.schedule) continue;
    known.delete(job);
    const { cron } = spec.schedule;
    if (found?.cron === cron && found.timezone === timeZone) continue;
    const entry: QueueEntry = { job, cause: 'schedule', asked_by: null };
    // After a time without any node, each job is caught up on once.
    await boss.schedule(queueName, cron, entry, {
      ...sendOptions(job, spec),
      tz: timeZone,
      key: job,
      missed: 'once',
    });
  }
  for (const job of known.keys()) await boss.unschedule(queueName, job);
}
