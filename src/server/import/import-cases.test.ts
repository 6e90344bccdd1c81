import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { type TestApp, testApp } from '../modules/session/test-session.ts';
import { caseImporter } from './import-cases.ts';
import { readMoment } from './read-date.ts';
import {
  globalAdministrator,
  importOrganizations,
  importText,
  somebody,
  type TestPerson,
} from './test-import.ts';

let app: TestApp;
let admin: TestPerson;
beforeAll(async () => {
  app = await testApp(await testDatabase());
  admin = await globalAdministrator(app);
  await importOrganizations(app, admin, 'external_id,name\nA-1,Amber Otter\nA-2,Blue Teapot\n', {
    source: 'old',
  });
});
afterAll(() => app.close());

const header = 'ticket,account,submitted_at,closed_at,priority\n';
const mapping = {
  external_id: 'ticket',
  organization: 'account',
  opened_at: 'submitted_at',
  closed_at: 'closed_at',
  priority: 'priority',
};
const importing = (rows: string, more: object = {}, by = admin) =>
  importText(app, by, caseImporter, header + rows, {
    source: 'old',
    mode: 'keep_good_rows',
    date_format: 'DD-MM-YYYY',
    mapping,
    ...more,
  });
const stored = () => app.db.q.selectFrom('cases').selectAll().orderBy('created_at').execute();

describe('cases', () => {
  const file = 'T-1,A-1,27-07-2023,28-07-2023 03:00,high\nT-2,A-2,08-07-2024,,medium\n';

  test('are tried out, taken over once, and the same file again changes nothing', async () => {
    expect(await importing(file, { dry_run: true })).toMatchObject({ create: 2, committed: false });
    expect(await stored()).toEqual([]);
    expect(await importing(file)).toMatchObject({ create: 2, refuse: 0, committed: true });
    const [closed, open] = await stored();
    expect(closed).toMatchObject({
      subject: 'Case T-1',
      status: 'closed',
      priority: 'high',
      category: 'other',
      visibility: 'shared',
      requester_id: null,
      created_at: new Date('2023-07-27T00:00:00Z'),
      settled_at: new Date('2023-07-28T03:00:00Z'),
    });
    expect(open).toMatchObject({ subject: 'Case T-2', status: 'open', priority: 'normal', settled_at: null });
    expect(await importing(file)).toMatchObject({ unchanged: 2, create: 0 });
    expect(await importing(file.replace('medium', 'low'))).toMatchObject({ unchanged: 1, refuse: 1 });
    expect(await stored()).toHaveLength(2);
    expect(await app.db.q.selectFrom('mails').where('template', 'like', 'case%').execute()).toEqual([]);
  });

  test('remember how the file was mapped', async () => {
    const saved = await app.db.q
      .selectFrom('import_mappings')
      .selectAll()
      .where('resource', '=', 'cases')
      .execute();
    expect(saved).toMatchObject([{ source: 'old', mapping, date_format: 'DD-MM-YYYY' }]);
  });

  test.each([
    ['an organization that is not there', 'X-1,A-9,01-07-2024,,low', 'account'],
    ['a wrong date', 'X-2,A-1,2024-07-01,,low', 'submitted_at'],
    ['no date', 'X-3,A-1,,,low', 'submitted_at'],
    ['a wrong time', 'X-4,A-1,01-07-2024,01-07-2024 25:00,low', 'closed_at'],
    ['an end before the start', 'X-5,A-1,02-07-2024,01-07-2024 10:00,low', 'closed_at'],
    ['an unknown priority', 'X-6,A-1,01-07-2024,,rather', 'priority'],
  ])('refuse %s by its column', async (_what, row, field) => {
    const result = await importing(`${row}\n`);
    expect(result).toMatchObject({ create: 0, refuse: 1 });
    expect(result.verdicts[0]?.fields[0]?.field).toBe(field);
  });

  test('are taken over within what their importer edits', async () => {
    const supervisor = await somebody(app, { role: 'account_executive', profile: 'csr_supervisor' });
    expect(await importing('Y-1,A-1,01-07-2024,,low\n', {}, supervisor)).toMatchObject({ create: 1 });
  });
});

test.each([
  ['16-10-2024', '2024-10-16T00:00:00.000Z'],
  ['16-10-2024 03:00', '2024-10-16T03:00:00.000Z'],
  ['16-10-2024T23:59:59', '2024-10-16T23:59:59.000Z'],
  ['31-02-2024 03:00', null],
  ['16-10-2024 24:00', null],
  ['16-10-2024 03:00 PM', null],
])('the moment %s', (text, moment) => {
  expect(readMoment(text, 'DD-MM-YYYY')).toBe(moment);
});

const data = new URL('../../../../shared/data/ravenstack/', import.meta.url);

test.runIf(existsSync(data))(
  'the 2,000 tickets of a real export import, and again change nothing',
  async () => {
    const of = (name: string) => readFileSync(new URL(name, data));
    const options = { source: 'ravenstack', date_format: 'DD-MM-YYYY' } as const;
    await importOrganizations(app, admin, of('ravenstack_accounts.csv'), {
      ...options,
      mapping: { external_id: 'account_id', name: 'account_name' },
    });
    const tickets = { ...mapping, external_id: 'ticket_id', organization: 'account_id' };
    const file = of('ravenstack_support_tickets.csv');
    const run = () => importText(app, admin, caseImporter, file, { ...options, mapping: tickets });
    expect(await run()).toMatchObject({ rows: 2000, create: 2000, refuse: 0, committed: true });
    expect(await run()).toMatchObject({ rows: 2000, unchanged: 2000, create: 0 });
    const [counted] = await app.db.raw(
      `select count(*)::int as all, count(*) filter (where status = 'open')::int as open,
  count(*) filter (where priority = 'urgent')::int as urgent
from cases c join external_ids e on e.record_id = c.id and e.resource = 'cases' where e.source = 'ravenstack'`,
    );
    const lines = file
      .toString()
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    expect(counted).toEqual({
      all: 2000,
      open: lines.filter((cells) => cells[3] === '').length,
      urgent: lines.filter((cells) => cells[5] === 'urgent').length,
    });
  },
  180_000,
);
