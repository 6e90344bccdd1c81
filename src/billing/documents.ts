import { dueDate } from './due-date.ts';
import { sumOf } from './money.ts';
import { versionOf } from './plan-version.ts';
import type {
  BillingContext,
  BillingLine,
  OrderAction,
  OrderKind,
  PlannedBooking,
  PlannedCredit,
  PlannedInvoice,
  PlannedOrder,
} from './planned-booking.ts';
import { periodPrice } from './price.ts';
import type { SubscriptionState } from './subscription.ts';

/** A booking that changes the state; what is not named does not happen. */
export function booking(
  subscription: SubscriptionState,
  parts: Partial<Omit<PlannedBooking, 'subscription'>> = {},
): PlannedBooking {
  const nothing = { order: null, fulfils: null, cancels: [], invoice: null, credit: null, upcoming: null };
  return { subscription, ...nothing, ...parts };
}

/**
 * One document of the lines: an invoice when they come to 0 or more, otherwise a credit; nothing without lines.
 * Issued today; due by the context's payment terms.
 */
export function documentOf(
  lines: readonly BillingLine[],
  reason: PlannedCredit['reason'],
  { today, currency, paymentTermsDays }: BillingContext & { readonly currency: string },
): { readonly invoice: PlannedInvoice | null; readonly credit: PlannedCredit | null } {
  if (lines.length === 0) return { invoice: null, credit: null };
  const amount = sumOf(lines.map((line) => line.amount));
  if (amount < 0)
    return { invoice: null, credit: { issueOn: today, currency, amount: -amount, reason, lines } };
  const dueOn = dueDate(today, paymentTermsDays);
  return { invoice: { issueOn: today, dueOn, currency, amount, lines }, credit: null };
}

/** What an order says of itself, besides what follows from the subscription. */
export interface OrderHead extends Pick<PlannedOrder, 'kind' | 'status' | 'effectiveOn'> {
  readonly action: OrderAction;
}

/** An order of one line over the plan and quantity of the given state (the one after the change). */
export function orderOf(
  { action, ...head }: OrderHead,
  ordered: Pick<SubscriptionState, 'planVersionId' | 'quantity' | 'currency'>,
  { versions }: BillingContext,
): PlannedOrder {
  const version = versionOf(versions, ordered.planVersionId);
  const stops: OrderKind = 'cancellation';
  const amount = head.kind === stops ? 0 : periodPrice(version, ordered.quantity);
  const { planVersionId, quantity, currency } = ordered;
  const line = { action, planVersionId, planName: version.name, quantity, amount };
  return { ...head, currency, total: amount, lines: [line] };
}
