import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import type { Database } from './database.ts';
import { addContact, addOrganization, addProfile, addUser } from './test-rows.ts';

let db: Database;
let partner: string;
let executive: string;
let partnerExecutive: string;
let customerProfile: string;
beforeAll(async () => {
  db = await testDatabase();
  partner = await addOrganization(db, { kind: 'partner', name: 'Reseller' });
  const csr = await addProfile(db, 'csr');
  const partnerProfile = await addProfile(db, 'partner');
  customerProfile = await addProfile(db, 'customer');
  executive = await addUser(db, { role: 'account_executive', profile_id: csr });
  partnerExecutive = await addUser(db, {
    role: 'partner_account_executive',
    profile_id: partnerProfile,
    partner_id: partner,
  });
});
afterAll(() => db.close());

const nobody = { partner_id: null, account_executive_id: null, partner_account_executive_id: null };

function copies(table: 'contacts' | 'users', id: string) {
  return db.q
    .selectFrom(table)
    .select(['partner_id', 'account_executive_id', 'partner_account_executive_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function organizationWithPeople() {
  const organization = await addOrganization(db);
  const contact = await addContact(db, organization);
  const user = await addUser(db, {
    role: 'customer',
    profile_id: customerProfile,
    organization_id: organization,
  });
  return { organization, contact, user };
}

test('moving an organization moves its contacts and users in the same transaction', async () => {
  const { organization, contact, user } = await organizationWithPeople();
  const other = await organizationWithPeople();
  expect(await copies('contacts', contact)).toEqual(nobody);
  const moved = {
    partner_id: partner,
    account_executive_id: executive,
    partner_account_executive_id: partnerExecutive,
  };
  await db.transaction(async () => {
    await db.q
      .updateTable('organizations')
      .set({
        parent_partner_id: partner,
        account_executive_id: executive,
        partner_account_executive_id: partnerExecutive,
      })
      .where('id', '=', organization)
      .execute();
    expect(await copies('contacts', contact)).toEqual(moved);
    expect(await copies('users', user)).toEqual(moved);
  });
  expect(await copies('contacts', await addContact(db, organization))).toEqual(moved);
  expect(await copies('contacts', other.contact)).toEqual(nobody);
  await db.q
    .updateTable('organizations')
    .set({ parent_partner_id: null, account_executive_id: null, partner_account_executive_id: null })
    .where('id', '=', organization)
    .execute();
  expect(await copies('contacts', contact)).toEqual(nobody);
  expect(await copies('users', user)).toEqual(nobody);
});

test('a contact that changes organization follows the new one', async () => {
  const { contact } = await organizationWithPeople();
  const target = await addOrganization(db, { parent_partner_id: partner });
  await db.q.updateTable('contacts').set({ organization_id: target }).where('id', '=', contact).execute();
  expect(await copies('contacts', contact)).toEqual({ ...nobody, partner_id: partner });
});

test('becoming a partner takes the records of the organization along', async () => {
  const { organization, contact } = await organizationWithPeople();
  await db.q.updateTable('organizations').set({ kind: 'partner' }).where('id', '=', organization).execute();
  expect(await copies('contacts', contact)).toEqual({ ...nobody, partner_id: organization });
});

test('a copy that somebody writes does not stick', async () => {
  const { contact, user } = await organizationWithPeople();
  const values = [partner, executive, partnerExecutive];
  for (const [table, id] of [
    ['contacts', contact],
    ['users', user],
  ] as const) {
    await db.raw(
      `update ${table} set partner_id = $1, account_executive_id = $2, partner_account_executive_id = $3 where id = $4`,
      [...values, id],
    );
    expect(await copies(table, id)).toEqual(nobody);
  }
  await db.raw('update users set account_executive_id = $1 where id = $2', [executive, executive]);
  expect(await copies('users', executive)).toEqual(nobody);
});

test('a partner keeps its kind while it has people or customers', async () => {
  await addOrganization(db, { parent_partner_id: partner });
  await expect(
    db.q.updateTable('organizations').set({ kind: 'customer' }).where('id', '=', partner).execute(),
  ).rejects.toThrow('foreign key');
});

test('a contact added while its organization moves lands where the organization does', async () => {
  if (db.engine === 'embedded') return;
  const { organization } = await organizationWithPeople();
  const { promise: updated, resolve: hasUpdated } = Promise.withResolvers<void>();
  const move = db.transaction(async () => {
    await db.q
      .updateTable('organizations')
      .set({ account_executive_id: executive })
      .where('id', '=', organization)
      .execute();
    hasUpdated();
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  await updated;
  const contact = await addContact(db, organization);
  await move;
  expect(await copies('contacts', contact)).toEqual({ ...nobody, account_executive_id: executive });
});
