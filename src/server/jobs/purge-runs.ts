import type { AppContext } from '../app-context.ts';

const keptForMs = 90 * 24 * 3_600_000;

/** Deletes what came of jobs long ago; the number of runs. */
export async function purgeRuns({ db, clock }: AppContext): Promise<number> {
  const gone = await db.q
    .deleteFrom('job_runs')
    .where('started_at', '<', new Date(clock().getTime() - keptForMs))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
