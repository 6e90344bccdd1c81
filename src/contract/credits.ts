import { z } from 'zod';
import { permit } from './access.ts';
import { bookingLine } from './bookings.ts';
import { defineResource, exportRoute, historyRoute, readRoutes } from './resource.ts';
import { defineRoutes, money, person, requiredText, timestamp, uuid } from './route.ts';

const status = z.enum(['open', 'applied', 'void']);
/** Minor units. */
const amount = z.int().positive('Must be more than zero').max(1_000_000_000_000);

export const credits = defineResource('credits', {
  shape: {
    number: z.string(),
    organization: person,
    status,
    amount: money,
    remaining: money,
    /** Where it comes from. */
    source: z.enum(['change', 'cancellation', 'issued', 'overpayment', 'voided_invoice', 'imported']),
    reason: z.string(),
    issued_on: z.iso.date(),
    subscription: z.object({ id: uuid, number: z.string() }).nullable(),
    lines: z.array(bookingLine),
  },
  sorts: { created_at: 'timestamptz' },
  filters: { status, organization_id: uuid },
});
/** One credit as its reader sees it. Amounts in minor units. */
export type Credit = z.infer<typeof credits.shape>;

export const creditRoutes = defineRoutes({
  ...readRoutes(credits),
  ...exportRoute(credits),
  ...historyRoute('credits'),
  'GET /credits/:id/content': {
    access: permit('credits.view'),
    says: 'The invoices that a credit was put to.',
    insideLoginAs: true,
    output: z.object({
      applied: z.array(
        z.object({ invoice: z.object({ id: uuid, number: z.string() }), amount: money, at: timestamp }),
      ),
    }),
  },
  'POST /credits': {
    access: permit('credits.issue'),
    says: 'Gives an organization credit, up to the limit of the profile.',
    body: z.strictObject({ organization_id: uuid, amount, reason: requiredText(500) }),
    output: credits.shape,
    status: 201,
    idempotent: true,
  },
  'POST /credits/:id/apply': {
    access: permit('credits.apply'),
    says: 'Puts a credit to an open invoice of the same organization.',
    body: z.strictObject({
      invoice_id: uuid,
      /** Null: as much as both allow. */
      amount: amount.nullable().default(null),
    }),
    output: credits.shape,
    idempotent: true,
  },
  'POST /credits/:id/void': {
    access: permit('credits.edit'),
    says: 'Withdraws what remains of a credit. Money that was paid is refunded instead.',
    body: z.strictObject({ reason: requiredText(500) }),
    output: credits.shape,
    versioned: true,
  },
});
