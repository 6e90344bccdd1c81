import { booking } from './documents.ts';
import { requireUpToDate } from './guards.ts';
import type { BillingContext, PlannedBooking } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import type { SubscriptionState } from './subscription.ts';

/**
 * Takes back a pending change or a scheduled cancellation that has not taken effect; its placed order is cancelled.
 * Refuses: `subscription/nothing-to-undo`, `subscription/behind`.
 */
export function planUndo(
  state: SubscriptionState,
  what: 'change' | 'cancellation',
  { today }: BillingContext,
): PlannedBooking {
  requireUpToDate(state, today);
  const nothing = what === 'change' ? state.pendingChange === null : state.cancellation === null;
  if (nothing || state.endedOn !== null) refuse('subscription/nothing-to-undo');
  const undone = what === 'change' ? { ...state, pendingChange: null } : { ...state, cancellation: null };
  return booking(undone, { cancels: [what] });
}
