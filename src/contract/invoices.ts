import { z } from 'zod';
import { permit } from './access.ts';
import { bookingLine } from './bookings.ts';
import { paymentFailures } from './payment-failures.ts';
import { payments } from './payments.ts';
import { defineResource, exportRoute, historyRoute, importRoutes, readRoutes } from './resource.ts';
import { day, defineRoutes, email, money, person, requiredText, timestamp, uuid } from './route.ts';

const date = z.iso.date();
const status = z.enum(['open', 'paid', 'void']);
/** Ages of what is owed, by days past the due date, from the youngest; `overdue` is all but the first. */
export const invoiceAges = ['not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'over_90'] as const;
const age = z.enum([...invoiceAges, 'overdue']);
export type InvoiceAge = z.infer<typeof age>;
const numbered = z.object({ id: uuid, number: z.string() });

export const invoices = defineResource('invoices', {
  shape: {
    number: z.string(),
    organization: person,
    subscription: numbered.nullable(),
    status,
    issued_on: date,
    due_on: date,
    /** Days past the due date of an open invoice; 0 otherwise. */
    days_overdue: z.int(),
    amount: money,
    balance: money,
    sent_at: timestamp.nullable(),
    /** Whether reminders go out while it is overdue. */
    reminders: z.boolean(),
  },
  sorts: { created_at: 'timestamptz', due_on: 'date' },
  filters: {
    status,
    organization_id: uuid,
    subscription_id: uuid,
    /** Open ones of an age. */
    age,
    due_from: day,
    due_to: day,
    account_executive_id: uuid,
    partner_account_executive_id: uuid,
  },
});
/** One invoice as its reader sees it. Amounts in minor units. */
export type Invoice = z.infer<typeof invoices.shape>;

/** What stands on an invoice and what was put to it. */
export const invoiceContent = z.object({
  lines: z.array(bookingLine),
  /** What was put to it and what was taken back (negative), oldest first. The record is null where the reader may not view it. */
  applied: z.array(
    z.object({
      kind: z.enum(['payment', 'credit']),
      record: uuid.nullable(),
      number: z.string(),
      amount: money,
      /** Why it was taken back; null where it was put to the invoice. */
      taken_back: z.enum(['refund', 'void', 'failed_payment']).nullable(),
      at: timestamp,
    }),
  ),
  /** A payment under way; its record as in `applied`. */
  pending_payment: z
    .object({ record: uuid.nullable(), number: z.string(), amount: money, at: timestamp })
    .nullable(),
  /** Why the last attempt to pay it failed, as long as it is open. */
  failure: z
    .object({
      record: uuid.nullable(),
      number: z.string(),
      code: z.enum(Object.keys(paymentFailures)),
      message: z.string(),
      at: timestamp,
    })
    .nullable(),
});
export type InvoiceContent = z.infer<typeof invoiceContent>;

export const invoiceRoutes = defineRoutes({
  ...readRoutes(invoices),
  ...exportRoute(invoices),
  ...historyRoute('invoices'),
  ...importRoutes('invoices'),
  'GET /invoices/:id/content': {
    access: permit('invoices.view'),
    says: 'The lines of an invoice, and what was put to it.',
    insideLoginAs: true,
    output: invoiceContent,
  },
  'GET /invoices/:id/pdf': {
    access: permit('invoices.download'),
    says: 'The invoice as PDF: to be kept, or to be looked at.',
    query: z.strictObject({ open: z.stringbool().default(false) }),
    insideLoginAs: true,
    file: 'application/pdf',
  },
  'POST /invoices/pay': {
    access: permit('invoices.pay'),
    says: 'Pays open invoices of one organization: with its credit first, the rest with a payment method.',
    body: z.strictObject({
      invoice_ids: z.array(uuid).min(1, 'Choose at least one invoice').max(100),
      /** Credit goes first, the oldest first. */
      use_credit: z.boolean().default(true),
      /** Null: with credit alone. */
      payment_method_id: uuid.nullable(),
      /** Minor units to charge; null: what is still owed after the credit. More than that becomes credit. */
      amount: z.int().positive('Must be more than zero').max(1_000_000_000_000).nullable().default(null),
    }),
    output: z.object({
      /** Null when credit was enough. Pending until the gateway has answered: read the payment again. */
      payment: payments.shape.nullable(),
      credit_applied: money,
    }),
    idempotent: true,
  },
  'PATCH /invoices/:id': {
    access: permit('invoices.edit'),
    says: 'Switches the reminders of an invoice on or off. What was issued is never edited.',
    body: z.strictObject({ reminders: z.boolean() }).partial(),
    output: invoices.shape,
    versioned: true,
  },
  'POST /invoices/:id/send': {
    access: permit('invoices.send'),
    says: 'Sends the invoice with its PDF to the organization’s address, or to another.',
    insideLoginAs: true,
    body: z.strictObject({ to: email.nullable().default(null) }),
    output: invoices.shape,
    idempotent: true,
  },
  'POST /invoices/:id/void': {
    access: permit('invoices.void'),
    says: 'Withdraws an open invoice; what was paid on it becomes credit.',
    body: z.strictObject({ reason: requiredText(500) }),
    output: invoices.shape,
    versioned: true,
  },
});
