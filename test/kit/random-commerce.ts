import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { insertRows } from '../../src/server/db/write-rows.ts';
import type { Random } from './random-world.ts';

interface Places {
  readonly organizations: readonly string[];
  readonly makers: readonly string[];
  readonly day: () => Date;
}

type Make = (index: number) => Record<string, unknown>;

const perResource = 200;
const since = { starts_on: '2026-01-01', anchor: '2026-01-01', changeable_from: '2026-01-01' };
const inEuros = (index: number) => ({ currency: 'EUR', amount: 100 + index });

/** A day around the one on which the world is looked at. */
const soon = (days: number) => new Date(Date.UTC(2026, 1, 1 + days)).toISOString().slice(0, 10);
const states = ['active', 'active', 'trialing', 'pending'] as const;
const subscription: Make = (index) => ({
  ...since,
  bill_to: 'customer',
  quantity: 1 + index,
  currency: 'EUR',
  status: states[index % states.length],
  trial_end: states[index % states.length] === 'trialing' ? soon(index % 30) : null,
  next_due_on: index % 5 === 0 ? null : soon(index % 60),
  anchor: soon(index % 60),
  period_number: 0,
  auto_renew: true,
  renewal_ordered: false,
  mrr: states[index % states.length] === 'active' ? 100 + index : 0,
  tcv: 0,
});
const order: Make = (index) => ({
  kind: 'new',
  action: 'start',
  status: 'cancelled',
  plan_name: `Plan ${index}`,
  quantity: 1,
  currency: 'EUR',
  total: 0,
  effective_on: '2026-01-01',
});
const invoice: Make = (index) => ({
  ...inEuros(index),
  issued_on: '2025-06-01',
  due_on: soon((index % 20) - 7 * (index % 23)),
  paid: index % 6 === 0 ? 100 + index : 0,
  credited: 0,
  reminders: true,
});
const credit: Make = (index) => ({
  ...inEuros(index),
  applied: 0,
  withdrawn: 0,
  source: 'issued',
  reason: `Reason ${index}`,
  issued_on: '2026-01-01',
  lines: [],
});
const method: Make = (index) => ({
  kind: 'card',
  brand: 'Visa',
  last_four: String(1000 + index),
  holder: `Holder ${index}`,
  gateway: 'simulated',
  token: 'none',
  is_default: false,
});
const payment: Make = (index) => ({
  ...inEuros(index),
  method_name: `Visa ${index}`,
  refunded: 0,
  status: 'pending',
  gateway: 'simulated',
});

/** Rows of every resource of Commerce, at random organizations and by random makers, or nobody. */
export async function plantCommerce(db: Database, random: Random, places: Places): Promise<void> {
  const { organizations, makers, day } = places;
  const place = () => {
    const at = day();
    const created_by = random.chance(0.7) ? random.pick(makers) : null;
    const trail = { created_by, created_at: at, updated_at: at, version: 1 };
    return { id: newId(), organization_id: random.pick(organizations), ...trail };
  };
  const many = (make: Make, more: Record<string, unknown> = {}) =>
    Array.from({ length: perResource }, (_, index) => ({ ...place(), ...make(index), ...more }));
  const plan = await plantPlan(db);
  await insertRows(db, 'subscriptions', many(subscription, plan));
  await insertRows(db, 'orders', many(order, { plan_version_id: plan.plan_version_id }));
  await insertRows(db, 'invoices', many(invoice));
  await insertRows(db, 'credits', many(credit));
  const methods = await insertRows(db, 'payment_methods', many(method));
  await insertRows(db, 'payments', many(payment, { payment_method_id: random.pick(methods).id }));
}

async function plantPlan(db: Database) {
  const product = newId();
  const plan_id = newId();
  const plan_version_id = newId();
  const named = { name: 'Product', code: 'product', category: null, description: null };
  await db.q
    .insertInto('products')
    .values({ id: product, ...named, created_by: null })
    .execute();
  await db.q
    .insertInto('plans')
    .values({ id: plan_id, product_id: product, name: 'Plan', code: 'plan' })
    .execute();
  await db.q
    .insertInto('plan_versions')
    .values({
      ...{ id: plan_version_id, plan_id, version: 1, billing_period: 'month', currency: 'EUR' },
      ...{ flat_price: 0, unit_price: 100, max_quantity: null, term_months: null, created_by: null },
    })
    .execute();
  return { plan_id, plan_version_id };
}
