import { z } from 'zod';
import { type DataOf, defineJobs } from './define-job.ts';

/** Every job of the product. Its work stands in `handlers.ts`. */
export const jobs = defineJobs({
  book_due: {
    label: 'Invoice what is due',
    says: 'Books periods, renewals, ends of trials, waiting changes, cancellations and expiries on their day.',
    schedule: { cron: '5 * * * *', says: 'Every hour, at 5 minutes past' },
  },
  mail_invoices: {
    label: 'Mail new invoices',
    says: 'Sends invoices that were issued since, with their PDF, to their organizations.',
    schedule: { cron: '15 * * * *', says: 'Every hour, at 15 minutes past' },
  },
  remind_overdue: {
    label: 'Remind of overdue invoices',
    says: 'Sends reminders from 3, 14 and 30 days overdue, each once.',
    schedule: { cron: '0 8 * * *', says: 'Every day at 08:00' },
  },
  reconcile_payments: {
    label: 'Reconcile payments',
    says: 'Asks the payment gateway what became of payments and refunds that are still pending.',
    schedule: { cron: '*/5 * * * *', says: 'Every 5 minutes' },
  },
  close_settled_cases: {
    label: 'Close settled cases',
    says: 'Closes cases that were resolved more than 14 days ago, when a reply can not reopen them any more.',
    schedule: { cron: '45 3 * * *', says: 'Every day at 03:45' },
  },
  run_export: {
    label: 'Write a long export',
    says: 'Writes a list that somebody wants as CSV, page by page, with what they may see at that time.',
    data: z.object({ export_id: z.uuid() }),
    alone: true,
  },
  purge_expired: {
    label: 'Purge what has expired',
    says: 'Deletes ended sessions, old links and sign-in counts, kept answers of repeated requests, files of exports, and notifications after 90 days.',
    schedule: { cron: '7 * * * *', says: 'Every hour, at 7 minutes past' },
  },
  fold_rollups: {
    label: 'Fold the sums of dashboards',
    says: 'Puts together what changes added to the sums that dashboards are counted from, so that they stay quick to read.',
    schedule: { cron: '*/10 * * * *', says: 'Every 10 minutes' },
  },
  recount_rollups: {
    label: 'Recount the sums of dashboards',
    says: 'Counts the records themselves, and corrects sums of dashboards that say anything else, as after a repair of the database by hand.',
    schedule: { cron: '50 3 * * *', says: 'Every day at 03:50' },
  },
  vacuum_embedded: {
    label: 'Tidy the embedded database',
    says: 'Makes the room of changed and deleted rows free again. A PostgreSQL server does so by itself: there this does nothing.',
    schedule: { cron: '15 4 * * *', says: 'Every day at 04:15' },
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
