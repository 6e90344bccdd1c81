import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
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

  describe('written together', () => {
    // Cut to a subject, it ends within a letter: only the database says so, of all rows at once.
    const unfit = 'Z'.repeat(94).concat('🦦'.repeat(101));
    const rows = (to: string) =>
      [`${to}-1,A-1`, `${to}-2,A-3`, `${unfit},A-2`, `${to}-3,A-2`]
        .map((start) => `${start},01-07-2024,03-07-2024,low\n`)
        .join('');
    const numbered = (source: string) =>
      app.db.raw<{ id: string; number: string }>(
        `select c.id, c.number from cases c join external_ids e on e.record_id = c.id
where e.source = $1 and e.resource = 'cases' order by e.external_id`,
        [source],
      );

    beforeAll(async () => {
      await importOrganizations(app, admin, 'external_id,name\nA-3,Closed Kettle\n', { source: 'old' });
      await app.db.q
        .updateTable('organizations')
        .set({ status: 'closed' })
        .where('name', '=', 'Closed Kettle')
        .execute();
    });

    test('none holds up another', async () => {
      const before = (await stored()).length;
      const { verdicts, ...counts } = await importing(rows('W'));
      expect(counts).toMatchObject({ create: 2, refuse: 2, committed: true });
      expect(verdicts.map(({ verdict, fields }) => [verdict, fields])).toEqual([
        ['refuse', [{ field: 'organization_id', message: 'The organization is closed' }]],
        ['refuse', [{ field: '', message: 'A value does not fit its field' }]],
        ['create', []],
        ['create', []],
      ]);
      expect(await stored()).toHaveLength(before + 2);
      expect(await importing(rows('W'))).toMatchObject({ unchanged: 2, create: 0, refuse: 2 });
    });

    test('all or nothing of them stays', async () => {
      const before = await stored();
      expect(await importing(rows('V'), { mode: 'all_or_nothing' })).toMatchObject({ committed: false });
      expect(await stored()).toEqual(before);
    });

    test('each is its importer’s, numbered in the order of the file, and told by the log', async () => {
      await importOrganizations(app, admin, 'external_id,name\nA-1,Third Otter\n', { source: 'third' });
      await importing('1,A-1,01-07-2024,,low\n2,A-1,02-07-2024,03-07-2024,high\n', { source: 'third' });
      const made = await numbered('third');
      expect(made.map(({ number }) => number)).toEqual(made.map(({ number }) => number).toSorted());
      const written = (await stored()).filter(({ id }) => made.some((one) => one.id === id));
      expect(written.map(({ created_by }) => created_by)).toEqual([admin.id, admin.id]);
      const log = await app.db.q
        .selectFrom('audit_log')
        .selectAll()
        .where('action', '=', 'cases.import')
        .where('item_type', '=', 'cases')
        .where('item_label', '=', made[1]?.number ?? '')
        .execute();
      const [{ organization_id } = { organization_id: null }] = written;
      const changes = {
        ...{ subject: 'Case 2', category: 'other', priority: 'high', organization_id, status: 'closed' },
        settled_at: '2024-07-03T00:00:00.000Z',
        created_at: '2024-07-02T00:00:00.000Z',
        updated_at: '2024-07-03T00:00:00.000Z',
      };
      expect(log).toMatchObject([
        {
          organization_id,
          actor_id: admin.id,
          changes: Object.entries(changes).map(([field, to]) => ({ field, from: null, to })),
        },
      ]);
    });

    test('in as many statements for many as for one', async () => {
      await importOrganizations(app, admin, 'external_id,name\nA-1,Fourth Otter\n', { source: 'fourth' });
      const asked = async (from: number, count: number) => {
        const lines = Array.from({ length: count }, (_, at) => `${from + at},A-1,01-07-2024,,low\n`);
        const statements = vi.spyOn(app.db, 'raw');
        expect(await importing(lines.join(''), { source: 'fourth' })).toMatchObject({ create: count });
        const number = statements.mock.calls.length;
        statements.mockRestore();
        return number;
      };
      expect(await asked(100, 150)).toBe(await asked(1000, 1));
    });
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
