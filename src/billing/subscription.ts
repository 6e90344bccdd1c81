import { type CalendarDate, type DateSpan, earlier } from './calendar.ts';
import type { Minor } from './money.ts';
import type { BillingSpan } from './periods.ts';

/** pending -> trialing -> active <-> paused; active -> cancelled or expired (both final). */
export const subscriptionStatuses = [
  'pending',
  'trialing',
  'active',
  'paused',
  'cancelled',
  'expired',
] as const;
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** When a change takes effect. */
export const changeTimings = ['immediately', 'next_period', 'end_of_term'] as const;
export type ChangeTiming = (typeof changeTimings)[number];

/** When a cancellation takes effect; `end_of_period` is the end of the last invoiced period (in a trial: of the trial). */
export const cancellationTimings = ['end_of_term', 'end_of_period', 'date'] as const;
export type CancellationTiming = (typeof cancellationTimings)[number];

/** What was ordered and takes effect on the first day of a later period. */
export interface PendingChange {
  readonly planVersionId: string;
  readonly quantity: number;
  readonly when: Exclude<ChangeTiming, 'immediately'>;
  readonly on: CalendarDate;
}

/** A cancellation, scheduled or done: `on` is the first day without service. */
export interface Cancellation {
  readonly when: CancellationTiming;
  readonly on: CalendarDate;
  readonly reason: string;
}

/** Everything billing knows of one subscription, as plain data. Every plan function returns the next one. */
export interface SubscriptionState {
  readonly status: SubscriptionStatus;
  readonly planVersionId: string;
  readonly quantity: number;
  readonly currency: string;
  readonly startsOn: CalendarDate;
  /** First day after the trial; null without one. */
  readonly trialEnd: CalendarDate | null;
  /** Periods begin at anchor + n billing periods. A resumption and a change of billing period set it anew. */
  readonly anchor: CalendarDate;
  /** How many periods were opened; numbers them, from 1, for the "exactly once" constraint. */
  readonly periodNumber: number;
  /** The last invoiced period; null until the first one begins. */
  readonly currentPeriod: BillingSpan | null;
  /** Nothing can take effect before this day: start of the period, last change or resumption in it. */
  readonly changeableFrom: CalendarDate;
  /** null: evergreen. */
  readonly term: DateSpan | null;
  readonly autoRenew: boolean;
  /** A manual renewal was ordered and takes effect at the end of the term. */
  readonly renewalOrdered: boolean;
  readonly pausedOn: CalendarDate | null;
  readonly pendingChange: PendingChange | null;
  readonly cancellation: Cancellation | null;
  /** First day without service, once cancelled or expired. */
  readonly endedOn: CalendarDate | null;
  /** MRR as imported, minor units; counts instead of the computed one until plan or quantity change. */
  readonly importedMrr: Minor | null;
}

/** The first day on which something of the subscription falls due; null when nothing ever does by itself. */
export function nextDueOn(state: SubscriptionState): CalendarDate | null {
  const regular = regularlyDueOn(state);
  if (regular === null || state.cancellation === null) return regular;
  return earlier(regular, state.cancellation.on);
}

function regularlyDueOn(state: SubscriptionState): CalendarDate | null {
  switch (state.status) {
    case 'pending':
      return state.startsOn;
    case 'trialing':
      return state.anchor;
    case 'active':
      return state.currentPeriod?.end ?? state.anchor;
    case 'paused':
    case 'cancelled':
    case 'expired':
      return null;
  }
}

/** Whether the subscription goes on when its term ends. Evergreen ones always do. */
export function continuesAfterTerm(state: SubscriptionState): boolean {
  return state.term === null || state.autoRenew || state.renewalOrdered;
}
