import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';
import { addContact, addOrganization, addProfile, addUser } from './test-rows.ts';

const tables = ['organizations', 'contacts', 'users', 'notifications'] as const;
let db: Database;
let partner: string;
let inside: string;
let outside: string;
beforeAll(async () => {
  db = await testDatabase();
  partner = await addOrganization(db, { kind: 'partner', name: 'Reseller' });
  inside = await addOrganization(db, { parent_partner_id: partner });
  outside = await addOrganization(db);
  const customer = await addProfile(db, 'customer');
  const partnerProfile = await addProfile(db, 'partner');
  for (const organization of [inside, outside]) {
    await addContact(db, organization);
    await addUser(db, { role: 'customer', profile_id: customer, organization_id: organization });
  }
  await addUser(db, { role: 'partner_administrator', profile_id: partnerProfile, partner_id: partner });
  const csr = await addProfile(db, 'csr');
  await addUser(db, { role: 'account_executive', profile_id: csr });
  await db.raw(`insert into notifications (id, user_id, kind, label, at)
select gen_random_uuid(), id, 'case_reply', 'A case', now() from users`);
});
afterAll(() => db.close());

async function counts(): Promise<number[]> {
  const found: number[] = [];
  for (const table of tables) found.push((await db.q.selectFrom(table).select('id').execute()).length);
  return found;
}

test('staff stand outside the fence', async () => {
  expect(await counts()).toEqual([3, 2, 4, 4]);
});

test('a customer reaches its own organization only', async () => {
  await db.fenced({ role: 'customer', id: inside }, async () => {
    expect(await counts()).toEqual([1, 1, 1, 1]);
    expect(await db.q.selectFrom('organizations').select('id').execute()).toEqual([{ id: inside }]);
    const other = await db.q
      .selectFrom('contacts')
      .selectAll()
      .where('organization_id', '=', outside)
      .execute();
    expect(other).toEqual([]);
  });
});

test('a partner reaches itself, its customers, and the people of both', async () => {
  expect(await db.fenced({ role: 'partner', id: partner }, counts)).toEqual([2, 1, 2, 2]);
});

test('another id reaches nothing, and anything but an id is an error', async () => {
  expect(await db.fenced({ role: 'customer', id: newId() }, counts)).toEqual([0, 0, 0, 0]);
  expect(await db.fenced({ role: 'partner', id: outside }, counts)).toEqual([0, 0, 0, 0]);
  expect(() => db.fenced({ role: 'customer', id: `'; reset role; --` }, counts)).toThrow('needs an id');
});

test.each(['ambit_customer', 'ambit_partner'])('%s without a boundary reaches nothing', async (role) => {
  await db.transaction(async () => {
    await db.script(`set local role ${role}`);
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });
});

test('the fence is for reading, and hides every other table', async () => {
  const attempt = (sql: string) => db.fenced({ role: 'customer', id: inside }, () => db.raw(sql));
  await expect(attempt(`update organizations set name = 'Mine'`)).rejects.toThrow('permission denied');
  await expect(attempt('select * from sessions')).rejects.toThrow('permission denied');
  await expect(attempt('select grants from profiles')).rejects.toThrow('permission denied');
  await expect(attempt('select * from invoices_rollup')).rejects.toThrow('permission denied');
  await expect(attempt('select * from audit_log')).rejects.toThrow('permission denied');
});

test('a notification asks for its own person, not for all whom the fence lets through', async () => {
  await db.fenced({ role: 'partner', id: partner }, async () => {
    const plan = await db.raw('explain select * from notifications');
    expect(JSON.stringify(plan)).not.toContain('hashed');
  });
});

test('the fence ends with its work', async () => {
  await db.fenced({ role: 'customer', id: inside }, counts);
  expect(await counts()).toEqual([3, 2, 4, 4]);
  await db.transaction(async () => {
    expect(await db.fenced({ role: 'customer', id: inside }, counts)).toEqual([1, 1, 1, 1]);
    expect(await counts()).toEqual([3, 2, 4, 4]);
    expect(await db.fenced({ role: 'partner', id: partner }, counts)).toEqual([2, 1, 2, 2]);
  });
});

test('a transaction inside the fence stays inside, and no other boundary is reached from there', async () => {
  await db.fenced({ role: 'customer', id: inside }, async () => {
    expect(await db.transaction(counts)).toEqual([1, 1, 1, 1]);
    expect(await db.fenced({ role: 'customer', id: inside }, counts)).toEqual([1, 1, 1, 1]);
    await expect(db.fenced({ role: 'partner', id: partner }, counts)).rejects.toThrow('another boundary');
  });
});

test('a search behind the fence stays within the boundary, and outside it finds nothing', async () => {
  const matching = async () => {
    const found = await db.raw<{ id: string }>(`select id from organizations_matching('%') order by id`);
    return found.map(({ id }) => id);
  };
  expect(await db.fenced({ role: 'customer', id: inside }, matching)).toEqual([inside]);
  expect(await db.fenced({ role: 'partner', id: partner }, matching)).toEqual([partner, inside].sort());
  expect(await db.fenced({ role: 'partner', id: newId() }, matching)).toEqual([]);
  expect(await matching()).toEqual([]);
});
