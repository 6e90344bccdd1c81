import { bookAllDueInLanes } from '../commerce/book-all-due.ts';
import { foldRollups, recountRollups } from '../db/rollups.ts';
import { vacuumEmbedded } from '../db/vacuum.ts';
import { purgeExports } from '../exports/purge-exports.ts';
import { runExport } from '../exports/run-export.ts';
import { purgeAnswers } from '../http/idempotency.ts';
import { sweepImports } from '../import/import-log.ts';
import { closeSettledCases } from '../modules/cases/close-settled.ts';
import { mailNewInvoices, remindOverdue } from '../modules/invoices/mailing.ts';
import { reconcilePayments } from '../modules/payments/reconcile.ts';
import { sweepSessions } from '../modules/session/sessions.ts';
import { purgeNotifications } from '../notifications/purge-notifications.ts';
import type { JobHandlers } from './define-job.ts';
import type { jobs } from './jobs.ts';
import { purgeRuns } from './purge-runs.ts';

/** The work of every job. */
export const jobHandlers: JobHandlers<typeof jobs> = {
  purge_expired: async ({ app }) => ({
    ...(await sweepSessions(app)),
    kept_answers: await purgeAnswers(app.db, app.clock()),
    import_verdicts: await sweepImports(app),
    exports: await purgeExports(app),
    notifications: await purgeNotifications(app),
  }),
  run_export: ({ app, data, signal }) => runExport(app, data.export_id, signal),
  book_due: async ({ app, today, signal }) => ({ ...(await bookAllDueInLanes({ app, today, signal })) }),
  mail_invoices: async ({ app, signal }) => ({ mailed: await mailNewInvoices(app, signal) }),
  remind_overdue: async ({ app, today, signal }) => ({ reminded: await remindOverdue(app, today, signal) }),
  reconcile_payments: async ({ app }) => reconcilePayments(app),
  close_settled_cases: async ({ app, signal }) => ({ closed: await closeSettledCases(app, signal) }),
  fold_rollups: async ({ app }) => ({ rows: await foldRollups(app.db) }),
  recount_rollups: async ({ app }) => ({ corrected: await recountRollups(app.db) }),
  vacuum_embedded: async ({ app, signal }) => ({ tables: await vacuumEmbedded(app.db, signal) }),
  purge_job_runs: async ({ app }) => ({ runs: await purgeRuns(app) }),
};
