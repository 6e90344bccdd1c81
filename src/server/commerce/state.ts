import type { PlanVersion } from '../../billing/plan-version.ts';
import { monthlyRecurringRevenue, totalContractValue } from '../../billing/recurring-revenue.ts';
import { nextDueOn, type SubscriptionState } from '../../billing/subscription.ts';
import type { Row } from '../db/tables.ts';

export type SubscriptionRow = Row<'subscriptions'>;

/** A stored subscription as billing knows it. */
export function stateOf(row: SubscriptionRow): SubscriptionState {
  return {
    status: row.status,
    planVersionId: row.plan_version_id,
    quantity: row.quantity,
    currency: row.currency,
    startsOn: row.starts_on,
    trialEnd: row.trial_end,
    anchor: row.anchor,
    periodNumber: row.period_number,
    currentPeriod: periodOf(row),
    changeableFrom: row.changeable_from,
    term: termOf(row),
    autoRenew: row.auto_renew,
    renewalOrdered: row.renewal_ordered,
    pausedOn: row.paused_on,
    pendingChange: pendingOf(row),
    cancellation: cancellationOf(row),
    endedOn: row.ended_on,
    importedMrr: row.imported_mrr,
  };
}

function periodOf(row: SubscriptionRow): SubscriptionState['currentPeriod'] {
  const { period_start: start, period_end: end, period_basis: basis, period_charge: charge } = row;
  return start === null || end === null || basis === null || charge === null
    ? null
    : { start, end, basis, charge };
}

export function termOf({ term_start: start, term_end: end }: SubscriptionRow): SubscriptionState['term'] {
  return start === null || end === null ? null : { start, end };
}

function pendingOf(row: SubscriptionRow): SubscriptionState['pendingChange'] {
  const { pending_plan_version_id: planVersionId, pending_quantity: quantity } = row;
  const { pending_when: when, pending_on: on } = row;
  return planVersionId === null || quantity === null || when === null || on === null
    ? null
    : { planVersionId, quantity, when, on };
}

function cancellationOf(row: SubscriptionRow): SubscriptionState['cancellation'] {
  const { cancellation_when: when, cancellation_on: on, cancellation_reason: reason } = row;
  return when === null || on === null || reason === null ? null : { when, on, reason };
}

/** What is stored of a subscription: its state, and what follows from it. `version` is the one it has afterwards. */
export function columnsOf(state: SubscriptionState, version: PlanVersion) {
  const { currentPeriod: period, term, pendingChange: pending, cancellation } = state;
  return {
    status: state.status,
    plan_id: version.planId,
    plan_version_id: state.planVersionId,
    quantity: state.quantity,
    currency: state.currency,
    starts_on: state.startsOn,
    trial_end: state.trialEnd,
    anchor: state.anchor,
    period_number: state.periodNumber,
    period_start: period?.start ?? null,
    period_end: period?.end ?? null,
    period_basis: period?.basis ?? null,
    period_charge: period?.charge ?? null,
    changeable_from: state.changeableFrom,
    term_start: term?.start ?? null,
    term_end: term?.end ?? null,
    auto_renew: state.autoRenew,
    renewal_ordered: state.renewalOrdered,
    paused_on: state.pausedOn,
    pending_plan_version_id: pending?.planVersionId ?? null,
    pending_quantity: pending?.quantity ?? null,
    pending_when: pending?.when ?? null,
    pending_on: pending?.on ?? null,
    cancellation_when: cancellation?.when ?? null,
    cancellation_on: cancellation?.on ?? null,
    cancellation_reason: cancellation?.reason ?? null,
    ended_on: state.endedOn,
    imported_mrr: state.importedMrr,
    mrr: monthlyRecurringRevenue(state, version),
    tcv: totalContractValue(state, version),
    next_due_on: nextDueOn(state),
  };
}
