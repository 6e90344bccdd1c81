import { addMonths, type CalendarDate, later, requireDate } from './calendar.ts';
import { refuse } from './refusals.ts';
import { nextDueOn, type SubscriptionState } from './subscription.ts';

/** Refuses `subscription/behind` while something is due on or before today: it is booked first (planAdvance). */
export function requireUpToDate(state: SubscriptionState, today: CalendarDate): void {
  requireDate(today, 'today');
  const due = nextDueOn(state);
  if (due !== null && due <= today) refuse('subscription/behind');
}

/** Refuses `date/too-far` beyond ten years, naming the field. */
export function requireNear(date: CalendarDate, today: CalendarDate, field: string): void {
  if (date > addMonths(today, 120)) refuse('date/too-far', field);
}

/** Refuses `subscription/paused` or `subscription/not-active` unless active, or in a trial where that is allowed. */
export function requireRunning(state: SubscriptionState, alsoInTrial: boolean): void {
  if (state.status === 'paused') refuse('subscription/paused');
  if (state.status === 'active' || (alsoInTrial && state.status === 'trialing')) return;
  refuse('subscription/not-active');
}

/** Refuses `subscription/cancellation-scheduled`. */
export function requireNoCancellation(state: SubscriptionState): void {
  if (state.cancellation !== null) refuse('subscription/cancellation-scheduled');
}

/** The earliest day something asked today can take effect; later than today only when the company moved its time zone west. */
export function effectiveFrom(state: SubscriptionState, today: CalendarDate): CalendarDate {
  return later(today, state.changeableFrom);
}
