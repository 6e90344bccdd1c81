import { planAdvance } from '../../src/billing/advance.ts';
import type { CalendarDate } from '../../src/billing/calendar.ts';
import type { BillingContext, PlannedBooking } from '../../src/billing/planned-booking.ts';
import { BillingRefusal, type BillingRefusalCode } from '../../src/billing/refusals.ts';
import { planStart, type StartRequest } from '../../src/billing/start.ts';
import type { SubscriptionState } from '../../src/billing/subscription.ts';
import { plans } from './billing-plans.ts';

/** What planning is told on a day, with the plans of the kit and payment terms of 14 days. */
export function on(today: CalendarDate): BillingContext {
  return { today, versions: plans, paymentTermsDays: 14 };
}

/** A subscription of one unit that begins on the day it is ordered, without trial, unless told otherwise. */
export function started(
  planVersionId: string,
  startsOn: CalendarDate,
  different: Partial<StartRequest> = {},
) {
  const request = { quantity: 1, autoRenew: true, withTrial: false, currency: 'EUR', ...different };
  return planStart({ planVersionId, startsOn, ...request }, on(startsOn)).subscription;
}

/** The state after everything due until a day. */
export function advanced(state: SubscriptionState, today: CalendarDate): SubscriptionState {
  return planAdvance(state, on(today)).at(-1)?.booking.subscription ?? state;
}

/** The lines of a booking as `kind quantity from to amount`. */
export function linesOf({ invoice, credit }: Pick<PlannedBooking, 'invoice' | 'credit'>): string[] {
  const lines = invoice?.lines ?? credit?.lines ?? [];
  return lines.map((line) => `${line.kind} ${line.quantity} ${line.from} ${line.to} ${line.amount}`);
}

/** The code something is refused with, and its field after a space where it names one; 'accepted' otherwise. */
export function refusal(
  effect: () => unknown,
): 'accepted' | BillingRefusalCode | `${BillingRefusalCode} ${string}` {
  try {
    effect();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof BillingRefusal)) throw error;
    return error.field === null ? error.code : `${error.code} ${error.field}`;
  }
}
