import { applyChange, lapsedRenewal } from './apply-change.ts';
import type { CalendarDate } from './calendar.ts';
import { booking, documentOf, orderOf } from './documents.ts';
import { creditOfRest } from './lines.ts';
import { openPeriod } from './open-period.ts';
import { versionOf } from './plan-version.ts';
import type { BillingContext, PlannedBooking } from './planned-booking.ts';
import { continuesAfterTerm, nextDueOn, type SubscriptionState } from './subscription.ts';
import { termFrom } from './term.ts';

/** What falls due by itself. Each is booked on its own and leaves a state from which the next one follows. */
export const dueKinds = ['trial_start', 'cancellation', 'expiry', 'change', 'renewal', 'period'] as const;
export type DueKind = (typeof dueKinds)[number];

/** One thing that fell due, on which day, and what to book. */
export interface DueStep {
  readonly kind: DueKind;
  readonly on: CalendarDate;
  readonly booking: PlannedBooking;
}

/**
 * The first thing due on or before today, or null. Booked and asked again until null, the subscription is up to date;
 * interrupted anywhere, asking again goes on from there.
 */
export function planNextDue(state: SubscriptionState, context: BillingContext): DueStep | null {
  const on = nextDueOn(state);
  if (on === null || on > context.today) return null;
  const kind = dueKind(state, on);
  return { kind, on, booking: due[kind](state, on, context) };
}

/** Everything due on or before today, in order; each step starts from the state of the one before. */
export function planAdvance(state: SubscriptionState, context: BillingContext): DueStep[] {
  const steps: DueStep[] = [];
  let step = planNextDue(state, context);
  while (step !== null) {
    steps.push(step);
    step = planNextDue(step.booking.subscription, context);
  }
  return steps;
}

function dueKind(state: SubscriptionState, on: CalendarDate): DueKind {
  if (state.cancellation !== null && state.cancellation.on <= on) return 'cancellation';
  if (state.status === 'pending' && state.trialEnd !== null && state.trialEnd > on) return 'trial_start';
  const termEnds = state.term !== null && state.term.end <= on;
  if (termEnds && !continuesAfterTerm(state)) return 'expiry';
  if (state.pendingChange !== null && state.pendingChange.on <= on) return 'change';
  return termEnds ? 'renewal' : 'period';
}

type Due = (state: SubscriptionState, on: CalendarDate, context: BillingContext) => PlannedBooking;

const due: Readonly<Record<DueKind, Due>> = {
  trial_start: (state) => booking({ ...state, status: 'trialing' }, { fulfils: 'new' }),
  cancellation: endByCancellation,
  expiry: (state, on) =>
    booking(
      { ...state, status: 'expired', endedOn: on, pendingChange: null },
      { cancels: state.pendingChange === null ? [] : ['change'] },
    ),
  change: fulfilChange,
  renewal: renewTerm,
  period: invoicePeriod,
};

/** Ends the subscription on a day; the unused rest of an invoiced period comes back as credit, never as money. */
export function endByCancellation(
  state: SubscriptionState,
  on: CalendarDate,
  context: BillingContext,
): PlannedBooking {
  const version = versionOf(context.versions, state.planVersionId);
  const back = creditOfRest(state, version, on);
  const { credit } = documentOf(
    back.filter((line) => line.amount < 0),
    'cancellation',
    { ...context, currency: state.currency },
  );
  const ended: SubscriptionState = { ...state, status: 'cancelled', endedOn: on, pendingChange: null };
  return booking(ended, { fulfils: 'cancellation', credit });
}

function fulfilChange(state: SubscriptionState, on: CalendarDate, context: BillingContext): PlannedBooking {
  const target = state.pendingChange ?? state;
  const from = versionOf(context.versions, state.planVersionId);
  const version = versionOf(context.versions, target.planVersionId);
  const { state: changed } = applyChange(state, from, { version, quantity: target.quantity }, on);
  return booking(changed, { fulfils: 'change', cancels: lapsedRenewal(state, changed) });
}

function renewTerm(state: SubscriptionState, on: CalendarDate, context: BillingContext): PlannedBooking {
  const version = versionOf(context.versions, state.planVersionId);
  const renewed = { ...state, term: termFrom(version, state.anchor, on), renewalOrdered: false };
  if (state.renewalOrdered) return booking(renewed, { fulfils: 'renewal' });
  const head = { kind: 'renewal', action: 'renew', status: 'fulfilled', effectiveOn: on } as const;
  return booking(renewed, { order: orderOf(head, renewed, context) });
}

function invoicePeriod(state: SubscriptionState, _on: CalendarDate, context: BillingContext): PlannedBooking {
  const opened = openPeriod(state, versionOf(context.versions, state.planVersionId));
  const { invoice } = documentOf(opened.lines, 'change', { ...context, currency: state.currency });
  return booking(opened.state, { fulfils: state.status === 'pending' ? 'new' : null, invoice });
}
