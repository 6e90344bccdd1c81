import { z } from 'zod';
import { permit } from './access.ts';
import { bookingRoutes } from './bookings.ts';
import { defineResource, exportRoute, historyRoute, readRoutes } from './resource.ts';
import { defineRoutes, empty, money, person, uuid } from './route.ts';
import { subscriptionStart } from './subscriptions.ts';

/** draft -> placed -> fulfilled or cancelled. Placed: it takes effect on a later day. */
export const orderStatuses = ['draft', 'placed', 'fulfilled', 'cancelled'] as const;
const kinds = ['new', 'change', 'renewal', 'cancellation'] as const;

export const orders = defineResource('orders', {
  shape: {
    number: z.string(),
    organization: person,
    kind: z.enum(kinds),
    /** What was ordered in particular: `start`, `upgrade`, `change_quantity`, `pause`, … */
    action: z.string(),
    status: z.enum(orderStatuses),
    subscription: z.object({ id: uuid, number: z.string() }).nullable(),
    plan_name: z.string(),
    quantity: z.int(),
    /** Price of one billing period afterwards; 0 when service stops. */
    total: money,
    effective_on: z.iso.date(),
    placed_by: person.nullable(),
  },
  sorts: { created_at: 'timestamptz' },
  filters: {
    status: z.enum(orderStatuses),
    kind: z.enum(kinds),
    organization_id: uuid,
    subscription_id: uuid,
  },
});
/** One order as its reader sees it. */
export type Order = z.infer<typeof orders.shape>;

export const orderRoutes = defineRoutes({
  ...readRoutes(orders),
  ...exportRoute(orders),
  ...historyRoute('orders'),
  'POST /orders': {
    access: permit('orders.create'),
    says: 'Drafts an order for a new subscription. Nothing is booked until it is placed.',
    insideLoginAs: true,
    body: z.strictObject({ organization_id: uuid, ...subscriptionStart }),
    output: orders.shape,
    status: 201,
  },
  ...bookingRoutes('/orders/:id/place', {
    permission: 'orders.edit',
    says: 'Places a draft: its subscription is started.',
    asks: {},
  }),
  'POST /orders/:id/cancel': {
    access: permit('orders.cancel'),
    says: 'Cancels a draft, or an order that has not taken effect yet; what it would have changed stays.',
    insideLoginAs: true,
    body: empty,
    output: orders.shape,
    versioned: true,
  },
});
