import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { type TestApp, testApp } from '../modules/session/test-session.ts';
import { globalAdministrator, importOrganizations, somebody, type TestPerson } from './test-import.ts';

let app: TestApp;
let admin: TestPerson;
let tests = 0;
/** Each test imports from a source of its own, so that they share a database and not their records. */
let source = '';

beforeAll(async () => {
  app = await testApp(await testDatabase());
  admin = await globalAdministrator(app);
});
afterAll(() => app.close());
beforeEach(() => {
  tests += 1;
  source = `source ${tests}`;
});

const mapping = { external_id: 'id', name: 'company', customer_since: 'since', country: 'cc', email: 'mail' };
const german = () => ({ source, mapping, date_format: 'DD-MM-YYYY' }) as const;
const three = `id,company,since,cc,mail,ignored
A-1,Amber Otter,16-10-2024,pl,Hello@Otter.example,x
A-2,"=SUM(1,2)",,DE,,y
A-3,Żółty Ślimak,01-02-2020,,,z
`;

const organizations = () =>
  app.db.q
    .selectFrom('organizations')
    .innerJoin('external_ids', 'external_ids.record_id', 'organizations.id')
    .selectAll('organizations')
    .where('external_ids.source', '=', source)
    .orderBy('organizations.name')
    .execute();
const auditRows = async (action: string) => {
  const ids = (await organizations()).map(({ id }) => id);
  return app.db.q
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', action)
    .where('item_id', 'in', ids)
    .execute();
};
const importsOf = () =>
  app.db.q.selectFrom('imports').selectAll().where('source', '=', source).orderBy('id').execute();

test('a dry run says what would happen and leaves nothing', async () => {
  const result = await importOrganizations(app, admin, three, { ...german(), dry_run: true });
  expect(result).toMatchObject({ dry_run: true, committed: false, rows: 3, create: 3, refuse: 0 });
  for (const table of ['organizations', 'imports', 'import_mappings', 'external_ids', 'audit_log'] as const) {
    expect(await app.db.q.selectFrom(table).selectAll().execute()).toEqual([]);
  }
});

test('an import creates, the same file again changes nothing, a changed one updates', async () => {
  const first = await importOrganizations(app, admin, three, german());
  expect(first).toMatchObject({ committed: true, create: 3, update: 0, unchanged: 0, refuse: 0 });
  const rows = await organizations();
  expect(rows.map(({ name }) => name).toSorted()).toEqual(['=SUM(1,2)', 'Amber Otter', 'Żółty Ślimak']);
  expect(rows.find(({ name }) => name === 'Amber Otter')).toMatchObject({
    customer_since: '2024-10-16',
    country: 'PL',
    email: 'hello@otter.example',
    kind: 'customer',
    created_by: admin.id,
  });
  const again = await importOrganizations(app, admin, three, german());
  expect(again).toMatchObject({ committed: true, create: 0, update: 0, unchanged: 3, refuse: 0 });
  expect(await organizations()).toEqual(rows);
  const changed = await importOrganizations(app, admin, three.replace('Hello@Otter.example', ''), german());
  expect(changed).toMatchObject({ update: 1, unchanged: 2 });
  expect((await organizations()).find(({ name }) => name === 'Amber Otter')).toMatchObject({
    email: null,
    version: 2,
  });
  expect(await auditRows('organizations.create')).toHaveLength(3);
  expect(await auditRows('organizations.edit')).toHaveLength(1);
  expect((await importsOf()).map(({ status }) => status)).toEqual(['committed', 'committed', 'committed']);
  expect(
    await app.db.q.selectFrom('import_mappings').selectAll().where('source', '=', source).execute(),
  ).toEqual([{ source, resource: 'organizations', mapping, date_format: 'DD-MM-YYYY' }]);
});

test('the same id from another source is another organization', async () => {
  await importOrganizations(app, admin, three, german());
  const other = await importOrganizations(app, admin, three, { ...german(), source: 'other' });
  expect(other.create).toBe(3);
});

const bad = `id,company,since,cc,mail
A-1,Amber Otter,16-10-2024,PL,
A-1,Twice,,,
,No id,,,
A-4,,,,
A-5,Wrong date,2024-10-16,,
A-6,No day,31-04-2024,,
A-7,Country,,Poland,
A-8,Mail,,,not a mail
A-9,Short
A-10,Long,,,,extra
`;

test('every bad row is refused with its column and reason', async () => {
  const result = await importOrganizations(app, admin, bad, { ...german(), dry_run: true });
  expect(result).toMatchObject({ rows: 10, create: 1, refuse: 9 });
  const reasons = Object.fromEntries(result.verdicts.map(({ row, fields }) => [row, fields]));
  expect(reasons).toEqual({
    1: [],
    2: [{ field: 'id', message: 'Stands in row 1 already' }],
    3: [{ field: 'id', message: 'Must not be empty' }],
    4: [{ field: 'company', message: 'Must not be empty' }],
    5: [{ field: 'since', message: 'Must be a date such as 16-10-2024 (DD-MM-YYYY)' }],
    6: [{ field: 'since', message: 'Must be a date such as 16-10-2024 (DD-MM-YYYY)' }],
    7: [{ field: 'cc', message: 'Must be a two-letter country code such as PL' }],
    8: [{ field: 'mail', message: 'Must be an e-mail address' }],
    9: [{ field: '', message: 'The row has 2 cells and the header 5 columns' }],
    10: [{ field: '', message: 'The row has 6 cells and the header 5 columns' }],
  });
  expect(result.verdicts[0]?.verdict).toBe('refuse');
});

test('all or nothing keeps nothing of a file with one bad row; keeping the good rows keeps those', async () => {
  const nothing = await importOrganizations(app, admin, bad, german());
  expect(nothing).toMatchObject({ committed: false, create: 1, refuse: 9 });
  expect(await organizations()).toEqual([]);
  expect(await importsOf()).toMatchObject([{ status: 'refused', result: { refuse: 9 } }]);
  const kept = await importOrganizations(app, admin, bad, { ...german(), mode: 'keep_good_rows' });
  expect(kept).toMatchObject({ committed: true, create: 1, refuse: 9 });
  expect((await organizations()).map(({ name }) => name)).toEqual(['Amber Otter']);
});

test('a mapping must name known fields and columns of the file, and every required field', async () => {
  const wrong = { name: 'company', phone: 'Telefon', colour: 'id' };
  const problem = await importOrganizations(app, admin, three, { source, mapping: wrong }).catch(
    (error: unknown) => error,
  );
  expect(problem).toMatchObject({
    code: 'request/invalid',
    particulars: {
      fields: [
        { field: 'mapping.phone', code: 'unknown_column' },
        { field: 'mapping.colour', code: 'unknown_field' },
        { field: 'mapping.external_id', code: 'required' },
      ],
    },
  });
});

test('without a mapping, columns that are called like the fields are found', async () => {
  const result = await importOrganizations(
    app,
    admin,
    'External ID,NAME,Payment terms\n1,Otter,14\n2,Badger,\n',
    { source },
  );
  expect(result).toMatchObject({ create: 2, refuse: 0 });
  expect((await organizations()).map((row) => row.payment_terms_days)).toEqual([30, 14]);
});

test('a row changes only what its importer may edit', async () => {
  await importOrganizations(app, admin, three, german());
  const grants = {
    groups: ['crm'],
    resources: {
      organizations: {
        level: 'edit',
        view_scope: 'all',
        edit_scope: 'created_or_assigned',
        actions: ['create', 'import'],
      },
    },
    may_invite: [],
  };
  const id = '01900000-0000-7000-8000-000000000001';
  const stored = { name: 'Own book', grants: JSON.stringify(grants) };
  await app.db.q
    .insertInto('profiles')
    .values({ id, key: 'own_book', role_type: 'csr', ...stored })
    .execute();
  await app.db.q
    .insertInto('profile_versions')
    .values({ profile_id: id, version: 1, ...stored })
    .execute();
  const executive = await somebody(app, { profile: 'own_book' });
  const file = `${three.replace('Amber Otter', 'Amber Badger')}A-9,Own one,,,,\n`;
  const result = await importOrganizations(app, executive, file, { ...german(), mode: 'keep_good_rows' });
  expect(result).toMatchObject({ create: 1, unchanged: 2, refuse: 1 });
  expect(result.verdicts[0]).toMatchObject({ row: 1, verdict: 'refuse', fields: [{ field: 'id' }] });
  const own = (await organizations()).find(({ name }) => name === 'Own one');
  expect(own).toMatchObject({ created_by: executive.id, account_executive_id: executive.id });
});

test('rows after the importer lost the right are refused', async () => {
  const rows = Array.from({ length: 210 }, (_, index) => `B-${index},Company ${index}`).join('\n');
  let asked = 0;
  const fading: TestPerson = { ...admin, again: () => (++asked > 2 ? Promise.resolve(null) : admin.again()) };
  const result = await importOrganizations(app, fading, `id,company\n${rows}\n`, {
    source,
    mapping: { external_id: 'id', name: 'company' },
    mode: 'keep_good_rows',
  });
  expect(result).toMatchObject({ create: 200, refuse: 10 });
  expect(await organizations()).toHaveLength(200);
});

const ravenstack = new URL('../../../../shared/data/ravenstack/ravenstack_accounts.csv', import.meta.url);

test.runIf(existsSync(ravenstack))(
  'the 500 accounts of a foreign system, twice',
  { timeout: 120_000 },
  async () => {
    const file = readFileSync(ravenstack);
    const options = {
      source,
      mapping: {
        external_id: 'account_id',
        name: 'account_name',
        industry: 'industry',
        country: 'country',
        customer_since: 'signup_date',
        source: 'referral_source',
      },
      date_format: 'DD-MM-YYYY',
    } as const;
    const first = await importOrganizations(app, admin, file, options);
    expect(first).toMatchObject({ committed: true, rows: 500, create: 500, refuse: 0 });
    expect(await organizations()).toHaveLength(500);
    const second = await importOrganizations(app, admin, file, options);
    expect(second).toMatchObject({ committed: true, create: 0, update: 0, unchanged: 500, refuse: 0 });
  },
);
