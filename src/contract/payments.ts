import { z } from 'zod';
import { permit } from './access.ts';
import { paymentFailures } from './payment-failures.ts';
import { defineResource, exportRoute, historyRoute, readRoutes } from './resource.ts';
import { defineRoutes, money, optionalText, person, requiredText, timestamp, uuid } from './route.ts';

/** pending -> succeeded or failed; succeeded -> partially refunded -> refunded. */
export const paymentStatuses = ['pending', 'succeeded', 'failed', 'partially_refunded', 'refunded'] as const;
const status = z.enum(paymentStatuses);
const failure = z.object({ code: z.enum(Object.keys(paymentFailures)), message: z.string() });

export const payments = defineResource('payments', {
  shape: {
    number: z.string(),
    organization: person,
    status,
    amount: money,
    refunded: money,
    /** "Visa •••• 4242". */
    method: z.string(),
    failure: failure.nullable(),
    settled_at: timestamp.nullable(),
    note: z.string().nullable(),
  },
  sorts: { created_at: 'timestamptz' },
  filters: { status, organization_id: uuid },
});
/** One payment as its reader sees it. Amounts in minor units. */
export type Payment = z.infer<typeof payments.shape>;

const use = z.object({ id: uuid, number: z.string(), amount: money });
/** What became of a payment. */
export const paymentContent = z.object({
  /** Invoices it was put to, as it stands; for a pending or failed one those it was meant for. */
  invoices: z.array(use),
  /** Credits that stem from it: what was paid beyond what was owed. */
  credits: z.array(use),
  refunds: z.array(
    z.object({
      id: uuid,
      amount: money,
      reason: z.string(),
      status: z.enum(['pending', 'succeeded', 'failed']),
      failure: failure.nullable(),
      created_at: timestamp,
    }),
  ),
});
export type PaymentContent = z.infer<typeof paymentContent>;

export const paymentRoutes = defineRoutes({
  ...readRoutes(payments),
  ...exportRoute(payments),
  ...historyRoute('payments'),
  'GET /payments/:id/content': {
    access: permit('payments.view'),
    says: 'The invoices, credits and refunds of a payment.',
    insideLoginAs: true,
    output: paymentContent,
  },
  'PATCH /payments/:id': {
    access: permit('payments.edit'),
    says: 'Changes the note of a payment.',
    body: z.strictObject({ note: optionalText(1000) }).partial(),
    output: payments.shape,
    versioned: true,
  },
  'POST /payments/:id/refund': {
    access: permit('payments.refund'),
    says: 'Gives money back to the payment method, up to what is left of the payment and to the limit of the profile.',
    body: z.strictObject({
      /** Minor units. */
      amount: z.int().positive('Must be more than zero').max(1_000_000_000_000),
      reason: requiredText(500),
    }),
    output: payments.shape,
    idempotent: true,
  },
});
