import type { Database } from './database.ts';
import { newId } from './id.ts';
import type { NewRow } from './tables.ts';

/** Rows with as little as the schema allows, for the tests of this folder. */
export async function addProfile(db: Database, roleType: NewRow<'profiles'>['role_type']): Promise<string> {
  const id = newId();
  await db.q
    .insertInto('profiles')
    .values({ id, name: `Profile ${id}`, role_type: roleType, grants: '{}' })
    .execute();
  return id;
}

export async function addOrganization(
  db: Database,
  values: Partial<NewRow<'organizations'>> = {},
): Promise<string> {
  const id = newId();
  await db.q
    .insertInto('organizations')
    .values({ id, name: 'Acme', ...values })
    .execute();
  return id;
}

export async function addContact(db: Database, organizationId: string): Promise<string> {
  const id = newId();
  await db.q
    .insertInto('contacts')
    .values({ id, organization_id: organizationId, first_name: 'Ada', last_name: 'Byron' })
    .execute();
  return id;
}

export async function addUser(
  db: Database,
  values: Pick<NewRow<'users'>, 'role' | 'profile_id'> & Partial<NewRow<'users'>>,
): Promise<string> {
  const id = newId();
  await db.q
    .insertInto('users')
    .values({ id, first_name: 'Grace', last_name: 'Hopper', email: `${id}@example.com`, ...values })
    .execute();
  return id;
}
