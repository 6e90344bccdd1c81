import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, addProfile, type TestApp, testApp } from '../../../test/kit/app.ts';
import type { ImportRunItem } from '../../contract/import-runs.ts';
import { newId } from '../db/id.ts';
import { sweepImports } from './import-log.ts';

let kit: TestApp;
let admin: string;
let other: string;

beforeAll(async () => {
  kit = await testApp();
  admin = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  other = await addPerson(kit.db, 'global_administrator', 'global_administrator');
});
afterAll(() => kit.close());

function send(as: string, lines: readonly string[], more: object = {}) {
  return kit.as(as, 'POST', '/organizations/import', {
    file_name: 'accounts.csv',
    source: newId(),
    content_base64: Buffer.from(`external id,name\n${lines.join('\n')}\n`).toString('base64'),
    mapping: {},
    dry_run: false,
    ...more,
  });
}
const many = (count: number) => Array.from({ length: count }, (_, index) => `X-${index},Company ${index}`);
const list = async (as: string, query = '') =>
  (await kit.as(as, 'GET', `/imports${query}`)).body.items as ImportRunItem[];
const one = async (as: string, id: string) =>
  (await kit.as(as, 'GET', `/imports/${id}`)).body as unknown as ImportRunItem;
const file = (as: string, id: string) => kit.as(as, 'GET', `/imports/${id}/verdicts.csv`);
const found = async (id: unknown) =>
  kit.db.q.selectFrom('imports').selectAll().where('id', '=', String(id)).executeTakeFirstOrThrow();

describe('an import that was left', () => {
  it('is found again by whoever started it, with what became of each row', async () => {
    const { body } = await send(admin, ['A-1,"=SUM(1,2)"', 'A-2,', 'A-3,Badger'], { mode: 'keep_good_rows' });
    const [run] = await list(admin);
    expect(run).toMatchObject({
      id: body.id,
      resource: 'organizations',
      file_name: 'accounts.csv',
      state: 'committed',
      rows: 3,
      done: 3,
      counts: { create: 2, update: 0, unchanged: 0, refuse: 1 },
      verdicts: true,
    });
    expect(run?.finished_at).not.toBeNull();
    expect(await one(admin, String(body.id))).toEqual(run);
    expect((await file(admin, String(body.id))).text.split('\r\n')).toEqual([
      'row,result,record,reasons',
      `1,create,"'=SUM(1,2)",`,
      '2,refuse,A-2,name: Must not be empty',
      '3,create,Badger,',
      '',
    ]);
  });

  it('is of nobody else, and answers like one that never was', async () => {
    const { body } = await send(admin, ['A-1,Otter']);
    expect((await list(other)).map(({ id }) => id)).not.toContain(body.id);
    for (const path of ['', '/verdicts.csv']) {
      const theirs = await kit.as(other, 'GET', `/imports/${body.id}${path}`);
      const never = await kit.as(other, 'GET', `/imports/${newId()}${path}`);
      const malformed = await kit.as(other, 'GET', `/imports/no-id${path}`);
      expect([theirs.status, theirs.body]).toEqual([404, never.body]);
      expect(malformed.body).toEqual(never.body);
    }
  });

  it('is gone from sight with the right to import', async () => {
    const grants = {
      organizations: { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: ['create', 'import'] },
    };
    const profile_id = await addProfile(kit.db, `Importer ${newId()}`, 'csr', grants);
    const executive = await addPerson(kit.db, 'account_executive', 'csr_senior', { profile_id });
    const { body } = await send(executive, ['A-1,Otter']);
    expect(await list(executive)).toHaveLength(1);
    expect(await list(executive, '?resource=users')).toEqual([]);
    const junior = await addPerson(kit.db, 'account_executive', 'csr_junior');
    const { profile_id: without } = await kit.db.q
      .selectFrom('users')
      .select('profile_id')
      .where('id', '=', junior)
      .executeTakeFirstOrThrow();
    await kit.db.q.updateTable('users').set({ profile_id: without }).where('id', '=', executive).execute();
    expect(await list(executive)).toEqual([]);
    expect((await kit.as(executive, 'GET', `/imports/${body.id}`)).status).toBe(404);
    expect((await file(executive, String(body.id))).status).toBe(404);
  });

  it('of which nothing was written says so, row by row', async () => {
    const { body } = await send(admin, ['A-1,Otter', 'A-2,']);
    expect(await one(admin, String(body.id))).toMatchObject({
      state: 'refused',
      done: 2,
      counts: { create: 1, refuse: 1 },
      verdicts: true,
    });
    expect((await file(admin, String(body.id))).text).toContain('2,refuse,A-2,name: Must not be empty');
  });

  it('is not kept for a dry run, nor for a file that can not be read', async () => {
    const before = (await list(admin)).length;
    expect((await send(admin, ['A-1,Otter'], { dry_run: true })).body.id).toBeNull();
    expect((await send(admin, ['A-1,Otter'], { mapping: { name: 'company' } })).status).toBe(422);
    expect(await list(admin)).toHaveLength(before);
  });

  it('loses what became of each row after thirty days, and nothing else', async () => {
    const { body } = await send(admin, ['A-1,Otter']);
    const old = new Date(Date.now() - 31 * 24 * 3_600_000);
    await kit.db.q
      .updateTable('imports')
      .set({ created_at: old })
      .where('id', '=', String(body.id))
      .execute();
    const { body: young } = await send(admin, ['A-1,Otter']);
    await sweepImports(kit.app);
    expect(await one(admin, String(body.id))).toMatchObject({
      state: 'committed',
      counts: { create: 1 },
      verdicts: false,
    });
    expect(await one(admin, String(young.id))).toMatchObject({ verdicts: true });
  });
});

describe('an import that breaks off', () => {
  /** The database itself fails at one row. */
  async function failingAt(name: string, work: () => Promise<unknown>) {
    await kit.db.script(`create function break_off() returns trigger language plpgsql as $$
begin if new.name = '${name}' then raise exception 'out of order' using errcode = '57014'; end if; return new; end $$;
create trigger break_off before insert on organizations for each row execute function break_off();`);
    try {
      await work();
    } finally {
      await kit.db.script('drop trigger break_off on organizations; drop function break_off();');
    }
  }
  const organizations = async () =>
    (await kit.db.raw<{ count: number }>('select count(*)::int as count from organizations'))[0]?.count ?? 0;

  it('keeps whole parts only where good rows are kept, and says how many', async () => {
    const before = await organizations();
    await failingAt('Company 250', async () => {
      expect((await send(admin, many(450), { mode: 'keep_good_rows' })).status).toBe(500);
    });
    expect(await organizations()).toBe(before + 200);
    const [run] = await list(admin);
    expect(run).toMatchObject({
      state: 'failed',
      rows: 450,
      done: 200,
      counts: { create: 200 },
      reason: null,
    });
    expect((await file(admin, run?.id ?? '')).text.trim().split('\r\n')).toHaveLength(201);
  });

  it('keeps nothing of all or nothing', async () => {
    const before = await organizations();
    await failingAt('Company 250', async () => {
      expect((await send(admin, many(450))).status).toBe(500);
    });
    expect(await organizations()).toBe(before);
    const [run] = await list(admin);
    expect(run).toMatchObject({
      state: 'failed',
      rows: 450,
      done: 0,
      counts: { create: 0 },
      verdicts: false,
    });
  });

  it('is failed once its process has gone silent', async () => {
    const { body } = await send(admin, ['A-1,Otter']);
    const { id } = await found(body.id);
    const running = (beat_at: Date) =>
      kit.db.q
        .updateTable('imports')
        .set({ status: 'running', finished_at: null, beat_at })
        .where('id', '=', id)
        .execute();
    await running(new Date(Date.now() - 120_000));
    expect(await one(admin, id)).toMatchObject({ state: 'failed', done: 0 });
    await running(new Date());
    // The embedded database has one process, and this one does not work on it.
    const alive = kit.db.engine === 'postgres' ? 'running' : 'failed';
    expect(await one(admin, id)).toMatchObject({ state: alive });
  });
});

describe('an import that is running', () => {
  it('is shown with the rows that are done, between its parts', async () => {
    const seen: ImportRunItem[] = [];
    const watch = async () => {
      const run = (await list(admin)).find(({ rows }) => rows === 1000);
      if (run) seen.push(run);
      await setImmediate();
    };
    let over = false;
    const sending = send(admin, many(1000), { mode: 'keep_good_rows' }).finally(() => {
      over = true;
    });
    while (!over) await watch();
    await sending;
    await watch();
    const partly = seen.filter(({ state, done }) => state === 'running' && done > 0 && done < 1000);
    expect(partly.length).toBeGreaterThan(0);
    for (const { done, counts, rows } of partly)
      expect([done % 200, counts.create, rows]).toEqual([0, done, 1000]);
    expect(seen.at(-1)).toMatchObject({ state: 'committed', done: 1000, counts: { create: 1000 } });
  });
});
