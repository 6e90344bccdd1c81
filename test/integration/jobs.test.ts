import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import type { JobSpec } from '../../src/server/jobs/define-job.ts';
import { jobs } from '../../src/server/jobs/jobs.ts';
import { end, freshInstallation, type Process, signIn, startProcess } from '../kit/process.ts';

const postgres = process.env.AMBIT_TEST_ENGINE === 'postgres';
const patient = { timeout: 40_000, interval: 100 };

interface Shown {
  readonly name: string;
  readonly waiting: number;
  readonly last_run: { outcome: string } | null;
}

const ask = (client: Awaited<ReturnType<typeof signIn>>, node: Process, job: string, key: string) =>
  client.on(node.url)('POST', '/jobs/run', { job }, { 'idempotency-key': key });

describe('a server', () => {
  it('runs a job that is asked for, and ends cleanly when it is told to', async () => {
    const { env, remove } = await freshInstallation();
    try {
      const server = await startProcess(env);
      const admin = await signIn(server.url, 'Global Administrator');
      expect((await ask(admin, server, 'purge_expired', 'one')).status).toBe(202);
      await vi.waitFor(async () => {
        const { items } = (await admin.on(server.url)('GET', '/jobs')).body as { items: Shown[] };
        expect(items.find(({ name }) => name === 'purge_expired')?.last_run?.outcome).toBe('done');
      }, patient);
      await ask(admin, server, 'purge_expired', 'two');
      await end(server);
      expect(server.child.exitCode).toBe(0);
      expect(server.output()).not.toMatch(/error|failed/i);
    } finally {
      await remove();
    }
  }, 120_000);
});

const table: Readonly<Record<string, JobSpec>> = jobs;
const names = Object.keys(table)
  .filter((name) => table[name]?.schedule)
  .sort();

interface Run {
  readonly job: string;
  readonly cause: string;
}

/** Jobs are due by the clock on the wall as well: the minutes since `from` that a schedule such as `5 * * * *` names. */
function ticksSince(from: number, cron: string): number {
  const [minute = '*', hour = '*'] = cron.split(' ');
  const named = (field: string, value: number) =>
    field === '*' ||
    (field.startsWith('*/') ? value % Number(field.slice(2)) === 0 : Number(field) === value);
  // The minute under way counts: a tick of it can still be seen after `from`.
  const first = Math.floor(from / 60_000);
  const minutes = Math.max(0, Math.floor(Date.now() / 60_000) - first + 1);
  return Array.from({ length: minutes }, (_, index) => new Date((first + index) * 60_000)).filter(
    (moment) => named(minute, moment.getUTCMinutes()) && named(hour, moment.getUTCHours()),
  ).length;
}

describe.runIf(postgres)('two servers on one PostgreSQL', () => {
  it('run what is due and what is asked for once', async () => {
    const { env, remove } = await freshInstallation();
    const database = new pg.Client({ connectionString: env.DATABASE_URL });
    const nodes: Process[] = [];
    const runs = async (cause: string) =>
      (await database.query<Run>('select job, cause from job_runs order by job')).rows.filter(
        (run) => run.cause === cause,
      );
    try {
      const first = await startProcess(env);
      await database.connect();
      await vi.waitFor(async () => {
        expect((await database.query('select 1 from pgboss.schedule')).rowCount).toBe(names.length);
      }, patient);
      await end(first);
      // As if no server had run for three days: every job is due.
      await database.query(`update pgboss.schedule set created_on = now() - interval '9 days'`);
      await database.query(`update pgboss.version set cron_on = now() - interval '3 days'`);
      await database.query('truncate job_runs');

      const began = Date.now();
      nodes.push(...(await Promise.all([startProcess(env), startProcess(env)])));
      await vi.waitFor(async () => {
        expect([...new Set((await runs('schedule')).map(({ job }) => job))]).toEqual(names);
      }, patient);
      const [one, two] = nodes as [Process, Process];
      const admin = await signIn(one.url, 'Global Administrator');
      const twins = await Promise.all(
        [one, two, one, two].map((node) => ask(admin, node, 'purge_expired', 'x')),
      );
      expect(twins.filter(({ status }) => status !== 202 && status !== 409)).toEqual([]);
      expect(twins.some(({ status }) => status === 202)).toBe(true);
      await vi.waitFor(async () => expect(await runs('run_now')).toHaveLength(1), patient);
      // Longer than either node waits between two looks.
      await sleep(6_000);
      expect(await runs('run_now')).toEqual([{ job: 'purge_expired', cause: 'run_now' }]);
      // Each once for the days without a server, and no more often since than the clock said.
      const scheduled = Map.groupBy(await runs('schedule'), ({ job }) => job);
      for (const name of names) {
        const times = scheduled.get(name)?.length ?? 0;
        expect([name, times]).toEqual([name, expect.toSatisfy((count: number) => count >= 1)]);
        expect(times, name).toBeLessThanOrEqual(1 + ticksSince(began, table[name]?.schedule?.cron ?? ''));
      }
    } finally {
      for (const node of nodes) await end(node);
      await database.end();
      await remove();
    }
  }, 180_000);
});
