import { endByCancellation } from './advance.ts';
import { type CalendarDate, later, requireDate } from './calendar.ts';
import { booking, orderOf } from './documents.ts';
import { requireNear, requireRunning, requireUpToDate } from './guards.ts';
import type { BillingContext, OrderKind, PlannedBooking } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import type { CancellationTiming, SubscriptionState } from './subscription.ts';
import { withUpcoming } from './upcoming.ts';

/** When to stop: at the end of the term, of the last invoiced period, or on a date (its first day without service). */
export type CancelRequest =
  | { readonly when: Exclude<CancellationTiming, 'date'>; readonly reason: string }
  | { readonly when: 'date'; readonly date: CalendarDate; readonly reason: string };

/** The timings a cancellation may have here: an evergreen subscription offers no end of term. */
export function cancellationTimingsFor(state: SubscriptionState): readonly CancellationTiming[] {
  return state.term === null ? ['end_of_period', 'date'] : ['end_of_term', 'end_of_period', 'date'];
}

/**
 * Cancels, at once or on a day, replacing a pending change, an ordered renewal and an earlier cancellation. Unused time of an invoiced period
 * becomes a credit on the day service stops (`upcoming` shows it). Not yet begun: at once. In a trial: books nothing.
 * Refuses: `subscription/*`, `date/in-the-past`, `date/not-a-calendar-date`.
 */
export function planCancellation(
  state: SubscriptionState,
  request: CancelRequest,
  context: BillingContext,
): PlannedBooking {
  requireUpToDate(state, context.today);
  if (state.status !== 'pending') requireRunning(state, true);
  const on = stopsOn(state, request, context.today);
  const cancellation = { when: request.when, on, reason: request.reason };
  const scheduled: SubscriptionState = { ...state, cancellation, pendingChange: null, renewalOrdered: false };
  const cancels = replaced(state);
  const status = on > context.today && state.status !== 'pending' ? 'placed' : 'fulfilled';
  const head = { kind: 'cancellation', action: 'cancel', status, effectiveOn: on } as const;
  const order = orderOf(head, state, context);
  if (status === 'placed') return withUpcoming(booking(scheduled, { order, cancels }), on, context);
  return { ...endByCancellation(scheduled, on, context), fulfils: null, order, cancels };
}

function replaced(state: SubscriptionState): OrderKind[] {
  const kinds: OrderKind[] = state.status === 'pending' ? ['new'] : [];
  if (state.pendingChange !== null) kinds.push('change');
  if (state.renewalOrdered) kinds.push('renewal');
  if (state.cancellation !== null) kinds.push('cancellation');
  return kinds;
}

function stopsOn(state: SubscriptionState, request: CancelRequest, today: CalendarDate): CalendarDate {
  if (request.when === 'date') return chosenDate(state, request.date, today);
  if (request.when === 'end_of_term' && state.term === null) return refuse('subscription/no-term', 'when');
  if (state.status === 'pending') return state.startsOn;
  if (request.when === 'end_of_term') return state.term?.end ?? refuse('subscription/no-term', 'when');
  return state.currentPeriod?.end ?? state.anchor;
}

function chosenDate(state: SubscriptionState, date: CalendarDate, today: CalendarDate): CalendarDate {
  if (requireDate(date, 'date') < today) refuse('date/in-the-past', 'date');
  requireNear(date, today, 'date');
  if (state.term !== null && date > state.term.end) refuse('subscription/date-outside-term', 'date');
  return state.status === 'pending' ? state.startsOn : later(date, state.changeableFrom);
}
