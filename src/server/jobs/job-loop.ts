import { setTimeout as delay } from 'node:timers/promises';
import type { JobWithMetadata } from 'pg-boss';
import type { AppContext } from '../app-context.ts';
import { companyTimeZone } from '../company-date.ts';
import type { RunJob } from './define-job.ts';
import { type OpenQueue, type QueueEntry, queueName } from './job-queue.ts';
import { runJob } from './run-job.ts';

/** How long a stop waits for the job under way; one that is cut off runs again later. */
const patienceMs = 10_000;

export interface JobLoop {
  /** Done when the loop is under way; it never fails. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

export interface LoopParts {
  readonly app: AppContext;
  readonly queue: OpenQueue;
  readonly handlers: Readonly<Record<string, RunJob>>;
  readonly log: { warn(details: object, message: string): void };
  /** Seconds between two looks for what other nodes have queued. */
  readonly pollSeconds?: number;
  /** How long to wait first: a server that just started has its first page to show. */
  readonly waitMs?: number;
}

/** Runs due jobs in this process until it is stopped. Several nodes over one database share the work. */
export function startJobLoop(parts: LoopParts): JobLoop {
  const stopping = new AbortController();
  const started = begin(parts, stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted) parts.log.warn({ err: error }, 'jobs could not be started');
  });
  return {
    started,
    stop: async () => {
      stopping.abort();
      await started;
      await end(parts);
    },
  };
}

async function begin(parts: LoopParts, stopping: AbortSignal): Promise<void> {
  const { app, queue, log, pollSeconds = 5, waitMs = 0 } = parts;
  await delay(waitMs, undefined, { signal: stopping, ref: false });
  const boss = await queue.boss();
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue met an error'));
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'));
  await boss.start();
  await app.db.transaction(async () => queue.schedule(await companyTimeZone(app.db)));
  const options = {
    includeMetadata: true,
    pollingIntervalSeconds: pollSeconds,
    localConcurrency: 2,
    groupConcurrency: 1,
  } as const;
  const worker = await boss.work<QueueEntry, unknown, typeof options>(queueName, options, async (found) => {
    for (const job of found) await runEntry(parts, job, stopping);
  });
  queue.wake = () => boss.notifyWorker(worker);
}

async function end({ queue }: LoopParts): Promise<void> {
  if (!queue.isOpen()) return;
  const boss = await queue.boss();
  queue.wake = () => {};
  const drained = boss.offWork(queueName, { wait: true });
  await Promise.race([drained, delay(patienceMs, undefined, { ref: false })]);
  await boss.stop({ graceful: false });
}

async function runEntry(
  { app, handlers, log }: LoopParts,
  { id, data: entry, retryCount, signal }: JobWithMetadata<QueueEntry>,
  stopping: AbortSignal,
): Promise<void> {
  const work = handlers[entry.job] ?? unknown;
  const either = AbortSignal.any([signal, stopping]);
  try {
    await runJob({ app, entry, queueId: id, attempt: retryCount + 1, work, signal: either });
  } catch (error) {
    log.warn({ err: error, job: entry.job, attempt: retryCount + 1 }, 'a job failed');
    // What is thrown from here is kept in the queue, which tries again later.
    throw new Error(`${entry.job} failed; see its run`);
  }
}

async function unknown(): Promise<never> {
  throw new Error('This version of Ambit has no such job.');
}
