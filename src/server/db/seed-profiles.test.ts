import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { shippedProfiles } from '../../catalog/profiles.ts';
import type { Database } from './database.ts';
import { seedProfiles } from './seed-profiles.ts';

let db: Database;
beforeEach(async () => {
  db = await testDatabase();
});
afterEach(() => db.close());

const all = () => db.q.selectFrom('profiles').selectAll().orderBy('id').execute();
const versions = () => db.q.selectFrom('profile_versions').selectAll().orderBy('version').execute();

test('brings every shipped profile once, with its first version', async () => {
  await seedProfiles(db);
  const seeded = await all();
  expect(seeded.map((profile) => profile.key)).toEqual(shippedProfiles.map((profile) => profile.key));
  expect(seeded.filter((profile) => profile.locked).map((profile) => profile.key)).toEqual([
    'global_administrator',
  ]);
  const byId = new Map(seeded.map((profile) => [profile.id, profile.key]));
  const senior = seeded.find((profile) => profile.key === 'csr_senior');
  const { may_invite } = senior?.grants as { may_invite: string[] };
  expect(may_invite.map((id) => byId.get(id))).toEqual([
    'standard_customer',
    'managed_customer',
    'billing_contact',
  ]);
  expect(await versions()).toHaveLength(seeded.length);
  await seedProfiles(db);
  expect(await all()).toEqual(seeded);
  expect(await versions()).toHaveLength(seeded.length);
});

test('leaves edited profiles alone; the locked one follows the catalog', async () => {
  await seedProfiles(db);
  const stale = JSON.stringify({ groups: [], resources: {}, may_invite: [] });
  await db.q
    .updateTable('profiles')
    .set({ grants: stale })
    .where('key', 'in', ['csr_junior', 'global_administrator'])
    .execute();
  await seedProfiles(db);
  const after = new Map((await all()).map((profile) => [profile.key, profile]));
  expect(after.get('csr_junior')).toMatchObject({ version: 1, grants: JSON.parse(stale) });
  expect(after.get('global_administrator')).toMatchObject({ version: 2 });
  expect(after.get('global_administrator')?.grants).not.toEqual(JSON.parse(stale));
  expect((await versions()).at(-1)).toMatchObject({ version: 2, reason: 'Follows the catalog' });
});

test('a name that is taken does not stop it', async () => {
  await db.q
    .insertInto('profiles')
    .values({
      id: '0197a000-0000-7000-8000-000000000002',
      name: 'csr junior',
      role_type: 'csr',
      grants: '{}',
    })
    .execute();
  await seedProfiles(db);
  expect((await all()).map((profile) => profile.name)).toContain('CSR Junior (shipped)');
});
