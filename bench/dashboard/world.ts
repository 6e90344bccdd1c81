import type { Database } from '../../src/server/db/database.ts';
import { chance } from '../world/people-sql.ts';
import { plantWorld, withoutIndexes } from '../world/plant.ts';

/** The day on which the world of the dashboard is looked at: the last organizations were added the day before. */
export const lookedAtOn = '2026-04-16';

const invoicesEach = 5;

const planSql = `
insert into products (id, name, code) values ('01900000-0000-7000-8000-000000000001', 'Product', 'product');
insert into plans (id, product_id, name, code)
  values ('01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001', 'Plan', 'plan');
insert into plan_versions (id, plan_id, version, billing_period, currency, flat_price, unit_price)
  select ('01900000-0000-7000-8000-00000000000' || n + 2)::uuid, '01900000-0000-7000-8000-000000000002', n, 'month', currency, 0, 1999
  from (values (1, 'EUR'), (2, 'USD'), (3, 'GBP')) v (n, currency);`;

/** One subscription for each organization since it came: most are active, some in a trial, some over. */
const subscriptionsSql = `
insert into subscriptions (id, organization_id, plan_id, plan_version_id, quantity, currency, status, starts_on, trial_end,
  anchor, period_number, changeable_from, auto_renew, ended_on, mrr, tcv, next_due_on, created_by, created_at, updated_at)
select gen_random_uuid(), o.id, '01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000003',
  1 + (n % 9)::int, o.currency, state, o.created_at::date,
  case when state = 'trialing' then date '${lookedAtOn}' + (n % 40)::int end,
  date '${lookedAtOn}' + (n % 60)::int, 0, o.created_at::date, true,
  case when state = 'cancelled' then o.created_at::date + 1 end,
  case when state = 'active' then 1999 * (1 + n % 9) else 0 end, 0,
  case when state <> 'cancelled' then date '${lookedAtOn}' + (n % 60)::int end,
  o.created_by, o.created_at, o.created_at
from (select o.*, b.n, case when ${chance('b.n', 31)} < 0.85 then 'active' when ${chance('b.n', 31)} < 0.88 then 'trialing'
  else 'cancelled' end as state from organizations o join bench_organizations b on b.id = o.id) o;`;

/** A third of them changed since, most within the last year. */
const movedSql = `
update subscriptions set quantity = quantity + 1, mrr = mrr + 1999,
  updated_at = timestamptz '${lookedAtOn} 08:00Z' - (quantity * 40 + extract(second from created_at)::int) * interval '1 day'
  where status = 'active' and ('x' || substr(id::text, 1, 4))::bit(16)::int % 3 = 0;`;

/** Invoices since the organization came; one in twelve is not paid, the later the likelier. */
const invoicesSql = `
insert into invoices (id, number, organization_id, issued_on, due_on, currency, amount, paid, created_by, created_at, updated_at)
select gen_random_uuid(), 'INV-' || lpad((row_number() over (order by made.at))::text, 7, '0'), organization_id, made.at::date, made.at::date + 30,
  currency, amount, case when ${chance('n * 7 + k', 33)} < 0.02 + 0.2 * part * part then 0 else amount end, created_by, made.at, made.at
from (select o.id as organization_id, o.currency, o.created_by, b.n, k, 1000 + (b.n * 7919 + k) % 500000 as amount,
    k / ${invoicesEach}.0 as part,
    date_trunc('milliseconds', o.created_at + (timestamptz '${lookedAtOn} 00:00Z' - o.created_at) * (k / ${invoicesEach}.0)) as at
  from organizations o join bench_organizations b on b.id = o.id cross join generate_series(1, ${invoicesEach}) k) made
order by made.at;`;

/** So many invoices of a fifth as many organizations, in three currencies, each with a subscription. */
export async function plantDashboard(db: Database, invoices: number): Promise<void> {
  await plantWorld(db, invoices / invoicesEach);
  await db.script(`update organizations o set currency = (array['EUR','EUR','USD','GBP'])[1 + b.n % 4]
    from bench_organizations b where b.id = o.id; ${planSql}`);
  await withoutIndexes(db, 'mrr_movements', () =>
    withoutIndexes(db, 'subscriptions', () => db.script(subscriptionsSql)),
  );
  await db.script(movedSql);
  await withoutIndexes(db, 'invoices', () => db.script(invoicesSql));
  for (const table of ['organizations', 'subscriptions', 'mrr_movements', 'invoices']) {
    await db.script(`vacuum analyze ${table}`);
  }
}
