import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { addPerson, type TestApp, testApp } from '../../../test/kit/app.ts';
import { inRequest } from '../http/request-context.ts';
import { defineJobs, type RunJob } from './define-job.ts';
import { type JobLoop, startJobLoop } from './job-loop.ts';
import { createJobQueue, type OpenQueue, queueName } from './job-queue.ts';
import type { JobData, JobName } from './jobs.ts';

const patient = { timeout: 20_000, interval: 20 };
const table = defineJobs({
  tidy: { label: 'Tidy', says: 'Tidies.', schedule: { cron: '0 4 * * *', says: 'Every day at 04:00' } },
  greet: { label: 'Greet', says: 'Greets somebody.', data: z.strictObject({ name: z.string() }) },
});
/** What the queue's own types allow is the product's jobs; these tests bring their own. */
type Loose = (name: string, data?: object) => Promise<void>;

let kit: TestApp;
let queue: OpenQueue;
let enqueue: Loose;
let loops: JobLoop[];
let done: string[];
let work: Record<string, RunJob>;
let warnings: unknown[];

beforeAll(async () => {
  kit = await testApp();
});
beforeEach(async () => {
  await kit.db.script('truncate job_runs; delete from pgboss.job; delete from pgboss.schedule');
  queue = createJobQueue(kit.db, table);
  enqueue = (name, data) => queue.enqueue(name as JobName, ...([data] as unknown as JobData<JobName>));
  [loops, done, warnings] = [[], [], []];
  work = {
    tidy: async ({ today }) => {
      done.push(`tidy on ${today}`);
      return { things: 2 };
    },
    greet: async ({ data }) => {
      done.push(`hello ${(data as { name: string }).name}`);
      return {};
    },
  };
});
afterEach(async () => {
  for (const loop of loops) await loop.stop();
});
afterAll(() => kit.close());

/** What is asked for runs, and nothing that happens to be due by the clock on the wall, unless that is what is tested. */
function start(node: OpenQueue = queue, { app = kit.app, scheduled = false } = {}): JobLoop {
  const log = { warn: (details: object) => warnings.push(details) };
  const loop = startJobLoop({ app, queue: node, handlers: work, log, pollSeconds: 0.5 });
  loops.push(loop);
  if (scheduled) return loop;
  const started = loop.started.then(async () => {
    await kit.db.script('delete from pgboss.schedule');
  });
  return { ...loop, started };
}

const runs = () => kit.db.q.selectFrom('job_runs').selectAll().orderBy('started_at').orderBy('id').execute();
const finished = async (count: number) =>
  vi.waitFor(async () => {
    const ended = (await runs()).filter(({ outcome }) => outcome !== 'running');
    expect(ended).toHaveLength(count);
    return ended;
  }, patient);

describe('a job', () => {
  it('runs once after the commit of the change that asked for it', async () => {
    await start().started;
    await kit.db.transaction(async () => {
      await enqueue('greet', { name: 'Ada' });
      expect(done).toEqual([]);
    });
    const [run] = await finished(1);
    expect(done).toEqual(['hello Ada']);
    expect(run).toMatchObject({ job: 'greet', cause: 'change', attempt: 1, outcome: 'done', error: null });
    expect(warnings).toEqual([]);
  });

  it('of a change that did not happen never runs', async () => {
    await start().started;
    const undone = kit.db.transaction(async () => {
      await enqueue('greet', { name: 'nobody' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await enqueue('greet', { name: 'Ada' });
    await finished(1);
    expect(done).toEqual(['hello Ada']);
  });

  it('waits in the database until some process runs jobs', async () => {
    await enqueue('greet', { name: 'Ada' });
    await start(createJobQueue(kit.db, table)).started;
    await finished(1);
    expect(done).toEqual(['hello Ada']);
  });

  it('without data waits for the one of its kind that is under way, on every node', async () => {
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    work.tidy = async () => {
      done.push('tidy');
      begun.resolve();
      await go.promise;
      return {};
    };
    const other = createJobQueue(kit.db, table);
    await Promise.all([start().started, start(other).started]);
    await enqueue('tidy');
    await begun.promise;
    await enqueue('tidy');
    // Done after the second one was queued: whoever ran it had passed that one over.
    for (const name of ['Ada', 'Grace', 'Edsger', 'Barbara']) await enqueue('greet', { name });
    await finished(4);
    expect(done.filter((what) => what === 'tidy')).toHaveLength(1);
    go.resolve();
    await finished(6);
  });

  it('is refused data that is not its own', async () => {
    await expect(enqueue('greet', { name: 7 })).rejects.toThrow('name');
    await expect(enqueue('greet')).rejects.toThrow();
    expect(await kit.db.raw('select 1 from pgboss.job')).toEqual([]);
  });

  it('knows the date of the company, by the clock of the app, and who asked', async () => {
    const person = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    await kit.db.q.updateTable('company_settings').set({ time_zone: 'Pacific/Auckland' }).execute();
    const app = { ...kit.app, clock: () => new Date('2031-02-28T11:30:00Z') };
    const context = { requestId: 'r', address: null, actor: { id: person, name: 'Ada' }, decisionId: null };
    await inRequest(context, () => queue.runNow('tidy' as JobName));
    await start(queue, { app }).started;
    const [run] = await finished(1);
    expect(done).toEqual(['tidy on 2031-03-01']);
    expect(run).toMatchObject({ cause: 'run_now', asked_by: person, counts: { things: 2 } });
    expect(run?.started_at.toISOString()).toBe('2031-02-28T11:30:00.000Z');
    await kit.db.q.updateTable('company_settings').set({ time_zone: 'UTC' }).execute();
  });
});

describe('a job that fails', () => {
  it('is written down, tried again, and stops nothing else', async () => {
    work.tidy = async () => {
      if (done.push('tried') === 1)
        throw new Error('connect smtp://ada:secret@mail.example.com refused\nstack');
      return {};
    };
    await start().started;
    await enqueue('tidy');
    const [failed] = await finished(1);
    expect(failed).toMatchObject({
      outcome: 'failed',
      attempt: 1,
      error: 'connect smtp://…@mail.example.com refused',
    });
    await enqueue('greet', { name: 'Ada' });
    await finished(2);
    const [waiting] = await kit.db.raw<{ state: string; seconds: number }>(
      `select state, extract(epoch from start_after - now())::float as seconds from pgboss.job
       where name = '${queueName}' and data ->> 'job' = 'tidy'`,
    );
    expect(waiting?.state).toBe('retry');
    expect(waiting?.seconds).toBeGreaterThan(5);
    await kit.db.raw(`update pgboss.job set start_after = now() where state = 'retry'`);
    const all = await finished(3);
    expect(all.at(-1)).toMatchObject({
      job: 'tidy',
      attempt: 2,
      outcome: 'done',
      queue_id: failed?.queue_id,
    });
    expect(warnings).toHaveLength(1);
  });

  it('is written down when this version does not know it', async () => {
    delete work.tidy;
    await start().started;
    await enqueue('tidy');
    expect((await finished(1))[0]).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('no such job'),
    });
  });
});

describe('a job whose server died', () => {
  it('is noticed by its missing heartbeat and tried again', async () => {
    await enqueue('tidy');
    await kit.db.raw(`update pgboss.job set state = 'active', started_on = now() - interval '5 minutes',
      heartbeat_on = now() - interval '5 minutes'`);
    await start().started;
    await (await queue.boss()).supervise(queueName);
    const [entry] = await kit.db.raw<{ state: string; retry_count: number }>('select state from pgboss.job');
    expect(entry?.state).toBe('retry');
    await kit.db.raw(`update pgboss.job set start_after = now()`);
    expect((await finished(1))[0]).toMatchObject({ attempt: 2, outcome: 'done' });
  });
});

describe('a stop', () => {
  it('asks the job under way to end, and leaves it to be tried again', async () => {
    const begun = Promise.withResolvers<void>();
    work.tidy = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped half way')));
        begun.resolve();
      });
    const loop = start();
    await loop.started;
    await enqueue('tidy');
    await begun.promise;
    await loop.stop();
    expect(await runs()).toMatchObject([{ outcome: 'interrupted', error: 'stopped half way' }]);
    expect(await kit.db.raw('select state from pgboss.job')).toEqual([{ state: 'retry' }]);
  });

  it('may come before the loop is under way', async () => {
    await start().stop();
    expect(warnings).toEqual([]);
  });

  it('that never came shows in the next run', async () => {
    await enqueue('tidy');
    const [entry] = await kit.db.raw<{ id: string }>('select id from pgboss.job');
    const lost = {
      id: crypto.randomUUID(),
      job: 'tidy',
      attempt: 1,
      cause: 'change',
      started_at: new Date(),
    } as const;
    await kit.db.q
      .insertInto('job_runs')
      .values({ ...lost, queue_id: entry?.id ?? null })
      .execute();
    await start().started;
    const ended = await finished(2);
    expect(ended.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'interrupted']);
  });
});

describe('schedules', () => {
  const kept = () =>
    kit.db.raw<{ key: string }>('select key, cron, timezone from pgboss.schedule order by key');

  it('follow the table and the time zone, and are forgotten with their job', async () => {
    await queue.schedule('Europe/Berlin');
    expect(await kept()).toEqual([{ key: 'tidy', cron: '0 4 * * *', timezone: 'Europe/Berlin' }]);
    await queue.schedule('Asia/Tokyo');
    expect(await kept()).toMatchObject([{ key: 'tidy', timezone: 'Asia/Tokyo' }]);
    await createJobQueue(kit.db, {}).schedule('UTC');
    expect(await kept()).toEqual([]);
  });

  it('are told in the time zone of the company', async () => {
    const next = await queue.nextRun('0 4 * * *', 'Europe/Berlin', new Date('2031-07-01T12:00:00Z'));
    expect(next?.toISOString()).toBe('2031-07-02T02:00:00.000Z');
  });

  it('are caught up on once, by one of two nodes', async () => {
    await queue.schedule('UTC');
    await kit.db.raw(`update pgboss.schedule set created_on = now() - interval '9 days'`);
    await kit.db.raw(`update pgboss.version set cron_on = now() - interval '3 days'`);
    const nodes = [queue, createJobQueue(kit.db, table)].map((node) => start(node, { scheduled: true }));
    await Promise.all(nodes.map(({ started }) => started));
    const [run] = await finished(1);
    expect(run).toMatchObject({ job: 'tidy', cause: 'schedule', outcome: 'done' });
    for (const node of nodes) await node.stop();
    expect(await runs()).toHaveLength(1);
    expect(await kit.db.raw(`select 1 from pgboss.job where name = '${queueName}'`)).toHaveLength(1);
  });
});

it('the tables of the migration are those that pg-boss expects', async () => {
  const boss = await queue.boss();
  expect(await boss.schemaVersion()).toBe(42);
  await start().started;
  expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
  expect(warnings).toEqual([]);
});
