import { planNextDue } from './advance.ts';
import { addDays, type CalendarDate, requireDate } from './calendar.ts';
import { booking, orderOf } from './documents.ts';
import { requireNear } from './guards.ts';
import { type PlanVersion, requirePlanVersion, requireQuantity, versionOf } from './plan-version.ts';
import type { BillingContext, PlannedBooking } from './planned-booking.ts';
import { refuse } from './refusals.ts';
import type { SubscriptionState } from './subscription.ts';
import { termFrom } from './term.ts';
import { withUpcoming } from './upcoming.ts';

/** A new subscription. `withTrial` false leaves out the plan's trial. The start is today or later. */
export interface StartRequest {
  readonly planVersionId: string;
  readonly quantity: number;
  readonly startsOn: CalendarDate;
  readonly autoRenew: boolean;
  readonly withTrial: boolean;
  /** The organization's currency; the plan must have the same. */
  readonly currency: string;
}

/**
 * A new subscription: the order, and the invoice of the first period when it begins today without a trial.
 * Later starts are pending and invoiced on their day; after a trial the first period and the term begin at its end.
 * Refuses: `date/*`, `plan/*`, `subscription/other-currency`, `subscription/quantity-outside-range`, `money/too-large`.
 */
export function planStart(request: StartRequest, context: BillingContext): PlannedBooking {
  const startsOn = requireDate(request.startsOn, 'starts_on');
  if (startsOn < requireDate(context.today, 'today')) refuse('date/in-the-past', 'starts_on');
  requireNear(startsOn, context.today, 'starts_on');
  const version = requirePlanVersion(versionOf(context.versions, request.planVersionId, 'plan_version_id'));
  if (!version.offered) refuse('plan/not-offered', 'plan_version_id');
  if (version.currency !== request.currency) refuse('subscription/other-currency', 'plan_version_id');
  requireQuantity(version, request.quantity);
  const trialEnd = request.withTrial && version.trialDays > 0 ? addDays(startsOn, version.trialDays) : null;
  const begun = newSubscription(version, { ...request, trialEnd });
  const step = planNextDue(begun, context);
  const effects = step?.booking ?? booking(begun);
  const status = step === null ? 'placed' : 'fulfilled';
  const head = { kind: 'new', action: 'start', status, effectiveOn: startsOn } as const;
  const planned = { ...effects, fulfils: null, order: orderOf(head, begun, context) };
  return planned.invoice === null ? withUpcoming(planned, begun.anchor, context) : planned;
}

/** What a subscription is made of before it begins. */
export interface NewSubscription {
  readonly quantity: number;
  readonly startsOn: CalendarDate;
  readonly trialEnd: CalendarDate | null;
  readonly autoRenew: boolean;
}

/** A subscription that has not begun: its periods and term are anchored at the end of the trial, or the start. */
export function newSubscription(version: PlanVersion, given: NewSubscription): SubscriptionState {
  const anchor = given.trialEnd ?? given.startsOn;
  return {
    status: 'pending',
    planVersionId: version.id,
    quantity: given.quantity,
    currency: version.currency,
    startsOn: given.startsOn,
    trialEnd: given.trialEnd,
    anchor,
    periodNumber: 0,
    currentPeriod: null,
    changeableFrom: given.startsOn,
    term: termFrom(version, anchor, anchor),
    autoRenew: given.autoRenew,
    renewalOrdered: false,
    pausedOn: null,
    pendingChange: null,
    cancellation: null,
    endedOn: null,
    importedMrr: null,
  };
}
