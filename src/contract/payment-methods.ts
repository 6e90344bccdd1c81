import { z } from 'zod';
import { permit } from './access.ts';
import { defineResource, historyRoute, readRoutes } from './resource.ts';
import { defineRoutes, empty, optionalText, person, uuid } from './route.ts';
import { paymentMethodKinds } from './test-cards.ts';

export const paymentMethods = defineResource('payment_methods', {
  shape: {
    organization: person,
    kind: z.enum(paymentMethodKinds),
    brand: z.string().nullable(),
    last_four: z.string(),
    /** `YYYY-MM`, the last month a card is good for. */
    expiry: z.string().nullable(),
    /** The month of expiry is over. */
    expired: z.boolean(),
    holder: z.string(),
    /** What its owner calls it. */
    label: z.string().nullable(),
    is_default: z.boolean(),
    /** How the last charge that was tried with it ended; null as long as none was. */
    last_attempt: z.enum(['succeeded', 'declined']).nullable(),
    removed: z.boolean(),
  },
  sorts: { created_at: 'timestamptz' },
  filters: { organization_id: uuid },
});
/** One payment method as its reader sees it; its number and token never leave the server. */
export type PaymentMethod = z.infer<typeof paymentMethods.shape>;

export const paymentMethodRoutes = defineRoutes({
  ...readRoutes(paymentMethods),
  ...historyRoute('payment_methods'),
  'POST /payment-methods': {
    access: permit('payment_methods.add'),
    says: 'Adds a payment method by the token that the gateway gave the page.',
    body: z.strictObject({
      organization_id: uuid,
      token: z.string().min(1).max(3000),
      label: optionalText(100).default(null),
      make_default: z.boolean().default(false),
    }),
    output: paymentMethods.shape,
    status: 201,
    idempotent: true,
  },
  'PATCH /payment-methods/:id': {
    access: permit('payment_methods.edit'),
    says: 'Names a payment method.',
    body: z.strictObject({ label: optionalText(100) }).partial(),
    output: paymentMethods.shape,
    versioned: true,
  },
  'POST /payment-methods/:id/set-default': {
    access: permit('payment_methods.set_default'),
    says: 'Makes it the one that is charged unless another is chosen.',
    body: empty,
    output: paymentMethods.shape,
    versioned: true,
  },
  'POST /payment-methods/:id/remove': {
    access: permit('payment_methods.remove'),
    says: 'Removes a payment method; the last one stays while a subscription that renews by itself needs it.',
    body: empty,
    output: paymentMethods.shape,
    versioned: true,
  },
});
