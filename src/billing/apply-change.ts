import type { CalendarDate } from './calendar.ts';
import { chargeOfRest, creditOfRest } from './lines.ts';
import { type Booked, openPeriod } from './open-period.ts';
import type { PlanVersion } from './plan-version.ts';
import type { OrderKind } from './planned-booking.ts';
import type { SubscriptionState } from './subscription.ts';
import { termFrom } from './term.ts';

/** What a subscription is to become. */
export interface ChangeTarget {
  readonly version: PlanVersion;
  readonly quantity: number;
}

/** Whether a change begins a new period and term: another billing period, or another length of term. */
export function beginsAnew(from: PlanVersion, to: PlanVersion): boolean {
  return from.billingPeriod !== to.billingPeriod || from.termMonths !== to.termMonths;
}

/**
 * Puts a change in force on a day and gives the lines it brings: none in a trial and none at a period's end (the next
 * period is charged at the new price); otherwise the rest of the old back, and the rest of the new, or a whole new period.
 */
export function applyChange(
  before: SubscriptionState,
  from: PlanVersion,
  { version, quantity }: ChangeTarget,
  on: CalendarDate,
): Booked {
  const changed: SubscriptionState = {
    ...before,
    planVersionId: version.id,
    quantity,
    pendingChange: null,
    importedMrr: null,
  };
  const anew = beginsAnew(from, version);
  if (before.currentPeriod === null) {
    const term = anew ? termFrom(version, before.anchor, before.anchor) : before.term;
    return { state: { ...changed, term }, lines: [] };
  }
  if (anew) return applyAnew(before, changed, from, version, on);
  const lines = creditOfRest(before, from, on);
  if (lines.length === 0) return { state: changed, lines };
  const state: SubscriptionState = {
    ...changed,
    changeableFrom: on,
    currentPeriod: { ...before.currentPeriod, charge: 'invoiced' },
  };
  return { state, lines: [...lines, ...chargeOfRest(state, version, on)] };
}

/** A renewal that was ordered is cancelled when the change begins a new term itself. */
export function lapsedRenewal(before: SubscriptionState, after: SubscriptionState): OrderKind[] {
  return before.renewalOrdered && !after.renewalOrdered ? ['renewal'] : [];
}

function applyAnew(
  before: SubscriptionState,
  changed: SubscriptionState,
  from: PlanVersion,
  version: PlanVersion,
  on: CalendarDate,
): Booked {
  const renewed = { ...changed, anchor: on, term: termFrom(version, on, on), renewalOrdered: false };
  const back = creditOfRest(before, from, on);
  if (back.length === 0) return { state: renewed, lines: [] };
  const opened = openPeriod({ ...renewed, currentPeriod: null }, version);
  return { state: opened.state, lines: [...back, ...opened.lines] };
}
