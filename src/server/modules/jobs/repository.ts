import { sql } from 'kysely';
import { cursorOf, readCursor } from '../../db/cursor.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import { queueName } from '../../jobs/job-queue.ts';

export type RunRow = Row<'job_runs'>;

interface Filters {
  readonly job?: string | undefined;
  readonly outcome?: RunRow['outcome'] | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** One page of runs, newest first. */
export async function listRuns(
  db: Database,
  { job, outcome, limit, after }: Filters,
): Promise<{ rows: RunRow[]; next: string | null }> {
  let query = db.q
    .selectFrom('job_runs')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (job !== undefined) query = query.where('job', '=', job);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (after !== undefined) {
    const { value, id } = readCursor(after, '-started_at', 'timestamptz');
    query = query.where(sql<boolean>`(started_at, id) < (${value}::timestamptz, ${id}::uuid)`);
  }
  const found = await query.execute();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last;
  return { rows, next: more ? cursorOf('-started_at', last.started_at.toISOString(), last.id) : null };
}

/** The newest run of each job that has one. */
export async function lastRuns(db: Database, names: readonly string[]): Promise<Map<string, RunRow>> {
  const rows = await db.raw<RunRow>(
    `select r.* from unnest($1::text[]) as wanted(job), lateral (
  select * from job_runs where job = wanted.job order by started_at desc, id desc limit 1) as r`,
    [names],
  );
  return new Map(rows.map((row) => [row.job, row]));
}

export interface Waiting {
  readonly job: string;
  readonly waiting: number;
  readonly retry_at: Date | null;
}

/** What stands in the queue, by job. */
export async function waitingEntries(db: Database): Promise<Map<string, Waiting>> {
  const rows = await db.raw<Waiting>(
    `select data ->> 'job' as job, count(*)::int as waiting, min(start_after) filter (where state = 'retry') as retry_at
from pgboss.job where name = $1 and state < 'active' group by 1`,
    [queueName],
  );
  return new Map(rows.map((row) => [row.job, row]));
}
