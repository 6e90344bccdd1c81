import { type DataOf, defineJobs } from './define-job.ts';

/** Every job of the product. Its work stands in `handlers.ts`. */
export const jobs = defineJobs({
  purge_expired: {
    label: 'Purge what has expired',
    says: 'Deletes ended sessions, old links and sign-in counts, and kept answers of repeated requests.',
    schedule: { cron: '7 * * * *', says: 'Every hour, at 7 minutes past' },
  },
  purge_job_runs: {
    label: 'Forget old job runs',
    says: 'Deletes the runs shown on this page after 90 days.',
    schedule: { cron: '30 3 * * *', says: 'Every day at 03:30' },
  },
});

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
/** What is passed to `enqueue` behind the name: nothing, or the data of the job. */
export type JobData<N extends JobName> = DataOf<Jobs[N]> extends undefined ? [] : [data: DataOf<Jobs[N]>];
