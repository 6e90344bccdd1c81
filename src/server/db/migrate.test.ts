import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '../../../test/kit/database.ts';
import { type Database, openDatabase } from './database.ts';
import { newId } from './id.ts';
import { readFingerprint, writeFingerprint } from './installation.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { addOrganization, addProfile, addUser } from './test-rows.ts';

const names = migrations.map(({ name }) => name);
let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test('an empty database is migrated once, however many ask', async () => {
  const empty = await openDatabase({ kind: 'embedded', dataDir: null });
  expect(await pendingMigrations(empty)).toEqual(names);
  const [first, second] = await Promise.all([migrate(empty), migrate(empty)]);
  expect([...first, ...second].toSorted()).toEqual(names);
  expect(await pendingMigrations(empty)).toEqual([]);
  expect(await migrate(empty)).toEqual([]);
  await empty.close();
});

/** Everything of a schema that can be told apart, one line each. */
async function schemaOf(one: Database): Promise<string[]> {
  const rows = await one.raw<{ line: string }>(`
select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
  from information_schema.columns where table_schema = current_schema()
union all select indexdef from pg_indexes where schemaname = current_schema()
union all select tablename || ' ' || policyname || ' ' || qual from pg_policies where schemaname = current_schema()
union all select p.oid::regprocedure::text || ' ' || p.prosecdef from pg_proc p
  where pronamespace = current_schema()::regnamespace
union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
  where connamespace = current_schema()::regnamespace and conrelid <> 0
union all select tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal`);
  return rows.map(({ line }) => line).sort();
}

test('a database in which the search among few hits came first ends as a new one does', async () => {
  const upgraded = await emptyDatabase();
  const later = (name: string) => name > '0022' && name !== '0035-few-hits';
  for (const { sql } of migrations.filter(({ name }) => !later(name)))
    await upgraded.transaction(() => upgraded.script(sql));
  for (const { sql } of migrations.filter(({ name }) => later(name)))
    await upgraded.transaction(() => upgraded.script(sql));
  const expected = (await schemaOf(db)).filter((line) => !line.includes('ambit_migrations'));
  expect(await schemaOf(upgraded)).toEqual(expected);
  await upgraded.close();
}, 120_000);

test('a database of a newer version is refused', async () => {
  await db.raw('insert into ambit_migrations (name) values ($1)', ['9999-from-the-future']);
  await expect(migrate(db)).rejects.toThrow('newer version of Ambit (9999-from-the-future)');
  await db.raw('delete from ambit_migrations where name = $1', ['9999-from-the-future']);
});

test('the fingerprint is the last one written', async () => {
  expect(await readFingerprint(db)).toBeNull();
  await writeFingerprint(db, 'one');
  await writeFingerprint(db, 'two');
  expect(await readFingerprint(db)).toBe('two');
});

test('organization numbers count up and step over imported ones', async () => {
  await addOrganization(db, { number: 'A00000002' });
  const ids = [await addOrganization(db), await addOrganization(db)];
  const rows = await db.q
    .selectFrom('organizations')
    .select('number')
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  expect(rows.map(({ number }) => number)).toEqual(['A00000001', 'A00000003']);
});

test('times have the precision a page cursor can carry', async () => {
  const id = await addOrganization(db);
  const [exact] = await db.raw<{ same: boolean }>(
    `select created_at = date_trunc('milliseconds', created_at) as same from organizations where id = $1`,
    [id],
  );
  expect(exact).toEqual({ same: true });
});

test('a profile only fits users of its role type', async () => {
  const profile = await addProfile(db, 'csr');
  await expect(addUser(db, { role: 'system_administrator', profile_id: profile })).rejects.toThrow(
    'foreign key',
  );
  const id = await addUser(db, { role: 'account_executive', profile_id: profile });
  await expect(
    db.q.updateTable('users').set({ role: 'global_administrator' }).where('id', '=', id).execute(),
  ).rejects.toThrow('foreign key');
});

test('customers have an organization, partner people a partner, staff neither', async () => {
  const [customer, partner, csr] = [
    await addProfile(db, 'customer'),
    await addProfile(db, 'partner'),
    await addProfile(db, 'csr'),
  ];
  const organization = await addOrganization(db);
  const refusals = [
    { role: 'customer', profile_id: customer },
    { role: 'partner_administrator', profile_id: partner },
    { role: 'partner_administrator', profile_id: partner, partner_id: organization },
    { role: 'account_executive', profile_id: csr, organization_id: organization },
    { role: 'account_executive', profile_id: csr, partner_id: organization },
  ] as const;
  for (const values of refusals) await expect(addUser(db, values)).rejects.toThrow(/constraint/);
});

test('a partner has no partner, and a parent partner is one', async () => {
  const partner = await addOrganization(db, { kind: 'partner' });
  const customer = await addOrganization(db);
  await expect(addOrganization(db, { kind: 'partner', parent_partner_id: partner })).rejects.toThrow(
    /constraint/,
  );
  await expect(addOrganization(db, { parent_partner_id: customer })).rejects.toThrow('foreign key');
});

test('one e-mail, one user; one name, one profile; in any case', async () => {
  const profile = await addProfile(db, 'admin');
  await addUser(db, { role: 'system_administrator', profile_id: profile, email: 'ada@example.com' });
  await expect(
    addUser(db, { role: 'system_administrator', profile_id: profile, email: 'ADA@example.com' }),
  ).rejects.toThrow('users_email_key');
  const named = (name: string) =>
    db.q.insertInto('profiles').values({ id: newId(), name, role_type: 'csr', grants: '{}' }).execute();
  await named('Support');
  await expect(named('SUPPORT')).rejects.toThrow('profiles_name_key');
});

test.each([
  [
    'audit_log',
    `insert into audit_log (id, actor_name, item_type, action, outcome)
    values ('01900000-0000-7000-8000-000000000001', 'Ada', 'users', 'suspend', 'allowed')`,
  ],
  [
    'profile_versions',
    `insert into profile_versions (profile_id, version, grants, name)
    select id, 1, grants, name from profiles limit 1`,
  ],
])('%s can only be added to', async (table, insert) => {
  await addProfile(db, 'csr');
  await db.script(insert);
  const column = table === 'audit_log' ? 'action' : 'name';
  await expect(db.script(`update ${table} set ${column} = 'else'`)).rejects.toThrow('refused');
  await expect(db.script(`delete from ${table}`)).rejects.toThrow('refused');
  await expect(db.script(`truncate ${table}`)).rejects.toThrow('refused');
});
