import { booking, orderOf } from './documents.ts';
import { effectiveFrom, requireNoCancellation, requireRunning, requireUpToDate } from './guards.ts';
import type { BillingContext, PlannedBooking } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import { continuesAfterTerm, type SubscriptionState } from './subscription.ts';
import { withUpcoming } from './upcoming.ts';

/**
 * Orders another term of the same length, to begin when this one ends; it is invoiced period by period from then on.
 * Refuses: `subscription/no-term`, `subscription/already-renewed`, and what every change refuses.
 */
export function planRenewal(state: SubscriptionState, context: BillingContext): PlannedBooking {
  requireUpToDate(state, context.today);
  requireRunning(state, true);
  requireNoCancellation(state);
  if (state.term === null) return refuse('subscription/no-term');
  if (continuesAfterTerm(state)) refuse('subscription/already-renewed');
  const head = { kind: 'renewal', action: 'renew', status: 'placed', effectiveOn: state.term.end } as const;
  const planned = booking({ ...state, renewalOrdered: true }, { order: orderOf(head, state, context) });
  return withUpcoming(planned, state.term.end, context);
}

/**
 * Whether the subscription renews by itself when its term ends. Switched off, a change that waits for the end of the term
 * lapses when the subscription expires. What is going to be cancelled renews nothing, so it can only be switched off.
 * Refuses: `subscription/no-term`, `subscription/nothing-changes`, `subscription/cancellation-scheduled`.
 */
export function planAutoRenew(
  state: SubscriptionState,
  autoRenew: boolean,
  context: BillingContext,
): PlannedBooking {
  requireUpToDate(state, context.today);
  if (state.endedOn !== null) refuse('subscription/not-active');
  if (state.term === null) return refuse('subscription/no-term');
  if (state.autoRenew === autoRenew) refuse('subscription/nothing-changes', 'auto_renew');
  if (autoRenew) requireNoCancellation(state);
  const changed = { ...state, autoRenew };
  const head = {
    kind: 'change',
    action: 'change_auto_renew',
    status: 'fulfilled',
    effectiveOn: effectiveFrom(state, context.today),
  } as const;
  return booking(changed, { order: orderOf(head, changed, context) });
}
