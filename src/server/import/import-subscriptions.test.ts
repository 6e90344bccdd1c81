import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { type TestApp, testApp } from '../modules/session/test-session.ts';
import { invoiceImporter } from './import-invoices.ts';
import { subscriptionImporter } from './import-subscriptions.ts';
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
  await app.db.q.updateTable('company_settings').set({ currency: 'USD' }).execute();
  await importOrganizations(app, admin, 'external_id,name\nA-1,Amber Otter\nA-2,Blue Teapot\n', {
    source: 'old',
  });
});
afterAll(() => app.close());

const header = 'external_id,organization,plan,billing_period,quantity,started_on,ends_on,mrr,trial\n';
const importing = (rows: string, by = admin) =>
  importText(app, by, subscriptionImporter, header + rows, { source: 'old', mode: 'keep_good_rows' });
const stored = () => app.db.q.selectFrom('subscriptions').selectAll().orderBy('created_at').execute();

describe('subscriptions', () => {
  test('are taken over with their plans; the same file again changes nothing, another one is refused', async () => {
    const file = `S-1,A-1,Pro,monthly,17,2024-06-11,,833,\nS-2,A-2,Pro,monthly,2,2024-01-01,2024-05-01,98,\nS-3,A-1,Pro,monthly,1,2024-06-11,,0,TRUE\n`;
    expect(await importing(file)).toMatchObject({ create: 3, refuse: 0, committed: true });
    const [open, ended, trial] = await stored();
    expect(open).toMatchObject({ status: 'active', mrr: 83_300, imported_mrr: 83_300, quantity: 17 });
    expect(ended).toMatchObject({ status: 'cancelled', ended_on: '2024-05-01', mrr: 0 });
    expect(trial).toMatchObject({ status: 'trialing', mrr: 0 });
    expect(await importing(file)).toMatchObject({ unchanged: 3, create: 0 });
    expect(await importing(file.replace(',17,', ',18,'))).toMatchObject({ unchanged: 2, refuse: 1 });
    expect(await stored()).toHaveLength(3);
    const plans = await app.db.q.selectFrom('plan_versions').select('unit_price').execute();
    expect(plans).toEqual([{ unit_price: 4900 }]);
  });

  test('good rows of a chunk are taken over beside those that the rules refuse', async () => {
    const rows = [
      'M-1,A-1,Trio,monthly,1,2024-06-11,,10,',
      'M-2,A-1,Trio,monthly,1,2024-06-11,2024-06-10,10,',
      'M-3,A-2,Trio,monthly,1000000000,2024-06-11,,10,',
      'M-4,A-2,Trio,monthly,2,2024-06-11,,20,',
    ];
    const result = await importing(`${rows.join('\n')}\n`);
    const refused = result.verdicts.filter(({ verdict }) => verdict === 'refuse');
    expect([result.create, refused.map(({ label }) => label).sort()]).toEqual([2, ['M-2', 'M-3']]);
    const claims = await app.db.q
      .selectFrom('external_ids')
      .select('external_id')
      .where('external_id', 'like', 'M-%')
      .orderBy('external_id')
      .execute();
    expect(claims.map(({ external_id }) => external_id)).toEqual(['M-1', 'M-4']);
    const all = await stored();
    await app.db.q.deleteFrom('external_ids').where('external_id', 'like', 'M-%').execute();
    expect(all.filter(({ mrr }) => mrr === 1000 || mrr === 2000)).toHaveLength(2);
  });

  test.each([
    ['an organization that is not there', 'X-1,A-9,Pro,monthly,1,2024-01-01,,49,', 'organization'],
    ['a wrong date', 'X-2,A-1,Pro,monthly,1,11-06-2024,,49,', 'started_on'],
    ['an end before the start', 'X-3,A-1,Pro,monthly,1,2024-06-01,2024-05-01,49,', 'ends_on'],
    ['a wrong period', 'X-4,A-1,Pro,weekly,1,2024-06-01,,49,', 'billing_period'],
    ['a wrong amount', 'X-5,A-1,Pro,monthly,1,2024-06-01,,"4,9",', 'mrr'],
    ['a wrong quantity', 'X-6,A-1,Pro,monthly,-1,2024-06-01,,49,', 'quantity'],
    ['a plan without a price', 'X-7,A-1,Gold,monthly,1,2024-06-01,,,', 'plan'],
  ])('refuse %s by its column', async (_what, row, field) => {
    const result = await importing(`${row}\n`);
    expect(result).toMatchObject({ create: 0, refuse: 1 });
    expect(result.verdicts[0]?.fields[0]?.field).toBe(field);
  });

  test('need somebody who edits products for a plan that is missing', async () => {
    const supervisor = await somebody(app, { role: 'account_executive', profile: 'csr_supervisor' });
    expect(await importing('Y-1,A-1,Pro,monthly,1,2024-06-11,,49,\n', supervisor)).toMatchObject({
      create: 1,
    });
    const result = await importing('Y-2,A-1,Silver,monthly,1,2024-06-11,,49,\n', supervisor);
    expect(result.verdicts[0]?.fields[0]?.field).toBe('plan');
  });
});

test('invoices come with what is still to be paid, once', async () => {
  const file =
    'external_id,organization,number,issued_on,due_on,amount,balance\nI-1,A-2,R-77,2026-01-01,2026-01-31,100.50,40.25\nI-2,A-2,,2026-01-01,,10,0\nI-3,A-2,,2026-01-01,,10,11\n';
  const run = () => importText(app, admin, invoiceImporter, file, { source: 'old', mode: 'keep_good_rows' });
  expect(await run()).toMatchObject({ create: 2, refuse: 1 });
  expect(await run()).toMatchObject({ unchanged: 2, refuse: 1 });
  const invoices = await app.db.q.selectFrom('invoices').selectAll().orderBy('amount', 'desc').execute();
  expect(invoices).toMatchObject([
    { number: 'R-77', amount: 10_050, balance: 4025, status: 'open' },
    { amount: 1000, balance: 0, status: 'paid' },
  ]);
  const organization = await app.db.q
    .selectFrom('organizations')
    .select(['account_balance', 'credit_balance'])
    .where('name', '=', 'Blue Teapot')
    .executeTakeFirstOrThrow();
  expect(organization).toEqual({ account_balance: 4025, credit_balance: 0 });
});

const data = new URL('../../../../shared/data/ravenstack/', import.meta.url);

test.runIf(existsSync(data))(
  'the 5,000 subscriptions of a real export import, and again change nothing',
  async () => {
    const of = (name: string) => readFileSync(new URL(name, data));
    const options = { source: 'ravenstack', date_format: 'DD-MM-YYYY' } as const;
    await importOrganizations(app, admin, of('ravenstack_accounts.csv'), {
      ...options,
      mapping: { external_id: 'account_id', name: 'account_name' },
    });
    const mapping = {
      external_id: 'subscription_id',
      organization: 'account_id',
      plan: 'plan_tier',
      billing_period: 'billing_frequency',
      quantity: 'seats',
      started_on: 'start_date',
      ends_on: 'end_date',
      mrr: 'mrr_amount',
      trial: 'is_trial',
      auto_renew: 'auto_renew_flag',
    };
    const file = of('ravenstack_subscriptions.csv');
    const run = () => importText(app, admin, subscriptionImporter, file, { ...options, mapping });
    expect(await run()).toMatchObject({ rows: 5000, create: 5000, refuse: 0, committed: true });
    expect(await run()).toMatchObject({ rows: 5000, unchanged: 5000, create: 0 });
    const [sums] = await app.db.raw(
      `select count(*)::int as all, count(*) filter (where cancellation_on is null)::int as open,
  count(*) filter (where trial_end is not null)::int as trials, sum(mrr)::bigint / 100 as mrr
from subscriptions s join external_ids e on e.record_id = s.id where e.source = 'ravenstack'`,
    );
    expect(sums).toEqual({ all: 5000, open: 4514, trials: 778, mrr: 10_159_608 });
  },
  180_000,
);

test('of rows that are written together, only those that the database refuses are left out', async () => {
  const numbers = ['R-1', 'R-2', 'R-1', 'R-77', 'R-3', 'R-4'];
  const rows = numbers.map((number, at) => `D-${at},A-1,${number},2026-01-01,7,7`);
  const file = `external_id,organization,number,issued_on,amount,balance\n${rows.join('\n')}\n`;
  const result = await importText(app, admin, invoiceImporter, file, {
    source: 'old',
    mode: 'keep_good_rows',
  });
  const refused = result.verdicts.filter(({ verdict }) => verdict === 'refuse');
  expect(refused.map(({ label, fields }) => [label, fields[0]?.message])).toEqual([
    ['R-1', 'This exists already'],
    ['R-77', 'This exists already'],
  ]);
  const sums = await app.db.q
    .selectFrom('organizations')
    .select('account_balance')
    .where('name', '=', 'Amber Otter')
    .executeTakeFirstOrThrow();
  expect([result.create, sums.account_balance]).toEqual([4, 2800]);
});
