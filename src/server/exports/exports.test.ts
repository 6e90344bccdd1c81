import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addOrganization, addPerson, addProfile, type TestApp, testApp } from '../../../test/kit/app.ts';
import { newId } from '../db/id.ts';
import { insertRows } from '../db/write-rows.ts';
import { silentMs } from './limits.ts';
import { purgeExports } from './purge-exports.ts';
import { runExport } from './run-export.ts';

let kit: TestApp;
let supervisor: string;
let junior: string;
let place: string;
const never = new AbortController().signal;

beforeAll(async () => {
  kit = await testApp();
  supervisor = await addPerson(kit.db, 'account_executive', 'csr_supervisor');
  junior = await addPerson(kit.db, 'account_executive', 'csr_junior');
  place = await addOrganization(kit.db, { name: '=Paper; "Lantern"' });
  const contacts = Array.from({ length: 1200 }, (_, index) => ({
    id: newId(),
    organization_id: place,
    first_name: 'Ann',
    last_name: `Name ${String(index).padStart(4, '0')}`,
    kind: index % 3 === 0 ? 'billing' : 'other',
    created_at: new Date(),
    updated_at: new Date(),
    version: 1,
  }));
  await insertRows(kit.db, 'contacts', contacts);
});
afterAll(() => kit.close());
beforeEach(async () => {
  await kit.db.q.deleteFrom('exports').execute();
});

type Started = { id: string; state: string; rows: number; reason: string | null };
async function start(person: string, query = {}, resource = 'contacts'): Promise<Started> {
  const { body, status } = await kit.as(person, 'POST', '/exports', { resource, query });
  expect(status).toBe(202);
  return body as unknown as Started;
}
const look = async (person: string, id: string) =>
  (await kit.as(person, 'GET', `/exports/${id}`)).body as unknown as Started;
const linesOf = (text: string) => text.trim().split('\r\n');
const streamed = async (query: string) =>
  linesOf((await kit.as(supervisor, 'GET', `/contacts/export.csv?${query}`)).text);

it('writes what the list itself would stream, page by page, in the order that was asked for', async () => {
  const { id, state } = await start(supervisor, { sort: 'last_name', kind: 'billing' });
  expect(state).toBe('waiting');
  expect(await runExport(kit.app, id, never)).toEqual({ rows: 400 });
  expect(await look(supervisor, id)).toMatchObject({
    state: 'done',
    rows: 400,
    total: 400,
    filters: { kind: 'billing' },
  });
  const file = await kit.as(supervisor, 'GET', `/exports/${id}/file.csv`);
  expect(linesOf(file.text)).toEqual(await streamed('sort=last_name&kind=billing'));
  expect(linesOf(file.text)[1]).toContain(`Billing,,,,"'=Paper; ""Lantern""",${place}`);
});

it('goes on where it was cut off, and gives each row once to two servers that have it', async () => {
  const { id } = await start(supervisor);
  const cut = new AbortController();
  const { transaction } = kit.db;
  let pages = 0;
  const breaking = {
    ...kit.app,
    db: {
      ...kit.db,
      transaction: async <T>(work: () => Promise<T>) => {
        const done = await transaction(work);
        pages += 1;
        if (pages === 2) cut.abort();
        return done;
      },
    },
  };
  await expect(runExport(breaking, id, cut.signal)).rejects.toThrow();
  expect(await look(supervisor, id)).toMatchObject({ state: 'running', rows: 500, total: 1200 });
  const both = await Promise.all([runExport(kit.app, id, never), runExport(kit.app, id, never)]);
  expect(both.reduce((sum, counts) => sum + (counts.rows ?? 0), 0)).toBe(700);
  const lines = linesOf((await kit.as(supervisor, 'GET', `/exports/${id}/file.csv`)).text);
  expect(lines.length).toBe(1201);
  expect(new Set(lines).size).toBe(1201);
});

it('stops, says why and keeps nothing when its maker may not export or is not active any more', async () => {
  for (const [change, reason] of [
    [{ status: 'suspended' }, 'Your account was not active any more.'],
    [{ profile_id: await profileId('csr_junior') }, 'Your profile no longer lets you export contacts.'],
  ] as const) {
    const { id } = await start(supervisor);
    await kit.db.q.updateTable('users').set(change).where('id', '=', supervisor).execute();
    await runExport(kit.app, id, never);
    // Without the permission it is not theirs to see; with it again, it says what happened.
    expect((await kit.as(supervisor, 'GET', `/exports/${id}`)).status).toBe('status' in change ? 401 : 404);
    await kit.db.q
      .updateTable('users')
      .set({ status: 'active', profile_id: await profileId('csr_supervisor') })
      .where('id', '=', supervisor)
      .execute();
    expect(await look(supervisor, id)).toMatchObject({ state: 'failed', reason });
    expect(await kit.db.q.selectFrom('export_parts').selectAll().execute()).toEqual([]);
  }
});

it('stands in the log, with what was asked for, whether it was streamed or written for later', async () => {
  await streamed('kind=billing');
  await start(supervisor, { kind: 'billing' });
  const entries = await kit.db.q
    .selectFrom('audit_log')
    .select(['action', 'actor_id', 'detail'])
    .where('item_type', '=', 'contacts')
    .orderBy('id', 'desc')
    .limit(2)
    .execute();
  const entry = { action: 'contacts.export', actor_id: supervisor, detail: { query: { kind: 'billing' } } };
  expect(entries).toMatchObject([entry, entry]);
});

it('is over when its maker reads less of the list than what is in the file, and theirs again once they read as much', async () => {
  const contacts = { level: 'view', view_scope: 'created_or_assigned', actions: ['export'] };
  const narrow = await addProfile(kit.db, 'Own contacts', 'csr', { contacts });
  const give = async (profile_id: string) =>
    kit.db.q.updateTable('users').set({ profile_id }).where('id', '=', supervisor).execute();
  const finished = await start(supervisor);
  await runExport(kit.app, finished.id, never);
  const begun = await start(supervisor);
  await kit.db.q
    .updateTable('exports')
    .set({ part_count: 1, read_by: 'by wider rights' })
    .where('id', '=', begun.id)
    .execute();
  await give(narrow);
  const reason = 'What you may export changed since it was begun. Start it again.';
  expect(await look(supervisor, finished.id)).toMatchObject({ state: 'failed', reason, kept_until: null });
  expect((await kit.as(supervisor, 'GET', `/exports/${finished.id}/file.csv`)).status).toBe(409);
  await runExport(kit.app, begun.id, never);
  expect(await look(supervisor, begun.id)).toMatchObject({ state: 'failed', reason });
  await give(await profileId('csr_supervisor'));
  expect((await kit.as(supervisor, 'GET', `/exports/${finished.id}/file.csv`)).status).toBe(200);
});

it('leaves out what was moved away from its reader since, also of a file that is finished', async () => {
  const contacts = { level: 'view', view_scope: 'created_or_assigned', actions: ['export'] };
  const profile_id = await addProfile(kit.db, 'Assigned contacts', 'csr', { contacts });
  const executive = await addPerson(kit.db, 'account_executive', 'csr_supervisor', { profile_id });
  const contactOf = async (last_name: string) => {
    const organization_id = await addOrganization(kit.db, { account_executive_id: executive });
    const contact = { id: newId(), organization_id, first_name: 'Ada', last_name };
    await kit.db.q.insertInto('contacts').values(contact).execute();
    return organization_id;
  };
  await contactOf('Stays');
  const leaving = await contactOf('Leaves');
  const { id } = await start(executive, { sort: 'last_name' });
  await runExport(kit.app, id, never);
  const names = async () => {
    const { text } = await kit.as(executive, 'GET', `/exports/${id}/file.csv`);
    return linesOf(text).map((line) => /Stays|Leaves|name/.exec(line)?.[0]);
  };
  expect(await names()).toEqual(['name', 'Leaves', 'Stays']);
  await kit.db.q
    .updateTable('organizations')
    .set({ account_executive_id: null })
    .where('id', '=', leaving)
    .execute();
  expect(await names()).toEqual(['name', 'Stays']);
});

async function profileId(key: string): Promise<string> {
  return (await kit.db.q.selectFrom('profiles').select('id').where('key', '=', key).executeTakeFirstOrThrow())
    .id;
}

it('is its maker’s alone, and a file only as long as they may export', async () => {
  const { id } = await start(supervisor);
  await runExport(kit.app, id, never);
  const other = await addPerson(kit.db, 'account_executive', 'csr_supervisor');
  for (const path of [`/exports/${id}`, `/exports/${id}/file.csv`]) {
    expect((await kit.as(other, 'GET', path)).status).toBe(404);
    expect((await kit.as(other, 'GET', path.replace(id, newId()))).body.code).toBe('record/missing');
  }
  expect((await kit.as(other, 'POST', `/exports/${id}/cancel`)).status).toBe(404);
  await kit.db.q
    .updateTable('users')
    .set({ profile_id: await profileId('csr_junior') })
    .where('id', '=', supervisor)
    .execute();
  expect((await kit.as(supervisor, 'GET', `/exports/${id}/file.csv`)).status).toBe(404);
  expect((await kit.as(supervisor, 'GET', '/exports')).body.items).toEqual([]);
  await kit.db.q
    .updateTable('users')
    .set({ profile_id: await profileId('csr_supervisor') })
    .where('id', '=', supervisor)
    .execute();
  expect((await kit.as(supervisor, 'GET', `/exports/${id}/file.csv`)).status).toBe(200);
});

it('refuses who may not export, unknown filters and resources, and a fourth under way', async () => {
  const asked = async (person: string, body: object) => {
    const answer = await kit.as(person, 'POST', '/exports', body);
    const fields = answer.body.fields as { field: string }[] | undefined;
    return [answer.status, answer.body.code, fields?.map(({ field }) => field)];
  };
  expect(await asked(junior, { resource: 'contacts' })).toEqual([
    403,
    'access/action-not-granted',
    undefined,
  ]);
  expect(await asked(supervisor, { resource: 'contacts', query: { colour: 'red' } })).toEqual([
    422,
    'request/invalid',
    ['colour'],
  ]);
  expect(await asked(supervisor, { resource: 'audit_log' })).toEqual([422, 'request/invalid', ['resource']]);
  for (const _ of [1, 2, 3]) await start(supervisor);
  expect(await asked(supervisor, { resource: 'contacts' })).toEqual([409, 'exports/too-many', undefined]);
});

it('can be cancelled once, and is not written any further', async () => {
  const { id } = await start(supervisor);
  expect((await kit.as(supervisor, 'POST', `/exports/${id}/cancel`)).body.state).toBe('cancelled');
  expect(await runExport(kit.app, id, never)).toEqual({ rows: 0 });
  expect((await kit.as(supervisor, 'POST', `/exports/${id}/cancel`)).status).toBe(409);
  expect((await kit.as(supervisor, 'GET', `/exports/${id}/file.csv`)).status).toBe(409);
});

it('is given up after being broken off too often, and shown as broken off when nobody takes it up', async () => {
  const { id } = await start(supervisor);
  await kit.db.q.updateTable('exports').set({ tries: 6 }).where('id', '=', id).execute();
  await runExport(kit.app, id, never);
  expect(await look(supervisor, id)).toMatchObject({ state: 'failed' });
  const left = await start(supervisor);
  const long = new Date(Date.now() - silentMs - 1000);
  await kit.db.q.updateTable('exports').set({ beat_at: long }).where('id', '=', left.id).execute();
  expect(await look(supervisor, left.id)).toMatchObject({
    state: 'failed',
    reason: 'It was broken off. Start it again.',
  });
});

it('is kept for a day', async () => {
  const { id } = await start(supervisor);
  await runExport(kit.app, id, never);
  expect(await purgeExports(kit.app)).toBe(0);
  kit.pass(1.1);
  expect((await kit.as(supervisor, 'GET', `/exports/${id}`)).status).toBe(404);
  expect(await purgeExports(kit.app)).toBe(1);
  expect(await kit.db.q.selectFrom('export_parts').selectAll().execute()).toEqual([]);
});
