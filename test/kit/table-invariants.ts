import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { expectRolledUp } from './rollups.ts';
import { sumsOf } from './shop.ts';

/** What must be nothing, whatever was asked of an organization and in whatever order: name -> a count of what is wrong. */
const wrongText = `with
period_lines as (
  select l.subscription_id, l.period_number from invoice_lines l join subscriptions s on s.id = l.subscription_id
    where s.organization_id = $1 and l.kind = 'period'
  union all
  select c.subscription_id, (l ->> 'periodNumber')::int from credits c cross join jsonb_array_elements(c.lines) l
    where c.organization_id = $1 and l ->> 'kind' = 'period'),
moved as (select p.*,
  (select coalesce(sum(amount), 0) from payment_applications where payment_id = p.id) as applied,
  (select coalesce(sum(amount - withdrawn), 0) from credits where payment_id = p.id) as credited,
  (select count(*) from simulated_gateway_charges g
    where g.reference = p.id::text and g.failure_code is null and g.amount = p.amount) as charges
  from payments p where p.organization_id = $1)
select
  (select count(*) from subscriptions s where s.organization_id = $1 and s.period_number <>
    (select count(distinct period_number) from period_lines where subscription_id = s.id))::int as periods_left_out,
  (select count(*) - count(distinct (subscription_id, period_number)) from period_lines)::int as periods_twice,
  (select count(*) from moved where status in ('succeeded', 'partially_refunded', 'refunded')
    and amount - refunded <> applied + credited)::int as money_lost_or_made,
  (select count(*) from moved where status in ('pending', 'failed') and applied + credited <> 0)::int as money_of_nothing,
  (select count(*) from moved where status in ('succeeded', 'partially_refunded', 'refunded')
    and charges <> 1)::int as not_charged_once,
  (select count(*) from moved m where status = 'failed' and failure_code <> 'gateway_unavailable'
    and exists (select from credit_applications a join credits c on c.id = a.credit_id
      where a.payment_id = m.id and c.voided_at is null
      group by a.credit_id, a.invoice_id having sum(a.amount) > 0))::int as credit_held_by_failure,
  (select count(*) from moved m join payment_targets t on t.payment_id = m.id
    where t.pending <> (m.status = 'pending'))::int as targets_adrift,
  (select count(*) from invoices i where i.organization_id = $1 and i.amount <>
    (select coalesce(sum(amount), 0) from invoice_lines where invoice_id = i.id))::int as lines_adrift`;

/** Every sum holds, and nothing is booked twice, left out, lost or made. */
export async function expectSound(kit: TestApp, organization: string, after: string): Promise<void> {
  const sums = await sumsOf(kit, organization);
  expect(sums, after).toMatchObject({ wrong_invoices: 0, wrong_credits: 0 });
  expect([sums?.account_balance, sums?.credit_balance], after).toEqual([sums?.open, sums?.remaining]);
  const [wrong] = await kit.db.raw<Record<string, number>>(wrongText, [organization]);
  expect(
    Object.entries(wrong ?? {}).filter(([, count]) => count !== 0),
    after,
  ).toEqual([]);
  await expectRolledUp(kit.db, after);
}

const bookTables = ['orders', 'subscriptions', 'invoices', 'payments', 'credits'] as const;
const uses = ['payment_applications', 'credit_applications'] as const;

/** The books of an organization as one text: two of them are alike when nothing was changed in between. */
export async function booksOf({ db }: TestApp, organization: string): Promise<string> {
  const own = bookTables.map(
    (table) =>
      `select string_agg(t::text, '|' order by t.id) as rows from ${table} t where organization_id = $1`,
  );
  const applied = uses.map(
    (table) => `select string_agg(t::text, '|' order by t.id) from ${table} t
      where t.invoice_id in (select id from invoices where organization_id = $1)`,
  );
  const refunds = `select string_agg(t::text, '|' order by t.id) from refunds t
    where t.payment_id in (select id from payments where organization_id = $1)`;
  const [row] = await db.raw<{ books: string }>(
    `select md5(string_agg(coalesce(rows, ''), '/')) as books from (${[...own, ...applied, refunds].join(' union all ')}) b`,
    [organization],
  );
  return row?.books ?? '';
}
