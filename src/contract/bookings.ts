import { z } from 'zod';
import type { Permission } from '../catalog/catalog.ts';
import { permit } from './access.ts';
import type { RouteSpec } from './route.ts';
import { money, uuid } from './route.ts';

const date = z.iso.date();

/** One line of an invoice or credit that a booking brings. Minor units; what is given back is negative. */
export const bookingLine = z.object({
  kind: z.enum(['period', 'charge_rest', 'credit_rest', 'imported']),
  description: z.string(),
  /** First and last day. */
  from: date.nullable(),
  to: date.nullable(),
  days: z.int().nullable(),
  of_days: z.int().nullable(),
  quantity: z.int(),
  unit_price: z.int(),
  flat_price: z.int(),
  amount: z.int(),
});
export type BookingLine = z.infer<typeof bookingLine>;

/** An invoice, or a credit (then without a due date). Amounts are positive. */
const document = z.object({
  issue_on: date,
  due_on: date.nullable(),
  amount: money,
  lines: z.array(bookingLine),
});
export type BookingDocument = z.infer<typeof document>;

const orderKind = z.enum(['new', 'change', 'renewal', 'cancellation']);

/** What confirming will book, exactly; `token` names it. */
export const bookingPreview = z.object({
  token: z.string(),
  order: z.object({ kind: orderKind, action: z.string(), effective_on: date, total: money }).nullable(),
  /** Waiting orders that this replaces. */
  replaces: z.array(orderKind),
  invoice: document.nullable(),
  credit: document.nullable(),
  /** What its day will bring, where it takes effect later, as the amounts stand today. */
  upcoming: z.object({ on: date, invoices: z.array(document), credits: z.array(document) }).nullable(),
  /** Null for customers. */
  mrr: z.object({ before: money, after: money }).nullable(),
  status: z.object({ before: z.string().nullable(), after: z.string() }),
  term_end: date.nullable(),
  trial_end: date.nullable(),
  period_end: date.nullable(),
});
export type BookingPreview = z.infer<typeof bookingPreview>;

const booked = z.object({ id: uuid, number: z.string() }).nullable();
/** What was booked. */
export const booking = z.object({
  subscription: z.object({ id: uuid, number: z.string() }),
  invoice: booked,
  credit: booked,
});
export type Booking = z.infer<typeof booking>;

/** The token of the preview that is confirmed. */
const token = z.string().min(1).max(100);

type Both<P extends string, A extends Permission, S extends z.ZodRawShape> = {
  [K in `POST ${P}/preview`]: RouteSpec & {
    readonly access: { readonly kind: 'permit'; readonly permission: A };
    readonly body: z.ZodObject<S, z.core.$strict>;
    readonly output: typeof bookingPreview;
  };
} & {
  [K in `POST ${P}`]: RouteSpec & {
    readonly access: { readonly kind: 'permit'; readonly permission: A };
    readonly body: z.ZodObject<S & { token: typeof token }, z.core.$strict>;
    readonly output: typeof booking;
    readonly idempotent: true;
  };
};

/**
 * Two routes over one question: `…/preview` answers what would be booked, with a token; the other, given that token,
 * books exactly that, or answers 409 `billing/moved` with what would be booked now.
 */
export function bookingRoutes<const P extends string, const A extends Permission, S extends z.ZodRawShape>(
  path: P,
  { permission, says, asks }: { permission: A; says: string; asks: S },
): Both<P, A, S> {
  const access = permit(permission);
  const routes: Record<string, RouteSpec> = {
    [`POST ${path}/preview`]: {
      access,
      says: `Shows what this would book: ${says}`,
      insideLoginAs: true,
      body: z.strictObject(asks),
      output: bookingPreview,
    },
    [`POST ${path}`]: {
      access,
      says,
      insideLoginAs: true,
      body: z.strictObject({ ...asks, token }),
      output: booking,
      idempotent: true,
    },
  };
  // The keys are put together from the path, which the compiler can not follow.
  return routes as Both<P, A, S>;
}
