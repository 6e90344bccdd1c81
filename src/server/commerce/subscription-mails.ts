import type { OrderAction, OrderKind, PlannedOrder } from '../../billing/planned-booking.ts';
import type { AppContext } from '../app-context.ts';
import { companyLanguage } from '../company-language.ts';
import { mailer, type Send } from '../mail/send-mail.ts';
import type { TemplateKey, ValuesOf } from '../mail/templates/all.ts';
import { dayWords } from '../words.ts';
import type { Booked, Booking } from './book.ts';
import type { SubscriptionRow } from './state.ts';

/** A start is told by its invoice. */
const templates = {
  new: null,
  change: 'subscription_changed',
  cancellation: 'subscription_cancelled',
  renewal: 'subscription_renewed',
} as const satisfies Record<OrderKind, TemplateKey | null>;

interface Told {
  readonly order: PlannedOrder;
  readonly subscription: SubscriptionRow;
}

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/**
 * Tells each organization what was ordered for its subscriptions, once: with the order, in its transaction. What an
 * earlier order brings on its day was told when it was placed.
 */
export async function mailOrders(
  app: AppContext,
  bookings: readonly Booking[],
  booked: readonly Booked[],
): Promise<void> {
  const told = bookings.flatMap(({ planned }, at): Told[] => {
    const subscription = booked[at]?.subscription;
    if (!subscription) return [];
    return planned.flatMap(({ order }) => (order && templates[order.kind] ? [{ order, subscription }] : []));
  });
  if (told.length === 0) return;
  const readers = await readersOf(
    app,
    told.map(({ subscription }) => subscription.organization_id),
  );
  const send = await mailer(app);
  const language = await companyLanguage(app.db);
  for (const one of told) {
    const reader = readers.get(one.subscription.organization_id);
    if (reader?.email) await mailOrder(app, send, one, { ...reader, email: reader.email, language });
  }
}

async function mailOrder(
  app: AppContext,
  send: Send,
  { order, subscription }: Told,
  { email: to, name, language }: Reader & { email: string; language: string },
): Promise<void> {
  const values = subscriptionValues(app, { name, subscription, order: orderedBy(order), language });
  if (order.kind === 'cancellation') await send('subscription_cancelled', { to, values });
  if (order.kind === 'renewal') await send('subscription_renewed', { to, values });
  if (order.kind === 'change') {
    const change = changeWords(orderedBy(order), subscription.auto_renew);
    await send('subscription_changed', { to, values: { ...values, change } });
  }
}

/** An order, planned or stored, as its mail needs it. */
export interface Ordered {
  readonly action: OrderAction;
  readonly plan_name: string;
  readonly quantity: number;
  readonly effective_on: string;
}

function orderedBy({ lines, effectiveOn, kind }: PlannedOrder): Ordered {
  const [line] = lines;
  if (line === undefined) throw new Error(`An order of kind ${kind} has a line`);
  return {
    action: line.action,
    plan_name: line.planName,
    quantity: line.quantity,
    effective_on: effectiveOn,
  };
}

/** What every mail about a subscription can say. */
export function subscriptionValues(
  { config }: Pick<AppContext, 'config'>,
  {
    name,
    subscription,
    order,
    language,
  }: {
    name: string;
    subscription: Pick<SubscriptionRow, 'id' | 'number'>;
    order: Ordered;
    /** How the day is written. */
    language: string;
  },
): ValuesOf<'subscription_cancelled'> {
  return {
    customer: name,
    number: subscription.number,
    plan: order.plan_name,
    quantity: String(order.quantity),
    effective_on: dayWords(order.effective_on, language),
    link: `${config.baseUrl}/subscriptions/${subscription.id}`,
  };
}

/** What was ordered, in a few words. */
export function changeWords({ action, plan_name, quantity }: Ordered, autoRenew: boolean): string {
  const words: Readonly<Record<OrderAction, string>> = {
    start: 'start',
    upgrade: `upgrade to ${plan_name}, quantity ${quantity}`,
    downgrade: `downgrade to ${plan_name}, quantity ${quantity}`,
    change_plan: `change to ${plan_name}, quantity ${quantity}`,
    change_quantity: `quantity ${quantity}`,
    change_auto_renew: `automatic renewal ${autoRenew ? 'on' : 'off'}`,
    pause: 'pause',
    resume: 'end of the pause',
    renew: 'renewal',
    cancel: 'cancellation',
  };
  return words[action];
}

const readersText = `select o.id, o.name, coalesce((select c.email from contacts c
  where c.organization_id = o.id and c.kind = 'billing' and c.email is not null
  order by c.created_at, c.id limit 1), o.email) as email
from organizations o where o.id = any($1::uuid[])`;

/** Whom mails about subscriptions of an organization go to: its billing contact, else its own address. */
async function readersOf({ db }: AppContext, ids: readonly string[]): Promise<Map<string, Reader>> {
  const rows = await db.raw<Reader>(readersText, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, row]));
}
