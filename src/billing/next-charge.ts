import { planNextDue } from './advance.ts';
import type { CalendarDate } from './calendar.ts';
import type { Minor } from './money.ts';
import type { BillingContext } from './planned-booking.ts';
import { nextDueOn, type SubscriptionState } from './subscription.ts';

/** A charge to come: its day, and its amount in minor units of the subscription's currency. */
export interface NextCharge {
  readonly on: CalendarDate;
  readonly amount: Minor;
}

/**
 * The next invoice that comes by itself, as the billing run will book it if nothing is asked of the subscription until
 * then: after the end of a trial, with a change that waits for its day. Null when none is to come.
 */
export function nextChargeOf(
  state: SubscriptionState,
  context: Omit<BillingContext, 'today'>,
): NextCharge | null {
  let after = state;
  for (let on = nextDueOn(after); on !== null; on = nextDueOn(after)) {
    const step = planNextDue(after, { ...context, today: on });
    if (step === null) return null;
    const { invoice, subscription } = step.booking;
    if (invoice !== null) return { on, amount: invoice.amount };
    after = subscription;
  }
  return null;
}
