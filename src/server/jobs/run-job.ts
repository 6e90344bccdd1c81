import type { AppContext } from '../app-context.ts';
import { calendarDate, companyTimeZone } from '../company-date.ts';
import { newId } from '../db/id.ts';
import { inRequest } from '../http/request-context.ts';
import type { JobCounts, RunJob } from './define-job.ts';
import type { QueueEntry } from './job-queue.ts';

const longestRunMs = 2 * 3_600_000;

export interface Run {
  readonly app: AppContext;
  readonly entry: QueueEntry;
  /** The entry's id in the queue, and which try this is, from 1. */
  readonly queueId: string | null;
  readonly attempt: number;
  readonly work: RunJob;
  readonly signal: AbortSignal;
}

/** Runs one job once and keeps what came of it. Throws what the job threw, after writing it down. */
export async function runJob({ app, entry, queueId, attempt, work, signal }: Run): Promise<JobCounts> {
  const id = newId();
  const context = { requestId: `job-${id}`, address: null, actor: null, decisionId: null };
  return inRequest(context, async () => {
    await begin(app, id, { entry, queueId, attempt });
    try {
      const today = calendarDate(app.clock(), await companyTimeZone(app.db));
      // The data was checked when it was queued; the table and the handlers pair it with its job.
      const counts = await work({ app, today, data: entry.data as never, signal });
      await end(app, id, { outcome: 'done', counts: JSON.stringify(counts) });
      return counts;
    } catch (error) {
      await end(app, id, { outcome: signal.aborted ? 'interrupted' : 'failed', error: sayable(error) });
      throw error;
    }
  });
}

type Begun = Pick<Run, 'entry' | 'queueId' | 'attempt'>;

/** A run that its process did not live to end is seen as cut off when the next one starts. */
async function begin(app: AppContext, id: string, { entry, queueId, attempt }: Begun): Promise<void> {
  const now = app.clock();
  await app.db.transaction(async () => {
    await app.db.q
      .updateTable('job_runs')
      .set({ outcome: 'interrupted', finished_at: now, error: 'The server ended before the job did.' })
      .where('job', '=', entry.job)
      .where('outcome', '=', 'running')
      .where((run) =>
        run.or([
          run('queue_id', '=', queueId),
          run('started_at', '<', new Date(now.getTime() - longestRunMs)),
        ]),
      )
      .execute();
    const { job, cause, asked_by } = entry;
    await app.db.q
      .insertInto('job_runs')
      .values({ id, job, cause, asked_by, queue_id: queueId, attempt, started_at: now })
      .execute();
  });
}

interface End {
  readonly outcome: 'done' | 'failed' | 'interrupted';
  readonly counts?: string;
  readonly error?: string;
}

async function end(app: AppContext, id: string, values: End): Promise<void> {
  await app.db.q
    .updateTable('job_runs')
    .set({ ...values, finished_at: app.clock() })
    .where('id', '=', id)
    .execute();
}

/** The first line of what went wrong, without the passwords and links that messages of others can carry. */
export function sayable(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line
    .replace(/:\/\/[^\s/@]+@/g, '://…@')
    .replace(/\b(token|password|secret|key|authorization)(["']?\s*[=:]\s*)\S+/gi, '$1$2…')
    .slice(0, 500)
    .toWellFormed()
    .replaceAll('\0', '');
}
