import { applyChange, beginsAnew, type ChangeTarget, lapsedRenewal } from './apply-change.ts';
import type { CalendarDate } from './calendar.ts';
import { booking, documentOf, orderOf } from './documents.ts';
import { effectiveFrom, requireNoCancellation, requireRunning, requireUpToDate } from './guards.ts';
import { monthsAfter } from './periods.ts';
import { type PlanVersion, requirePlanVersion, requireQuantity, versionOf } from './plan-version.ts';
import type { BillingContext, OrderAction, PlannedBooking } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import {
  type ChangeTiming,
  changeTimings,
  continuesAfterTerm,
  type SubscriptionState,
} from './subscription.ts';
import { withUpcoming } from './upcoming.ts';

/** Another plan, another quantity, or both; what is left out stays. */
export interface ChangeRequest {
  readonly planVersionId?: string;
  readonly quantity?: number;
  readonly when: ChangeTiming;
}

/** Whether another plan of the product is an upgrade or a downgrade: by rank alone. */
export function directionOf(
  from: PlanVersion,
  to: PlanVersion,
): Extract<OrderAction, 'upgrade' | 'downgrade' | 'change_plan'> {
  if (from.rank === to.rank) return 'change_plan';
  return to.rank > from.rank ? 'upgrade' : 'downgrade';
}

/** The timings a change may have here: an evergreen subscription offers no end of term. */
export function changeTimingsFor(state: SubscriptionState): readonly ChangeTiming[] {
  return state.term === null ? changeTimings.filter((when) => when !== 'end_of_term') : changeTimings;
}

/**
 * A change of plan or quantity. Immediately: one invoice or credit over the rest of the old and of the new (nothing in a
 * trial). Otherwise it becomes the pending change, replacing an earlier one, and `upcoming` says what its day will bring.
 * Refuses: `subscription/*`, `plan/*`, `money/too-large`.
 */
export function planChange(
  state: SubscriptionState,
  request: ChangeRequest,
  context: BillingContext,
): PlannedBooking {
  requireUpToDate(state, context.today);
  requireRunning(state, true);
  requireNoCancellation(state);
  const from = versionOf(context.versions, state.planVersionId);
  const target = targetOf(state, from, request, context);
  const on = effectiveOn(state, request.when, context.today);
  requireTermKept(state, from, target.version, on);
  const action = target.version.id === from.id ? 'change_quantity' : directionOf(from, target.version);
  const cancels = state.pendingChange === null ? [] : (['change'] as const);
  const ordered = { planVersionId: target.version.id, quantity: target.quantity, currency: state.currency };
  const orderFor = (status: 'placed' | 'fulfilled') =>
    orderOf({ kind: 'change', action, status, effectiveOn: on }, ordered, context);

  if (request.when === 'immediately') {
    const { state: changed, lines } = applyChange(state, from, target, on);
    const documents = documentOf(lines, 'change', { ...context, currency: state.currency });
    const replaces = [...cancels, ...lapsedRenewal(state, changed)];
    return booking(changed, { order: orderFor('fulfilled'), cancels: replaces, ...documents });
  }
  const { planVersionId, quantity } = ordered;
  const pending = { ...state, pendingChange: { planVersionId, quantity, when: request.when, on } };
  return withUpcoming(booking(pending, { order: orderFor('placed'), cancels }), on, context);
}

function targetOf(
  state: SubscriptionState,
  from: PlanVersion,
  request: ChangeRequest,
  { versions }: BillingContext,
): ChangeTarget {
  const version = versionOf(versions, request.planVersionId ?? from.id, 'plan_version_id');
  const quantity = request.quantity ?? state.quantity;
  if (version.id === from.id && quantity === state.quantity) refuse('subscription/nothing-changes');
  if (version.id !== from.id) requireChoice(requirePlanVersion(version), from, state.currency);
  return { version, quantity: requireQuantity(version, quantity) };
}

function requireChoice(version: PlanVersion, from: PlanVersion, currency: string): void {
  if (version.productId !== from.productId) refuse('plan/other-product', 'plan_version_id');
  if (version.currency !== currency) refuse('subscription/other-currency', 'plan_version_id');
  if (!version.offered) refuse('plan/not-offered', 'plan_version_id');
}

function effectiveOn(state: SubscriptionState, when: ChangeTiming, today: CalendarDate): CalendarDate {
  if (when === 'immediately') return effectiveFrom(state, today);
  const on = when === 'next_period' ? (state.currentPeriod?.end ?? state.anchor) : state.term?.end;
  if (on === undefined) return refuse('subscription/no-term', 'when');
  if (on === state.term?.end && !continuesAfterTerm(state))
    refuse('subscription/expires-at-term-end', 'when');
  return on;
}

function requireTermKept(
  state: SubscriptionState,
  from: PlanVersion,
  to: PlanVersion,
  on: CalendarDate,
): void {
  if (state.term === null || state.status === 'trialing' || !beginsAnew(from, to) || on >= state.term.end)
    return;
  const kept = to.termMonths !== null && monthsAfter(on, on, to.termMonths) >= state.term.end;
  if (!kept) refuse('plan/shortens-term', 'plan_version_id');
}
