import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { shippedProfiles } from '../../catalog/profiles.ts';
import { roleKeys } from '../../catalog/roles.ts';
import { newId } from '../db/id.ts';
import { addPerson, type TestApp, testApp } from '../modules/session/test-session.ts';
import { makeCompany } from './company.ts';
import { DemoRefused, seedDemo } from './seed-demo.ts';

let app: TestApp;

beforeAll(async () => {
  app = await testApp(await testDatabase());
});
afterAll(() => app.close());

test('the demo is refused where anybody or anything is already', async () => {
  const organization = newId();
  await app.db.q.insertInto('organizations').values({ id: organization, name: 'Real customer' }).execute();
  await expect(seedDemo(app)).rejects.toThrow(DemoRefused);
  await app.db.q.deleteFrom('organizations').where('id', '=', organization).execute();
  const { id } = await addPerson(app);
  await expect(seedDemo(app)).rejects.toThrow(DemoRefused);
  await app.db.q.deleteFrom('users').where('id', '=', id).execute();
});

test('an empty database becomes the demo company, once', async () => {
  expect(await seedDemo(app)).toBe(true);
  expect(await seedDemo(app)).toBe(false);
  const { q } = app.db;
  const people = await q
    .selectFrom('users')
    .innerJoin('profiles', 'profiles.id', 'users.profile_id')
    .select(['users.role', 'users.email', 'profiles.key', 'users.first_name', 'users.last_name'])
    .orderBy('users.created_at')
    .execute();
  expect(people).toHaveLength(40);
  expect(new Set(people.slice(0, 6).map(({ role }) => role))).toEqual(new Set(roleKeys));
  expect(new Set(people.map(({ key }) => key))).toEqual(new Set(shippedProfiles.map(({ key }) => key)));
  expect(new Set(people.map(({ first_name, last_name }) => `${first_name} ${last_name}`)).size).toBe(40);
  const organizations = await q.selectFrom('organizations').selectAll().execute();
  const contacts = await q.selectFrom('contacts').selectAll().execute();
  expect(organizations).toHaveLength(300);
  expect(new Set(organizations.map(({ name }) => name)).size).toBe(300);
  expect(organizations.filter(({ kind }) => kind === 'partner')).toHaveLength(4);
  expect(contacts.length).toBeGreaterThan(450);
  expect(await q.selectFrom('partner_profiles').selectAll().execute()).toHaveLength(12);
  const told = await q.selectFrom('audit_log').select('action').distinct().orderBy('action').execute();
  expect(told.map(({ action }) => action)).toContain('demo.create');
  const [books] = await q
    .selectFrom('organizations')
    .select((row) => [row.fn.sum<number>('account_balance').as('owed')])
    .execute();
  const [open] = await q
    .selectFrom('invoices')
    .select((row) => [row.fn.sum<number>('balance').as('owed')])
    .execute();
  expect(Number(books?.owed)).toBe(Number(open?.owed));
  expect(Number(open?.owed)).toBeGreaterThan(0);
  const credits = await q.selectFrom('credits').select(['status', 'amount', 'applied']).execute();
  const used = credits.filter(({ applied }) => applied > 0);
  expect(used.length).toBeGreaterThan(credits.length / 2);
  expect(credits.some(({ status }) => status === 'open')).toBe(true);
  expect(await q.selectFrom('mails').select('id').execute()).toEqual([]);
  for (const { email } of [...people, ...organizations, ...contacts])
    expect(email).toMatch(/@demo\.example$/);
});

test('every history begins with who added the record, and when', async () => {
  const untold = await app.db.raw(
    `select r.id from (select id, created_at from organizations union all select id, created_at from contacts
  union all select id, created_at from users) r
left join audit_log a on a.item_id = r.id and a.at = r.created_at and (a.action like '%.create' or a.action = 'users.invite')
where a.id is null`,
  );
  expect(untold).toEqual([]);
});

test('its cases are in every state, and none comes from the future', async () => {
  const { q } = app.db;
  const cases = await q.selectFrom('cases').selectAll().execute();
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(cases.length).toBeLessThanOrEqual(120);
  for (const [column, values] of [
    ['status', ['open', 'waiting_on_customer', 'resolved', 'closed']],
    ['visibility', ['private', 'shared']],
  ] as const)
    expect(new Set(cases.map((row) => row[column]))).toEqual(new Set(values));
  expect(cases.some(({ assignee_id }) => assignee_id === null)).toBe(true);
  expect(cases.some(({ created_at }) => created_at > app.clock())).toBe(false);
  const said = await q.selectFrom('case_messages').select('id').execute();
  expect(said.length).toBeGreaterThan(cases.length);
  expect((await q.selectFrom('case_notes').select('id').execute()).length).toBeGreaterThan(10);
});

test('most accounts were added by somebody else than who looks after them', () => {
  const { organizations } = makeCompany(new Date('2026-03-01T08:00:00Z'), (key) => key);
  const looks = (one: (typeof organizations)[number]) =>
    one.partner_account_executive_id ?? one.account_executive_id ?? null;
  const assigned = organizations.filter((one) => one.kind !== 'partner' && looks(one) !== null);
  const own = assigned.filter((one) => one.created_by === looks(one));
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(assigned.length / 2);
  expect(own).not.toContain(assigned[0]);
});

test('the same day makes the same company', () => {
  const morning = new Date('2026-03-01T08:00:00Z');
  const evening = new Date('2026-03-01T20:00:00Z');
  expect(makeCompany(morning, (key) => key)).toEqual(makeCompany(evening, (key) => key));
});
