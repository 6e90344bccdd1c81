import type pg from 'pg';
import type { AppContext } from '../../src/server/app-context.ts';
import { readConfig } from '../../src/server/config.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { simulatedGateway } from '../../src/server/gateway/simulated/simulated-gateway.ts';
import { createJobQueue } from '../../src/server/jobs/job-queue.ts';

export type BillingSide = 'product' | 'by hand';

/** The day on which everything is due. */
export const dueOn = '2026-11-01';

export function billingApp(db: Database): AppContext {
  const clock = () => new Date(`${dueOn}T09:00:00Z`);
  const mail = { queue: async () => {}, flush: async () => {}, close: async () => {} };
  const gateway = simulatedGateway({ db, clock, secret: 'bench'.repeat(8), settleAfterMs: 0 });
  return { db, config: readConfig({ LOG_LEVEL: 'silent' }), mail, jobs: createJobQueue(db), gateway, clock };
}

/**
 * Organizations with one monthly subscription each, whose October was invoiced and is over. With these invoices the
 * planner knows the tables as it does in use: of empty ones it plans for emptiness, and either side becomes quadratic.
 */
export async function plantDue(db: Database, count: number): Promise<void> {
  const [product, plan, version] = [newId(), newId(), newId()];
  await db.raw(
    `insert into organizations (id, name, currency) select gen_random_uuid(), 'Organization ' || n, 'EUR'
from generate_series(1, $1::int) n`,
    [count],
  );
  await db.raw(`insert into products (id, name, code) values ($1, 'Product', 'product')`, [product]);
  await db.raw(`insert into plans (id, product_id, name, code) values ($1, $2, 'Plan', 'plan')`, [
    plan,
    product,
  ]);
  await db.raw(
    `insert into plan_versions (id, plan_id, version, billing_period, currency, flat_price, unit_price)
values ($1, $2, 1, 'month', 'EUR', 0, 1999)`,
    [version, plan],
  );
  await db.raw(
    `insert into subscriptions (id, organization_id, plan_id, plan_version_id, quantity, currency, status, starts_on, anchor,
  period_number, period_start, period_end, period_basis, period_charge, changeable_from, auto_renew, mrr, tcv, next_due_on)
select gen_random_uuid(), o.id, $1, $2, 3, 'EUR', 'active', '2026-10-01', '2026-10-01', 1, '2026-10-01', $3,
  '2026-10-01', 'invoiced', '2026-10-01', true, 5997, 71964, $3 from organizations o`,
    [plan, version, dueOn],
  );
  await db.raw(
    `insert into invoices (id, organization_id, subscription_id, issued_on, due_on, currency, amount)
select gen_random_uuid(), organization_id, id, starts_on, starts_on + 30, currency, mrr from subscriptions`,
  );
  await db.raw(
    `insert into invoice_lines (invoice_id, position, subscription_id, kind, description, plan_version_id, quantity,
  unit_price, flat_price, period_number, from_on, to_on, days, of_days, amount)
select i.id, 1, s.id, 'period', 'Plan', s.plan_version_id, s.quantity, 1999, 0, 1, s.period_start, s.period_end, 31, 31, i.amount
from invoices i join subscriptions s on s.id = i.subscription_id`,
  );
  await db.raw('analyze');
}

/** How many invoices a run made for how many subscriptions, and whether all that is owed stands in the balances. */
export async function invoicedByRun(db: Database) {
  const [found] = await db.raw<{ invoices: number; subscriptions: number; owed: number; balances: number }>(
    `select count(*)::int as invoices, count(distinct subscription_id)::int as subscriptions,
  (select sum(balance) from invoices)::bigint as owed, (select sum(account_balance) from organizations)::bigint as balances
from invoices where issued_on = $1`,
    [dueOn],
  );
  if (!found) throw new Error('A count has a row');
  return found;
}

/** What one run of the product leaves behind, as one who knows that all are alike would write it. */
const byHandText = `with due as materialized (
  select s.*, v.unit_price, v.flat_price, o.payment_terms_days, v.flat_price + s.quantity * v.unit_price as price,
    p.name as plan_name, (s.period_end + interval '1 month')::date as next_end, gen_random_uuid() as invoice_id
  from subscriptions s join plan_versions v on v.id = s.plan_version_id join plans p on p.id = s.plan_id
  join organizations o on o.id = s.organization_id where s.next_due_on <= $1 for update of s, o
), booked as (
  update subscriptions s set period_number = s.period_number + 1, period_start = d.period_end, period_end = d.next_end,
    period_basis = d.period_end, changeable_from = d.period_end, next_due_on = d.next_end, version = s.version + 1,
    updated_at = now() from due d where d.id = s.id
), issued as (
  insert into invoices (id, organization_id, subscription_id, issued_on, due_on, currency, amount)
  select invoice_id, organization_id, id, $1, $1::date + payment_terms_days, currency, price from due returning id, number
), logged as (
  insert into audit_log (id, actor_name, item_type, item_id, item_label, action, outcome, changes)
  select gen_random_uuid(), 'Ambit', 'subscriptions', id, number, 'subscriptions.bill', 'allowed',
    jsonb_build_array(jsonb_build_object('field', 'period_start', 'from', period_start, 'to', period_end),
      jsonb_build_object('field', 'period_end', 'from', period_end, 'to', next_end)) from due
  union all
  select gen_random_uuid(), 'Ambit', 'invoices', d.invoice_id, i.number, 'invoices.book', 'allowed',
    jsonb_build_array(jsonb_build_object('field', 'amount', 'from', null, 'to', d.price))
  from due d join issued i on i.id = d.invoice_id
)
select invoice_id, id, plan_version_id, plan_name, quantity, unit_price, flat_price, period_number + 1 as period_number,
  period_end as from_on, next_end as to_on, next_end - period_end as days, price from due`;

const linesText = `insert into invoice_lines (invoice_id, position, subscription_id, kind, description, plan_version_id, quantity,
  unit_price, flat_price, period_number, from_on, to_on, days, of_days, amount)
select invoice_id, 1, id, 'period', plan_name || ', ' || from_on || ' to ' || (to_on - 1), plan_version_id, quantity,
  unit_price, flat_price, period_number, from_on, to_on, days, days, price from billed`;

/** Two statements and one transaction, through the same constraints, triggers and indexes. */
export async function billByHand(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temporary table billed on commit drop as ${byHandText.replaceAll('$1', `'${dueOn}'::date`)}`,
    );
    await client.query(linesText);
    await client.query('commit');
  } finally {
    client.release();
  }
}
