import { periodLines } from './lines.ts';
import { periodFrom } from './periods.ts';
import { type PlanVersion, periodMonths } from './plan-version.ts';
import type { BillingLine } from './planned-booking.ts';
import type { SubscriptionState } from './subscription.ts';

/** A state and the lines that led to it. */
export interface Booked {
  readonly state: SubscriptionState;
  readonly lines: readonly BillingLine[];
}

/** Opens the period that follows the current one (the first one: at the anchor) and charges it whole. */
export function openPeriod(before: SubscriptionState, version: PlanVersion): Booked {
  const start = before.currentPeriod?.end ?? before.anchor;
  const state: SubscriptionState = {
    ...before,
    status: 'active',
    currentPeriod: periodFrom(before.anchor, start, periodMonths(version)),
    periodNumber: before.periodNumber + 1,
    changeableFrom: start,
  };
  return { state, lines: periodLines(state, version) };
}
