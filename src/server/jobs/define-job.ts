import type { z } from 'zod';
import type { AppContext } from '../app-context.ts';

/** One job as data: what it is called, when it is due by itself, what it is given. */
export interface JobSpec {
  readonly label: string;
  /** One sentence, for administrators. */
  readonly says: string;
  /** Absent: it runs only when a change asks for it. */
  readonly schedule?: {
    /** Five fields, in the time zone of the company. */
    readonly cron: string;
    /** The same in words. */
    readonly says: string;
  };
  /** What each entry carries: ids, never secrets. A job with data is not on a schedule and has no "Run now". */
  readonly data?: z.ZodObject;
  /** With data: one entry at a time on all servers, the others wait. Without data that is always so. */
  readonly alone?: true;
}

/** Keeps the literal types of a table of jobs. */
export function defineJobs<const T extends Record<string, JobSpec>>(jobs: T): T {
  return jobs;
}

/** What an entry of the queue gives to its job, checked. */
export type DataOf<S> = S extends { readonly data: infer Z extends z.ZodObject } ? z.output<Z> : undefined;

/** What a job is called with. */
export interface JobContext<Data = unknown> {
  readonly app: AppContext;
  /** The calendar date in the time zone of the company, by the app's clock. */
  readonly today: string;
  readonly data: Data;
  /** Aborted when the server stops or the time is up: long work asks between its parts. */
  readonly signal: AbortSignal;
}

/** What was done, by kind: `{ sessions: 3 }`. */
export type JobCounts = Readonly<Record<string, number>>;

/**
 * Does the work, in transactions of its own. It may be called again with the same data at any time, on several
 * nodes at once, and after it was cut off anywhere.
 */
export type RunJob<Data = never> = (context: JobContext<Data>) => Promise<JobCounts>;

/** The work of every job of a table; one without it does not compile. */
export type JobHandlers<T extends Record<string, JobSpec>> = {
  readonly [K in keyof T]: RunJob<DataOf<T[K]>>;
};
