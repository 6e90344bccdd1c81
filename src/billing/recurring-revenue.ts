import { divideHalfEven, type Minor, toMinor } from './money.ts';
import { type PlanVersion, periodMonths } from './plan-version.ts';
import { periodPrice } from './price.ts';
import type { SubscriptionState } from './subscription.ts';

/** Months that the contract value of an evergreen subscription is taken over. */
export const evergreenMonths = 12;

/**
 * Monthly recurring revenue in minor units: the period's price / its months, rounded half to even for each subscription,
 * or what was imported. 0 unless active; a scheduled cancellation counts until it takes effect.
 */
export function monthlyRecurringRevenue(state: SubscriptionState, version: PlanVersion): Minor {
  if (state.status !== 'active') return 0;
  return state.importedMrr ?? divideHalfEven(periodPrice(version, state.quantity), periodMonths(version));
}

/**
 * Total contract value in minor units: the price over one whole term at today's plan and quantity; evergreen: over
 * {@link evergreenMonths}. 0 once cancelled or expired. Refuses `money/too-large`.
 */
export function totalContractValue(state: SubscriptionState, version: PlanVersion): Minor {
  if (state.endedOn !== null) return 0;
  const periods = (version.termMonths ?? evergreenMonths) / periodMonths(version);
  return toMinor(BigInt(periodPrice(version, state.quantity)) * BigInt(periods));
}
