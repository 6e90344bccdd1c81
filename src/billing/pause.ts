import { daysBetween, later } from './calendar.ts';
import { booking, orderOf } from './documents.ts';
import { effectiveFrom, requireNoCancellation, requireRunning, requireUpToDate } from './guards.ts';
import { shiftPeriod } from './periods.ts';
import type { BillingContext, PlannedBooking } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import type { PendingChange, SubscriptionState } from './subscription.ts';
import { moveTerm } from './term.ts';

/**
 * Stops service and charges from today. The days left of the current period are kept for the resumption.
 * Refuses: `subscription/*`; also while a cancellation is scheduled, whose date would move.
 */
export function planPause(state: SubscriptionState, context: BillingContext): PlannedBooking {
  requireUpToDate(state, context.today);
  requireRunning(state, false);
  requireNoCancellation(state);
  const on = effectiveFrom(state, context.today);
  const paused: SubscriptionState = { ...state, status: 'paused', pausedOn: on, changeableFrom: on };
  const head = { kind: 'change', action: 'pause', status: 'fulfilled', effectiveOn: on } as const;
  return booking(paused, { order: orderOf(head, paused, context) });
}

/**
 * Service and charges go on from today. Period, term and pending change end or begin later by the days paused, and
 * periods are anchored anew at the end of the current one; paused and resumed on one day, nothing moves.
 * Refuses: `subscription/not-paused`.
 */
export function planResumption(state: SubscriptionState, context: BillingContext): PlannedBooking {
  requireUpToDate(state, context.today);
  if (state.pausedOn === null || state.currentPeriod === null) return refuse('subscription/not-paused');
  const on = later(context.today, state.pausedOn);
  const running: SubscriptionState = { ...state, status: 'active', pausedOn: null, changeableFrom: on };
  const resumed = shifted(running, daysBetween(state.pausedOn, on));
  const head = { kind: 'change', action: 'resume', status: 'fulfilled', effectiveOn: on } as const;
  return booking(resumed, { order: orderOf(head, resumed, context) });
}

function shifted(state: SubscriptionState, days: number): SubscriptionState {
  if (days === 0 || state.currentPeriod === null) return state;
  const currentPeriod = shiftPeriod(state.currentPeriod, days);
  const term = moveTerm(state.term, state.currentPeriod.end, currentPeriod.end);
  const moved = { ...state, anchor: currentPeriod.end, currentPeriod, term };
  return { ...moved, pendingChange: movePending(state.pendingChange, moved) };
}

function movePending(pending: PendingChange | null, moved: SubscriptionState): PendingChange | null {
  if (pending === null) return null;
  const on = pending.when === 'next_period' ? moved.currentPeriod?.end : moved.term?.end;
  return on === undefined ? pending : { ...pending, on };
}
