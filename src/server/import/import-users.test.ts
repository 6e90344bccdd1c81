import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { newId } from '../db/id.ts';
import { verifyPassword } from '../modules/session/passwords.ts';
import { addPerson, type TestApp, testApp } from '../modules/session/test-session.ts';
import { globalAdministrator, importUsers, somebody, type TestPerson } from './test-import.ts';

let app: TestApp;
let admin: TestPerson;
const partner = newId();
const customer = newId();

beforeAll(async () => {
  app = await testApp(await testDatabase());
  admin = await globalAdministrator(app);
  await app.db.q
    .insertInto('organizations')
    .values([
      { id: partner, name: 'Paper Lantern', kind: 'partner' },
      { id: customer, name: 'Amber Otter', kind: 'customer' },
    ])
    .execute();
  await addPerson(app, {
    role: 'partner_administrator',
    profile: 'partner_administrator',
    partner_id: partner,
    email: 'paula@lantern.example',
  });
});
afterAll(() => app.close());

const header =
  'role,firstName,lastName,username,amendmentDateAlignment,userProfile,activated,noticeToUser,resetPassword,password,confirmPassword,partner,salesRep';
const secret = 'twelve or more letters';
const good = `${header}
Account Executive,Alma,Accountly,Alma@Example.com,End of Term,CSR Senior,TRUE,FALSE,FALSE,${secret},${secret},,
System Administrator,Sami,Systemski,sami@example.com,,Default Admin,FALSE,TRUE,FALSE,,,,
Partner Account Executive,Pepe,Prospectus,pepe@example.com,immediate,Partner Viewer,TRUE,FALSE,TRUE,,,Paper Lantern,paula@lantern.example
`;

const userOf = (email: string) =>
  app.db.q.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst();
const mailsTo = (email: string) =>
  app.db.q.selectFrom('mails').select('template').where('to_address', '=', email).execute();
const everythingWritten = async () =>
  JSON.stringify([
    await app.db.q.selectFrom('audit_log').selectAll().execute(),
    await app.db.q.selectFrom('imports').selectAll().execute(),
    await app.db.q.selectFrom('mails').selectAll().execute(),
  ]);

test('a dry run makes nobody, hashes nothing and sends nothing', async () => {
  const result = await importUsers(app, admin, good, { dry_run: true });
  expect(result).toMatchObject({ committed: false, rows: 3, create: 3, refuse: 0 });
  expect(await userOf('alma@example.com')).toBeUndefined();
  expect(await mailsTo('sami@example.com')).toEqual([]);
});

test('the usual header is read as it is; the same file again changes nothing', async () => {
  const result = await importUsers(app, admin, good);
  expect(result).toMatchObject({ committed: true, create: 3, refuse: 0 });
  const alma = await userOf('alma@example.com');
  expect(alma).toMatchObject({
    role: 'account_executive',
    status: 'active',
    effective_date_alignment: 'end_of_term',
  });
  expect(alma?.password_hash).toMatch(/^\$argon2id\$/);
  expect(await verifyPassword(alma?.password_hash ?? null, secret)).toBe(true);
  expect(await userOf('sami@example.com')).toMatchObject({ status: 'invited', password_hash: null });
  expect(await userOf('pepe@example.com')).toMatchObject({ status: 'active', partner_id: partner });
  expect((await userOf('pepe@example.com'))?.partner_administrator_id).not.toBeNull();
  expect(await mailsTo('alma@example.com')).toEqual([]);
  expect(await mailsTo('sami@example.com')).toHaveLength(1);
  expect(await mailsTo('pepe@example.com')).toHaveLength(1);
  expect(await everythingWritten()).not.toContain(secret);
  const again = await importUsers(app, admin, good);
  expect(again).toMatchObject({ create: 0, update: 0, unchanged: 3, refuse: 0 });
  expect((await userOf('alma@example.com'))?.version).toBe(alma?.version);
});

test('names and profile of somebody who exists are changed, their password is not', async () => {
  const before = await userOf('alma@example.com');
  const other = 'quite another password';
  const file = good
    .replace('Alma,Accountly', 'Alma,Married')
    .replace('CSR Senior', 'CSR Junior')
    .replaceAll(secret, other);
  expect(await importUsers(app, admin, file)).toMatchObject({ update: 1, unchanged: 2, refuse: 0 });
  const after = await userOf('alma@example.com');
  expect(after).toMatchObject({ last_name: 'Married', password_hash: before?.password_hash });
  expect(after?.profile_id).not.toBe(before?.profile_id);
});

const bad = `${header}
Emperor,A,A,a1@example.com,,CSR Senior,,,,,,,
Account Executive,A,A,not an address,,CSR Senior,,,,,,,
Account Executive,A,A,a3@example.com,someday,CSR Senior,,,,,,,
Account Executive,A,A,a4@example.com,,No such profile,,,,,,,
Account Executive,A,A,a5@example.com,,Default Admin,,,,,,,
Account Executive,A,A,a6@example.com,,CSR Senior,maybe,,,,,,
Account Executive,A,A,a7@example.com,,CSR Senior,,,,short,short,,
Account Executive,A,A,a8@example.com,,CSR Senior,,,,${secret},another long one,,
Partner Administrator,A,A,a9@example.com,,Partner Administrator,,,,,,,
Partner Administrator,A,A,a10@example.com,,Partner Administrator,,,,,,Nowhere,
Customer,A,A,a11@example.com,,Standard Customer,,,,,,,
Account Executive,,A,a12@example.com,,CSR Senior,,,,,,,
Account Executive,A,A,A12@example.com,,CSR Senior,,,,,,,
`;

test('every bad row names its column', async () => {
  const result = await importUsers(app, admin, bad, { dry_run: true });
  const columns = Object.fromEntries(
    result.verdicts.map(({ row, fields }) => [row, fields.map(({ field }) => field)]),
  );
  expect(columns).toEqual({
    1: ['role'],
    2: ['username'],
    3: ['amendmentDateAlignment'],
    4: ['userProfile'],
    5: ['userProfile'],
    6: ['activated'],
    7: ['password'],
    8: ['confirmPassword'],
    9: ['partner'],
    10: ['partner'],
    11: ['organization'],
    12: ['firstName'],
    13: ['username'],
  });
  expect(JSON.stringify(result)).not.toContain(secret);
});

test('customers come with one more column for their organization', async () => {
  const file = `role,firstName,lastName,username,userProfile,organization
Customer,Cora,Customerson,cora@example.com,standard_customer,amber otter
`;
  expect(await importUsers(app, admin, file)).toMatchObject({ create: 1, refuse: 0 });
  expect(await userOf('cora@example.com')).toMatchObject({ organization_id: customer, status: 'invited' });
});

test('an import gives nothing that its importer could not give', async () => {
  const system = await somebody(app, { role: 'system_administrator', profile: 'administrator' });
  const file = `${header}
Global Administrator,Gwen,Globalis,gwen@example.com,,Global Administrator,TRUE,,,${secret},${secret},,
System Administrator,Sven,Second,sven@example.com,,Administrator,FALSE,,,,,,
`;
  const result = await importUsers(app, system, file, { mode: 'keep_good_rows' });
  expect(result).toMatchObject({ create: 1, refuse: 1 });
  expect(result.verdicts[0]).toMatchObject({ row: 1, verdict: 'refuse' });
  expect(await userOf('gwen@example.com')).toBeUndefined();
  const own = (await app.db.q.selectFrom('users').selectAll().where('id', '=', system.id).execute())[0];
  const raise = `${header}\nGlobal Administrator,Grace,Hopper,${own?.email},,Global Administrator,,,,,,,\n`;
  expect(await importUsers(app, system, raise)).toMatchObject({ committed: false, update: 0, refuse: 1 });
});
