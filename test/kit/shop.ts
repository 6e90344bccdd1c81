import { newId } from '../../src/server/db/id.ts';
import { testToken } from '../../src/server/gateway/simulated/test-token.ts';
import { type Answer, addOrganization, addPerson, type TestApp } from './app.ts';

/** A company that sells: a product with two plans, a customer of 30 days' terms, and people of each kind. */
export interface Shop {
  readonly kit: TestApp;
  readonly admin: string;
  readonly executive: string;
  readonly customer: string;
  readonly organization: string;
  readonly product: string;
  /** Versions of plans, in EUR: Basic 19.99 a seat and month; Pro 49.00; Yearly 1,200.00 flat with a term of 12 months. */
  readonly basic: string;
  readonly pro: string;
  readonly yearly: string;
}

export async function openShop(kit: TestApp): Promise<Shop> {
  const { db } = kit;
  const admin = await addPerson(db, 'global_administrator', 'global_administrator');
  const executive = await addPerson(db, 'account_executive', 'csr_supervisor');
  const organization = await addOrganization(db, { email: 'billing@example.com', currency: 'EUR' });
  const customer = await addPerson(db, 'customer', 'standard_customer', { organization_id: organization });
  const product = newId();
  await db.q
    .insertInto('products')
    .values({
      id: product,
      name: 'Portal',
      code: 'portal',
      category: null,
      description: null,
      created_by: null,
    })
    .execute();
  const monthly = { billing_period: 'month', unit_name: 'seat', flat_price: 0, term_months: null } as const;
  return {
    ...{ kit, admin, executive, customer, organization, product },
    basic: await addPlan(kit, product, 'Basic', 1, { ...monthly, unit_price: 1999 }),
    pro: await addPlan(kit, product, 'Pro', 2, { ...monthly, unit_price: 4900 }),
    yearly: await addPlan(kit, product, 'Yearly', 3, {
      billing_period: 'year',
      unit_name: 'seat',
      flat_price: 120_000,
      unit_price: 0,
      term_months: 12,
    }),
  };
}

interface Terms {
  readonly billing_period: 'month' | 'year';
  readonly unit_name: string;
  readonly flat_price: number;
  readonly unit_price: number;
  readonly term_months: number | null;
}

async function addPlan({ db }: TestApp, product_id: string, name: string, rank: number, terms: Terms) {
  const plan_id = newId();
  const id = newId();
  await db.q
    .insertInto('plans')
    .values({ id: plan_id, product_id, name, code: name.toLowerCase(), rank })
    .execute();
  await db.q
    .insertInto('plan_versions')
    .values({ id, plan_id, version: 1, currency: 'EUR', max_quantity: null, created_by: null, ...terms })
    .execute();
  return id;
}

export const key = () => ({ 'idempotency-key': newId() });

/** Asks for the preview and confirms it; the answer of the confirmation, or of a preview that was refused. */
export async function confirmed(
  { kit }: Pick<Shop, 'kit'>,
  who: string,
  path: string,
  body: Record<string, unknown>,
): Promise<Answer> {
  const preview = await kit.as(who, 'POST', `${path}/preview`, body);
  if (preview.status !== 200) return preview;
  return kit.as(who, 'POST', path, { ...body, token: preview.body.token }, key());
}

/** Starts a subscription; the ids of what was booked. */
export async function startSubscription(
  shop: Shop,
  body: Record<string, unknown> = {},
  who = shop.executive,
): Promise<{ subscription: string; invoice: string }> {
  const asked = { organization_id: shop.organization, plan_version_id: shop.basic, quantity: 3, ...body };
  const answer = await confirmed(shop, who, '/subscriptions', asked);
  if (answer.status !== 200) throw new Error(`Starting was answered ${answer.status}: ${answer.text}`);
  const { subscription, invoice } = answer.body as {
    subscription: { id: string };
    invoice: { id: string } | null;
  };
  return { subscription: subscription.id, invoice: invoice?.id ?? '' };
}

/** A payment method of the shop's customer; its id. */
export async function addMethod(shop: Shop, content: Record<string, unknown> = {}): Promise<string> {
  const token = testToken(content, newId().replaceAll('-', ''));
  const body = { organization_id: shop.organization, token };
  const answer = await shop.kit.as(shop.customer, 'POST', '/payment-methods', body, key());
  if (answer.status !== 201) throw new Error(`Adding was answered ${answer.status}: ${answer.text}`);
  return String(answer.body.id);
}

/** Pays invoices as the customer. */
export function pay(
  shop: Shop,
  invoices: readonly string[],
  method: string | null,
  more: Record<string, unknown> = {},
  who = shop.customer,
): Promise<Answer> {
  const body = { invoice_ids: invoices, payment_method_id: method, ...more };
  return shop.kit.as(who, 'POST', '/invoices/pay', body, key());
}

/** The balances as the books say them beside the sums they must be. */
export async function sumsOf({ db }: TestApp, organization: string) {
  const [row] = await db.raw<Record<string, number>>(
    `select o.account_balance, o.credit_balance,
  (select coalesce(sum(balance), 0) from invoices where organization_id = o.id)::bigint as open,
  (select coalesce(sum(remaining), 0) from credits where organization_id = o.id)::bigint as remaining,
  (select count(*) from invoices i where i.organization_id = o.id and i.voided_at is null and i.balance <> i.amount
    - (select coalesce(sum(amount), 0) from payment_applications where invoice_id = i.id)
    - (select coalesce(sum(amount), 0) from credit_applications where invoice_id = i.id))::int as wrong_invoices,
  (select count(*) from credits c where c.organization_id = o.id and c.remaining <> c.amount - c.withdrawn
    - (select coalesce(sum(amount), 0) from credit_applications where credit_id = c.id))::int as wrong_credits
from organizations o where o.id = $1`,
    [organization],
  );
  return row;
}
