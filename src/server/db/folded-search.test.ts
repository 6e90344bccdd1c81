import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/kit/database.ts';
import { compileGrants } from '../../access/grants.ts';
import { type Subject, visible } from '../../access/subject.ts';
import type { RecordResource } from '../../catalog/catalog.ts';
import type { Role } from '../../catalog/roles.ts';
import { lists } from '../modules/all.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { addContact, addOrganization, addProfile, addUser } from './test-rows.ts';
import { countVisible, listVisible } from './visible-list.ts';

let db: Database;
let organization: string;

/** A database in use before searches were folded, then brought up to date. */
beforeAll(async () => {
  db = await emptyDatabase();
  const before = migrations.findIndex(({ name }) => name === '0011-folded-search');
  await db.script(
    'create table ambit_migrations (name text primary key, applied_at timestamptz(3) default now())',
  );
  for (const { name, sql } of migrations.slice(0, before)) {
    await db.script(sql);
    await db.raw('insert into ambit_migrations (name) values ($1)', [name]);
  }
  organization = await addOrganization(db, { name: 'ŻÓŁTA Łódka' });
  await migrate(db);
  await addOrganization(db, { name: 'Plain' });
  const contact = await addContact(db, organization);
  await db.q.updateTable('contacts').set({ last_name: 'ŚLIMAK' }).where('id', '=', contact).execute();
  const profile = await addProfile(db, 'csr');
  await addUser(db, { role: 'account_executive', profile_id: profile, last_name: 'ÉTÉ' });
});
afterAll(() => db.close());

function reader(role: Role): Subject {
  const everything = { level: 'view' as const, view_scope: 'all' as const, actions: [] };
  const resources = { organizations: everything, contacts: everything, users: everything };
  const grants = { groups: ['crm' as const, 'settings' as const], resources, may_invite: [] };
  return {
    userId: newId(),
    status: 'active',
    organizationId: role === 'customer' ? organization : null,
    partnerId: null,
    grants: compileGrants(role, { id: newId(), version: 1, grants }),
  };
}

async function found(subject: Subject, resource: RecordResource, q: string) {
  const spec = lists[resource];
  const seen = visible(subject, resource);
  const { rows } = await listVisible<{ id: string }>(db, seen, spec, { q, sort: '-created_at', limit: 10 });
  const { count } = await countVisible(db, seen, spec, { q });
  return [rows.length, count];
}

const words: [RecordResource, string][] = [
  ['organizations', 'żółta'],
  ['organizations', 'Żółta'],
  ['organizations', 'ŻÓŁTA ŁÓDKA'],
  ['contacts', 'Ślimak'],
];
test.each(words)('among %s, staff and customers find "%s" however it is written', async (resource, q) => {
  expect(await found(reader('global_administrator'), resource, q)).toEqual([1, 1]);
  expect(await found(reader('customer'), resource, q)).toEqual([1, 1]);
  expect(await found(reader('customer'), resource, `${q}x`)).toEqual([0, 0]);
});

test('people are found by their names as well', async () => {
  expect(await found(reader('global_administrator'), 'users', 'été')).toEqual([1, 1]);
});

test('what was there before is folded like what came later', async () => {
  const rows = await db.q.selectFrom('organizations').select('search_text').orderBy('id').execute();
  expect(rows[0]?.search_text).toContain('żółta łódka');
  const [locale] = await db.raw<{ datcollate: string; lowered: string }>(
    `select datcollate, lower('Ż' collate "C") as lowered from pg_database where datname = current_database()`,
  );
  expect(locale).toEqual({ datcollate: 'C', lowered: 'Ż' });
});

test('the index answers a search for letters in every case', async () => {
  const words = { organizations: '%żółta łódka%', contacts: '%ślimak%', users: '%été%' };
  for (const [table, pattern] of Object.entries(words)) {
    const text = `select id from ${table} where search_text like $1`;
    const { plan, rows } = await db.transaction(async () => {
      await db.script('set local enable_seqscan = off');
      return { plan: await db.raw(`explain ${text}`, [pattern]), rows: await db.raw(text, [pattern]) };
    });
    expect(JSON.stringify(plan)).toContain(`${table}_search`);
    expect(rows).toHaveLength(1);
  }
});
