import { type CalendarDate, requireDate } from './calendar.ts';
import { requireAmount } from './money.ts';
import { periodContaining } from './periods.ts';
import { type PlanVersion, periodMonths, requireQuantity, versionOf } from './plan-version.ts';
import type { BillingContext } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import { newSubscription } from './start.ts';
import type { SubscriptionState } from './subscription.ts';

/** A subscription that began in another billing system. */
export interface TakeOverRequest {
  readonly planVersionId: string;
  readonly quantity: number;
  readonly startedOn: CalendarDate;
  readonly trialEnd: CalendarDate | null;
  readonly autoRenew: boolean;
  /** First day without service, past or to come; null: open. */
  readonly endsOn: CalendarDate | null;
  readonly endReason: string;
  /** Minor units per month; null: computed from the plan. */
  readonly mrr: number | null;
  /** Whether the period running today was paid there, so that unused time of it may be credited here. */
  readonly currentPeriodPaid: boolean;
}

/**
 * The state of a subscription taken over from elsewhere: what lies before today, and the period running today, is not
 * invoiced again; the next period is. Ended ones are kept as cancelled. Nothing is booked.
 * Refuses: `date/*`, `plan/unknown`, `subscription/quantity-outside-range`, `money/not-an-amount`.
 */
export function takeOver(request: TakeOverRequest, { today, versions }: BillingContext): SubscriptionState {
  const version = versionOf(versions, request.planVersionId, 'plan_version_id');
  requireQuantity(version, request.quantity);
  requireDate(request.startedOn, 'started_on');
  if (request.mrr !== null) requireAmount(request.mrr, 'mrr');
  if (request.trialEnd !== null) requireOrder(request.startedOn, request.trialEnd, 'trial_end');
  const startsOn = request.startedOn;
  const fresh = { ...newSubscription(version, { ...request, startsOn }), importedMrr: request.mrr };
  const running = runningOn(today, fresh, version, request.currentPeriodPaid);
  if (request.endsOn === null) return running;
  return endingOn(requireOrder(startsOn, request.endsOn, 'ends_on'), running, request.endReason, today);
}

function endingOn(
  on: CalendarDate,
  state: SubscriptionState,
  reason: string,
  today: CalendarDate,
): SubscriptionState {
  const ending: SubscriptionState = { ...state, cancellation: { when: 'date', on, reason } };
  return on > today ? ending : { ...ending, status: 'cancelled', endedOn: on };
}

function requireOrder(first: CalendarDate, second: CalendarDate, field: string): CalendarDate {
  return requireDate(second, field) < first ? refuse('date/in-the-past', field) : second;
}

function runningOn(
  today: CalendarDate,
  state: SubscriptionState,
  version: PlanVersion,
  paid: boolean,
): SubscriptionState {
  if (state.startsOn > today) return state;
  if (state.anchor > today) return { ...state, status: 'trialing' };
  const { start, end } = periodContaining(state.anchor, periodMonths(version), today);
  return {
    ...state,
    status: 'active',
    periodNumber: 1,
    currentPeriod: { start, end, basis: start, charge: paid ? 'invoiced' : 'forgiven' },
    changeableFrom: start,
    term: version.termMonths === null ? null : periodContaining(state.anchor, version.termMonths, today),
  };
}
