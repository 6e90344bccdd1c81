import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { shippedProfiles } from '../../catalog/profiles.ts';
import type { Database } from './database.ts';
import { seedProfiles } from './seed-profiles.ts';

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  await db.q
    .insertInto('profiles')
    .values({
      id: '0197a000-0000-7000-8000-000000000002',
      name: 'csr junior',
      role_type: 'csr',
      grants: '{}',
    })
    .execute();
  await Promise.all([seedProfiles(db), seedProfiles(db)]);
});
afterAll(() => db.close());

const seeded = () =>
  db.q.selectFrom('profiles').selectAll().where('key', 'is not', null).orderBy('id').execute();
const versions = () => db.q.selectFrom('profile_versions').selectAll().orderBy('version').execute();

test('brings every shipped profile once, with its first version, whoever starts at the same time', async () => {
  const profiles = await seeded();
  expect(profiles.map((profile) => profile.key).toSorted()).toEqual(
    shippedProfiles.map((profile) => profile.key).toSorted(),
  );
  expect(profiles.filter((profile) => profile.locked).map((profile) => profile.key)).toEqual([
    'global_administrator',
  ]);
  expect(await versions()).toHaveLength(profiles.length);
  await seedProfiles(db);
  expect(await seeded()).toEqual(profiles);
  expect(await versions()).toHaveLength(profiles.length);
});

test('the profiles that may be given on are named by id', async () => {
  const profiles = await seeded();
  const idOf = (key: string) => profiles.find((profile) => profile.key === key)?.id;
  const senior = profiles.find((profile) => profile.key === 'csr_senior');
  expect(senior?.grants).toMatchObject({
    may_invite: [idOf('standard_customer'), idOf('managed_customer'), idOf('billing_contact')],
  });
});

test('a name that is taken does not stop it', async () => {
  const junior = (await seeded()).find((profile) => profile.key === 'csr_junior');
  expect(junior?.name).toBe('CSR Junior (shipped)');
});

test('leaves edited profiles alone; the locked one follows the catalog', async () => {
  const stale = { groups: [], resources: {}, may_invite: [] };
  await db.q
    .updateTable('profiles')
    .set({ grants: JSON.stringify(stale) })
    .where('key', 'in', ['csr_junior', 'global_administrator'])
    .execute();
  await seedProfiles(db);
  const after = new Map((await seeded()).map((profile) => [profile.key, profile]));
  expect(after.get('csr_junior')).toMatchObject({ version: 1, grants: stale });
  expect(after.get('global_administrator')).toMatchObject({ version: 2 });
  expect(after.get('global_administrator')?.grants).not.toEqual(stale);
  expect((await versions()).at(-1)).toMatchObject({ version: 2, reason: 'Follows the catalog' });
});
