import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addPerson, addProfile, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { newId } from '../../db/id.ts';
import { hashToken } from '../../http/session-subject.ts';
import { jobHandlers } from '../../jobs/handlers.ts';
import { type JobLoop, startJobLoop } from '../../jobs/job-loop.ts';
import { createJobQueue } from '../../jobs/job-queue.ts';
import { jobs } from '../../jobs/jobs.ts';

const dayMs = 24 * 3_600_000;
let kit: TestApp;
let admin: string;
let loop: JobLoop | undefined;

beforeAll(async () => {
  kit = await testApp();
  admin = await addPerson(kit.db, 'system_administrator', 'administrator', { first_name: 'Ada' });
});
beforeEach(() => kit.db.script('truncate job_runs; delete from pgboss.job'));
afterEach(async () => {
  await loop?.stop();
  loop = undefined;
});
afterAll(() => kit.close());

interface Shown {
  readonly name: string;
  readonly waiting: number;
  readonly last_run: { outcome: string; counts: Record<string, number> } | null;
}

async function shown(name: string): Promise<Shown | undefined> {
  const { body } = await kit.as(admin, 'GET', '/jobs');
  return (body.items as Shown[]).find((job) => job.name === name);
}

const runNow = (job: string, person = admin, key: string = newId()) =>
  kit.as(person, 'POST', '/jobs/run', { job }, { 'idempotency-key': key });

async function startLoop() {
  const queue = createJobQueue(kit.db);
  loop = startJobLoop({
    app: kit.app,
    queue,
    handlers: jobHandlers,
    log: { warn: () => {} },
    pollSeconds: 0.5,
  });
  await loop.started;
  // What is asked for runs, and nothing that happens to be due at this minute.
  await kit.db.script('delete from pgboss.schedule');
}

const lastRunOf = (name: string) =>
  vi.waitFor(
    async () => {
      const run = (await shown(name))?.last_run;
      expect(run?.outcome).toBe('done');
      return run;
    },
    { timeout: 20_000, interval: 50 },
  );

describe('the page of jobs', () => {
  it('shows every job with its schedule and when it is due', async () => {
    const { status, body } = await kit.as(admin, 'GET', '/jobs');
    expect(status).toBe(200);
    const items = body.items as Record<string, unknown>[];
    expect(items.map(({ name }) => name)).toEqual(Object.keys(jobs));
    for (const item of items) {
      expect(item).toMatchObject({ time_zone: 'UTC', waiting: 0, last_run: null, can: { 'jobs.run': true } });
      if (item.schedule === null) {
        expect([item.next_run_at, item.runnable]).toEqual([null, false]);
        continue;
      }
      const wait = Date.parse(String(item.next_run_at)) - Date.now();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(dayMs);
    }
  });

  it('is for administrators whose profile has it', async () => {
    const minimal = await addPerson(kit.db, 'system_administrator', 'default_admin');
    const watching = await addProfile(kit.db, 'Watcher', 'admin', { jobs: { level: 'view', actions: [] } });
    const watcher = await addPerson(kit.db, 'system_administrator', 'administrator', {
      profile_id: watching,
    });
    expect((await kit.as(minimal, 'GET', '/jobs')).status).toBe(403);
    expect((await kit.as(watcher, 'GET', '/jobs')).status).toBe(200);
    const refused = await runNow('purge_expired', watcher);
    expect(refused).toMatchObject({ status: 403, body: { code: 'access/action-not-granted' } });
    expect((await shown('purge_expired'))?.waiting).toBe(0);
  });

  it('lists runs newest first, by pages and outcome', async () => {
    for (let n = 0; n < 5; n += 1) {
      const started_at = new Date(Date.now() - n * 1000);
      const outcome = n === 2 ? 'failed' : 'done';
      const error = n === 2 ? 'it broke' : null;
      const run = {
        id: newId(),
        job: 'purge_expired',
        attempt: 1,
        cause: 'schedule',
        asked_by: null,
      } as const;
      await kit.db.q
        .insertInto('job_runs')
        .values({ ...run, started_at, finished_at: started_at, outcome, error })
        .execute();
    }
    const first = await kit.as(admin, 'GET', '/jobs/runs?job=purge_expired&limit=3');
    const second = await kit.as(
      admin,
      'GET',
      `/jobs/runs?job=purge_expired&limit=3&after=${first.body.next}`,
    );
    const pages = [first, second].map(
      ({ body }) => body.items as { started_at: string; error: string | null }[],
    );
    expect(pages.map((page) => page.length)).toEqual([3, 2]);
    const times = pages.flat().map(({ started_at }) => started_at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(second.body.next).toBeNull();
    const failed = await kit.as(admin, 'GET', '/jobs/runs?outcome=failed');
    expect(failed.body.items).toMatchObject([{ outcome: 'failed', error: 'it broke', asked_by: null }]);
    expect((await kit.as(admin, 'GET', '/jobs/runs?after=nonsense')).status).toBe(422);
    expect((await kit.as(admin, 'GET', '/jobs/runs?sort=job')).status).toBe(422);
  });
});

describe('run now', () => {
  it('asks for one run per attempt, and says who did', async () => {
    const key = newId();
    const answers = [await runNow('purge_expired', admin, key), await runNow('purge_expired', admin, key)];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect((await shown('purge_expired'))?.waiting).toBe(1);
    const entries = await kit.db.q
      .selectFrom('audit_log')
      .select(['actor_id', 'item_label'])
      .where('action', '=', 'jobs.run')
      .where('outcome', '=', 'allowed')
      .execute();
    expect(entries).toEqual([{ actor_id: admin, item_label: 'Purge what has expired' }]);
    await startLoop();
    await lastRunOf('purge_expired');
    const { body } = await kit.as(admin, 'GET', '/jobs/runs');
    expect(body.items).toMatchObject([{ cause: 'run_now', asked_by: { id: admin }, attempt: 1 }]);
  });

  it.each(['nothing', 'constructor', ''])('refuses %j, which is no job', async (job) => {
    const answer = await runNow(job);
    expect(answer.status).toBe(422);
    expect(answer.body.fields).toMatchObject([{ field: 'job' }]);
  });
});

describe('the jobs of the product', () => {
  it('purge what has expired and nothing else', async () => {
    const past = new Date(Date.now() - 40 * dayMs);
    const soon = new Date(Date.now() + dayMs);
    const answer = {
      user_id: admin,
      route: 'POST /x',
      request_hash: hashToken('x'),
      status: 200,
      body: null,
    };
    for (const [name, at] of [
      ['old', past],
      ['new', soon],
    ] as const) {
      const token_hash = hashToken(`purge ${name}`);
      await kit.db.q
        .insertInto('sessions')
        .values({ id: newId(), token_hash, user_id: admin, expires_at: at })
        .execute();
      await kit.db.q
        .insertInto('user_tokens')
        .values({ token_hash, user_id: admin, purpose: 'setup', expires_at: at })
        .execute();
      await kit.db.q.insertInto('throttle').values({ bucket: name, window_start: at }).execute();
      await kit.db.q
        .insertInto('idempotency_keys')
        .values({ ...answer, key: name, created_at: at })
        .execute();
    }
    await startLoop();
    await runNow('purge_expired');
    const run = await lastRunOf('purge_expired');
    expect(run?.counts).toEqual({
      sessions: 1,
      links: 1,
      sign_in_counts: 1,
      exports: 0,
      notifications: 0,
      kept_answers: 1,
      import_verdicts: 0,
    });
    const left = await kit.db.raw(`select 1 from user_tokens union all select 2 from throttle
      union all select 3 from idempotency_keys where route = 'POST /x'`);
    expect(left).toHaveLength(3);
  });

  it('forget runs after 90 days', async () => {
    const run = {
      job: 'purge_expired',
      queue_id: null,
      attempt: 1,
      cause: 'schedule',
      asked_by: null,
    } as const;
    for (const days of [89, 91]) {
      const at = new Date(Date.now() - days * dayMs);
      const ended = { id: newId(), started_at: at, finished_at: at, outcome: 'done' } as const;
      await kit.db.q
        .insertInto('job_runs')
        .values({ ...run, ...ended })
        .execute();
    }
    await startLoop();
    await runNow('purge_job_runs');
    expect((await lastRunOf('purge_job_runs'))?.counts).toEqual({ runs: 1 });
  });
});

it('a new time zone of the company moves the schedules with it', async () => {
  await startLoop();
  const { body } = await kit.as(admin, 'GET', '/company-settings');
  const headers = { 'if-match': `"${body.version}"` };
  const saved = await kit.as(admin, 'PATCH', '/company-settings', { time_zone: 'Asia/Tokyo' }, headers);
  expect(saved.status).toBe(200);
  const zones = await kit.db.raw('select distinct timezone from pgboss.schedule');
  expect(zones).toEqual([{ timezone: 'Asia/Tokyo' }]);
  const nightly = (await kit.as(admin, 'GET', '/jobs')).body.items as { name: string; next_run_at: string }[];
  const next = nightly.find(({ name }) => name === 'purge_job_runs')?.next_run_at;
  expect(next?.slice(11)).toBe('18:30:00.000Z');
});
