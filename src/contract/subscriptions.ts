import { z } from 'zod';
import { bookingRoutes } from './bookings.ts';
import { defineResource, exportRoute, historyRoute, importRoutes, readRoutes } from './resource.ts';
import { day, defineRoutes, money, person, requiredText, uuid } from './route.ts';
import { billingPeriods, cancellationTimings, changeTimings, subscriptionStatuses } from './timings.ts';

const date = z.iso.date();
const span = z.object({ start: date, end: date });
const quantity = z.int().min(0, 'Must not be negative').max(1_000_000);
const reason = requiredText(500);
const billTo = z.enum(['customer', 'partner']);
const status = z.enum(subscriptionStatuses);

export const subscriptions = defineResource('subscriptions', {
  shape: {
    number: z.string(),
    organization: person,
    status,
    plan: z.object({
      id: uuid,
      name: z.string(),
      version_id: uuid,
      version: z.int(),
      product: z.object({ id: uuid, name: z.string() }),
      billing_period: z.enum(billingPeriods),
      unit_name: z.string(),
      flat_price: z.int(),
      unit_price: z.int(),
      min_quantity: z.int(),
      max_quantity: z.int().nullable(),
      term_months: z.int().nullable(),
    }),
    quantity: z.int(),
    currency: z.string(),
    /** Of one billing period. */
    price: money,
    /** Recurring revenue and contract value; null for customers, whose business they are not. */
    mrr: money.nullable(),
    tcv: money.nullable(),
    /** Who is invoiced: the customer, or its partner. */
    bill_to: billTo,
    starts_on: date,
    /** First day after the trial. */
    trial_end: date.nullable(),
    /** The last invoiced period; `end` is the first day after it. */
    current_period: span.nullable(),
    /** Null: evergreen. */
    term: span.nullable(),
    auto_renew: z.boolean(),
    renewal_ordered: z.boolean(),
    /** The next invoice as the billing run will book it, a waiting change included; null when none is to come. */
    next_charge: z.object({ on: date, amount: money }).nullable(),
    pending_change: z
      .object({ plan: person, quantity: z.int(), when: z.enum(changeTimings), on: date })
      .nullable(),
    cancellation: z.object({ on: date, reason: z.string() }).nullable(),
    paused_on: date.nullable(),
    ended_on: date.nullable(),
  },
  sorts: { created_at: 'timestamptz', starts_on: 'date' },
  filters: {
    status,
    organization_id: uuid,
    plan_id: uuid,
    /** In a trial that ends on this day or before. */
    trial_ends_by: day,
    /** With a charge to come on this day or before. */
    charged_by: day,
    account_executive_id: uuid,
    partner_account_executive_id: uuid,
  },
});
/** One subscription as its reader sees it. Amounts in minor units. */
export type Subscription = z.infer<typeof subscriptions.shape>;

/** What a new subscription takes, without its organization. */
export const subscriptionStart = {
  plan_version_id: uuid,
  quantity,
  /** Today, unless said otherwise. */
  starts_on: date.nullable().default(null),
  auto_renew: z.boolean().default(true),
  with_trial: z.boolean().default(true),
  bill_to: billTo.default('customer'),
};
const change = {
  plan_version_id: uuid.optional(),
  quantity: quantity.optional(),
  when: z.enum(changeTimings),
};

export const subscriptionRoutes = defineRoutes({
  ...readRoutes(subscriptions),
  ...exportRoute(subscriptions),
  ...historyRoute('subscriptions'),
  ...importRoutes('subscriptions'),
  ...bookingRoutes('/subscriptions', {
    permission: 'subscriptions.create',
    says: 'Starts a subscription.',
    asks: { organization_id: uuid, ...subscriptionStart },
  }),
  ...bookingRoutes('/subscriptions/:id/change', {
    permission: 'subscriptions.change',
    says: 'Changes plan or quantity.',
    asks: change,
  }),
  ...bookingRoutes('/subscriptions/:id/undo-change', {
    permission: 'subscriptions.change',
    says: 'Takes a waiting change back.',
    asks: {},
  }),
  ...bookingRoutes('/subscriptions/:id/renew', {
    permission: 'subscriptions.renew',
    says: 'Orders another term.',
    asks: {},
  }),
  ...bookingRoutes('/subscriptions/:id/undo-renewal', {
    permission: 'subscriptions.renew',
    says: 'Takes an ordered renewal back.',
    asks: {},
  }),
  ...bookingRoutes('/subscriptions/:id/auto-renew', {
    permission: 'subscriptions.edit',
    says: 'Says whether the subscription renews by itself.',
    asks: { auto_renew: z.boolean() },
  }),
  ...bookingRoutes('/subscriptions/:id/cancel', {
    permission: 'subscriptions.cancel',
    says: 'Cancels at the end of the term or of the last invoiced period.',
    asks: { when: z.enum(cancellationTimings), reason },
  }),
  ...bookingRoutes('/subscriptions/:id/cancel-on', {
    permission: 'subscriptions.choose_date',
    says: 'Cancels on a chosen date, its first day without service; unused time becomes credit.',
    asks: { date, reason },
  }),
  ...bookingRoutes('/subscriptions/:id/undo-cancellation', {
    permission: 'subscriptions.cancel',
    says: 'Takes a scheduled cancellation back.',
    asks: {},
  }),
  ...bookingRoutes('/subscriptions/:id/pause', {
    permission: 'subscriptions.pause',
    says: 'Pauses from today: no service and no charges.',
    asks: {},
  }),
  ...bookingRoutes('/subscriptions/:id/resume', {
    permission: 'subscriptions.resume',
    says: 'Lets a paused subscription go on from today.',
    asks: {},
  }),
});
