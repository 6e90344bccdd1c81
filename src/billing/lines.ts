import { addDays, type CalendarDate } from './calendar.ts';
import type { Minor } from './money.ts';
import { chargedDays } from './periods.ts';
import type { PlanVersion } from './plan-version.ts';
import type { BillingLine, LineKind } from './planned-booking.ts';
import { periodPrice } from './price.ts';
import { prorate } from './proration.ts';
import type { SubscriptionState } from './subscription.ts';

interface Part {
  readonly from: CalendarDate;
  readonly days: number;
  readonly amount: Minor;
}

const prefixes: Readonly<Record<LineKind, string>> = {
  period: '',
  charge_rest: 'Remaining time: ',
  credit_rest: 'Unused time: ',
};

/** The whole current period at the plan's price. No line without a current period. */
export function periodLines(state: SubscriptionState, version: PlanVersion): BillingLine[] {
  const period = state.currentPeriod;
  if (period === null) return [];
  const amount = periodPrice(version, state.quantity);
  return [line('period', state, version, { from: period.start, days: chargedDays(period), amount })];
}

/** The current period from a day on, charged at the plan's price. No line without a rest. */
export function chargeOfRest(
  state: SubscriptionState,
  version: PlanVersion,
  on: CalendarDate,
): BillingLine[] {
  const rest = restFrom(state, version, on);
  return rest === null ? [] : [line('charge_rest', state, version, rest)];
}

/** The current period from a day on, given back: amount not positive, and 0 for a forgiven period. No line without a rest. */
export function creditOfRest(
  state: SubscriptionState,
  version: PlanVersion,
  on: CalendarDate,
): BillingLine[] {
  const rest = restFrom(state, version, on);
  if (rest === null) return [];
  const owed = state.currentPeriod?.charge === 'invoiced' ? rest.amount : 0;
  return [line('credit_rest', state, version, { ...rest, amount: owed === 0 ? 0 : -owed })];
}

function restFrom(state: SubscriptionState, version: PlanVersion, on: CalendarDate): Part | null {
  if (state.currentPeriod === null || on >= state.currentPeriod.end) return null;
  const { unused, unusedDays } = prorate(periodPrice(version, state.quantity), state.currentPeriod, on);
  return { from: on, days: unusedDays, amount: unused };
}

function line(kind: LineKind, state: SubscriptionState, version: PlanVersion, part: Part): BillingLine {
  const to = addDays(part.from, part.days);
  return {
    kind,
    description: `${prefixes[kind]}${version.name}, ${part.from} to ${addDays(to, -1)}`,
    planVersionId: version.id,
    planName: version.name,
    quantity: state.quantity,
    unitPrice: version.unitPrice,
    flatPrice: version.flatPrice,
    periodNumber: state.periodNumber,
    ...part,
    to,
    ofDays: state.currentPeriod === null ? part.days : chargedDays(state.currentPeriod),
  };
}
