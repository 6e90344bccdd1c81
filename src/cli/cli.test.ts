import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/kit/database.ts';
import { readConfig } from '../server/config.ts';
import { DataDirectoryInUse, lockDataDirectory } from '../server/db/embedded-lock.ts';
import { organizationImporter } from '../server/import/import-organizations.ts';
import { verifyPassword } from '../server/modules/session/passwords.ts';
import { addPerson, type TestApp, testApp } from '../server/modules/session/test-session.ts';
import { requireAdministrator } from './administrator.ts';
import { createAdministrator } from './commands/admin.ts';
import { backup, restore } from './commands/backup.ts';
import { importFile, mappingOf } from './commands/import.ts';
import { makeProgram } from './main.ts';
import { exitCodes } from './outcome.ts';
import { knownProfiles, readProfilesFile, toFile } from './profiles-file.ts';
import { differences, importProfiles } from './profiles-import.ts';
import { explain } from './run-command.ts';

let app: TestApp;
let folder: string;
const root = {
  email: 'root@example.com',
  first_name: 'Root',
  last_name: 'One',
  password: 'a long enough password',
};

beforeAll(async () => {
  app = await testApp(await testDatabase());
  folder = await mkdtemp(join(tmpdir(), 'ambit-cli-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const rootRow = () =>
  app.db.q.selectFrom('users').selectAll().where('email', '=', root.email).executeTakeFirstOrThrow();

test('every command says what it does', () => {
  const commands = makeProgram().commands;
  expect(commands.map((command) => command.name())).toEqual(
    'start migrate demo admin import profiles backup restore bench'.split(' '),
  );
  for (const command of commands) expect(command.description()).not.toBe('');
});

test('an administrator is made, and let in again when nobody else can', async () => {
  await expect(requireAdministrator(app)).rejects.toThrow('npx ambit admin create');
  expect((await createAdministrator(app, root)).data).toEqual({ email: root.email, created: true });
  await app.db.q.updateTable('users').set({ status: 'suspended' }).where('email', '=', root.email).execute();
  const again = await createAdministrator(app, { ...root, password: 'another long password' });
  expect(again.data).toEqual({ email: root.email, created: false });
  const row = await rootRow();
  expect(row.status).toBe('active');
  expect(await verifyPassword(row.password_hash, 'another long password')).toBe(true);
  const actions = await app.db.q
    .selectFrom('audit_log')
    .select('action')
    .where('item_id', '=', row.id)
    .orderBy('id')
    .execute();
  expect(actions).toEqual([{ action: 'admin.create' }, { action: 'admin.reenable' }]);
});

test('nobody is raised to administrator that way', async () => {
  await addPerson(app, { email: 'grace@example.com' });
  await expect(createAdministrator(app, { ...root, email: 'grace@example.com' })).rejects.toThrow(
    'nothing was changed',
  );
});

test('an import acts as an administrator and remembers its mapping', async () => {
  const content = (text: string) => Buffer.from(text).toString('base64');
  const options = {
    source: 'crm',
    mapping: 'external_id=nr,name=firm,customer_since=since',
    dateFormat: 'DD-MM-YYYY',
  };
  const file = content('nr,firm,since\n1,Amber Otter,16-10-2024\n');
  const first = await importFile(app, organizationImporter, { file: 'a.csv', content: file, options });
  expect(first.data).toMatchObject({ committed: true, create: 1 });
  const second = await importFile(app, organizationImporter, {
    file: 'a.csv',
    content: file,
    options: { source: 'crm' },
  });
  expect(second).toMatchObject({ data: { unchanged: 1 }, text: expect.stringContaining('1 unchanged') });
  const bad = content('nr,firm,since\n1,,2024-10-16\n');
  const refused = await importFile(app, organizationImporter, {
    file: 'b.csv',
    content: bad,
    options: { source: 'crm' },
  });
  expect(refused.exitCode).toBe(exitCodes.refused);
  expect(refused.text).toContain('since: Must be a date such as 16-10-2024');
  expect(() => mappingOf('name')).toThrow('field=column');
});

test('profiles leave as a file and come back through the service', async () => {
  const admin = await requireAdministrator(app);
  const exported = toFile(await knownProfiles(app));
  expect(exported.profiles).toHaveLength(12);
  expect(differences(await knownProfiles(app), exported)).toEqual([]);
  const file = readProfilesFile(
    JSON.stringify({
      ...exported,
      profiles: exported.profiles
        .filter(({ key }) => key === 'csr_junior')
        .flatMap((profile) => [
          { ...profile, description: 'Looks up less.', grants: { ...profile.grants, may_invite: ['Fresh'] } },
          {
            ...profile,
            key: null,
            name: 'Fresh',
            role_type: 'customer',
            grants: { groups: [], resources: {}, may_invite: [] },
          },
        ]),
    }),
  );
  const brought = await importProfiles(app, admin, file);
  expect(brought.map(({ name, what }) => [name, what])).toEqual([
    ['CSR Junior', 'changed'],
    ['Fresh', 'new'],
  ]);
  const known = await knownProfiles(app);
  expect(known).toHaveLength(13);
  expect(differences(known, file).filter(({ what }) => what !== 'only here')).toEqual([]);
  expect(() => readProfilesFile('{}')).toThrow('not an export of profiles');
});

test('a backup restores to an empty directory only', async () => {
  const configOf = (name: string) => readConfig({ AMBIT_DATA_DIR: join(folder, name), LOG_LEVEL: 'silent' });
  const file = join(folder, 'backup.tar');
  await expect(backup(configOf('none'), file)).rejects.toThrow('There is no database');
  const postgres = readConfig({ DATABASE_URL: 'postgres://x', AMBIT_SECRET: 's'.repeat(40) });
  await expect(backup(postgres, file)).rejects.toThrow('pg_dump');
  await expect(restore(postgres, file)).rejects.toThrow('pg_restore');
  if (app.db.engine === 'postgres') return;
  await writeFile(file, 'not a backup');
  await expect(restore(configOf('two'), file)).rejects.toThrow('can not be restored');
  await writeFile(file, Buffer.from(await (await app.db.dump()).arrayBuffer()));
  await restore(configOf('two'), file);
  await expect(restore(configOf('two'), file)).rejects.toThrow('already holds a database');
  const second = join(folder, 'second.tar');
  await backup(configOf('two'), second);
  expect((await readFile(second)).length).toBeGreaterThan(1000);
});

test('a data directory in use is refused with its own exit code', async () => {
  const config = readConfig({ AMBIT_DATA_DIR: join(folder, 'busy'), LOG_LEVEL: 'silent' });
  const unlock = lockDataDirectory(config.dataDir);
  const file = join(folder, 'some.tar');
  await writeFile(file, '');
  const error = await restore(config, file).catch((reason: unknown) => reason);
  unlock();
  expect(error).toBeInstanceOf(DataDirectoryInUse);
  expect(explain(error)).toMatchObject({
    exitCode: exitCodes.inUse,
    message: expect.stringContaining('in use'),
  });
});
