import { purgeAnswers } from '../http/idempotency.ts';
import { sweepImports } from '../import/import-log.ts';
import { sweepSessions } from '../modules/session/sessions.ts';
import type { JobHandlers } from './define-job.ts';
import type { jobs } from './jobs.ts';
import { purgeRuns } from './purge-runs.ts';

/** The work of every job. */
export const jobHandlers: JobHandlers<typeof jobs> = {
  purge_expired: async ({ app }) => ({
    ...(await sweepSessions(app)),
    kept_answers: await purgeAnswers(app.db, app.clock()),
    import_verdicts: await sweepImports(app),
  }),
  purge_job_runs: async ({ app }) => ({ runs: await purgeRuns(app) }),
};
