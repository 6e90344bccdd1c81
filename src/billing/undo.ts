import { booking } from './documents.ts';
import { requireUpToDate } from './guards.ts';
import type { BillingContext, PlannedBooking } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import type { SubscriptionState } from './subscription.ts';

/**
 * Takes back a pending change, a scheduled cancellation or an ordered renewal that has not taken effect; its placed
 * order is cancelled. Without the renewal, a change that waits for the end of the term lapses when the subscription expires.
 * Refuses: `subscription/nothing-to-undo`, `subscription/behind`.
 */
export function planUndo(
  state: SubscriptionState,
  what: 'change' | 'cancellation' | 'renewal',
  { today }: BillingContext,
): PlannedBooking {
  requireUpToDate(state, today);
  const undone = without(state, what);
  if (undone === null || state.endedOn !== null) return refuse('subscription/nothing-to-undo');
  return booking(undone, { cancels: [what] });
}

function without(
  state: SubscriptionState,
  what: 'change' | 'cancellation' | 'renewal',
): SubscriptionState | null {
  switch (what) {
    case 'change':
      return state.pendingChange && { ...state, pendingChange: null };
    case 'cancellation':
      return state.cancellation && { ...state, cancellation: null };
    case 'renewal':
      return state.renewalOrdered ? { ...state, renewalOrdered: false } : null;
  }
}
