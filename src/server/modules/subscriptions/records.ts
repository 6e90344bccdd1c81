import { nextChargeOf } from '../../../billing/next-charge.ts';
import type { PlanVersion } from '../../../billing/plan-version.ts';
import { periodPrice } from '../../../billing/price.ts';
import { seesSellerFigures } from '../../../catalog/roles.ts';
import { subscriptions as contract, type Subscription } from '../../../contract/subscriptions.ts';
import { plansIn } from '../../commerce/due.ts';
import { type SubscriptionRow, stateOf, termOf } from '../../commerce/state.ts';
import { daysTo } from '../../db/list-filters.ts';
import { organizationsOf } from '../../db/names.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { defineRecords } from '../../records/define-records.ts';
import { type LoadedVersion, loadVersions } from '../products/plan-versions.ts';

export const subscriptions = defineRecords(
  contract,
  async (db, subject, rows) => {
    const named = rows.flatMap((row) => [row.plan_version_id, row.pending_plan_version_id]);
    const versions = await loadVersions(db, [...new Set(named.filter((id) => id !== null))]);
    const organizationOf = await organizationsOf(db, rows);
    const versionOf = (id: string): LoadedVersion => {
      const found = versions.get(id);
      if (!found) throw new Error('A subscription has lost its plan version');
      return found;
    };
    const byId = new Map(rows.map((row) => [row.id, row]));
    return (shown) => {
      const row = byId.get(shown.id);
      if (!row) throw new Error('A row was lost while it was described');
      const { id, number, version, created_at, updated_at, bill_to, quantity, currency } = shown;
      return {
        ...{ id, number, version, created_at, updated_at, bill_to, quantity, currency },
        organization: organizationOf(row),
        ...lifeOf(row),
        ...pricesOf(row, versionOf(row.plan_version_id)),
        ...worthOf(row, subject),
        next_charge: chargeOf(row, plansIn(versions)),
        pending_change: pendingOf(row, versionOf),
      };
    };
  },
  {
    trial_ends_by: daysTo('trial_end', { only: "r.status = 'trialing'" }),
    charged_by: daysTo('charges_on'),
  },
);

function lifeOf(row: SubscriptionRow) {
  const { period_start: start, period_end: end, cancellation_on, cancellation_reason } = row;
  return {
    status: row.status,
    starts_on: row.starts_on,
    trial_end: row.trial_end,
    current_period: start && end ? { start, end } : null,
    term: termOf(row),
    auto_renew: row.auto_renew,
    renewal_ordered: row.renewal_ordered,
    cancellation:
      cancellation_on === null ? null : { on: cancellation_on, reason: cancellation_reason ?? '' },
    paused_on: row.paused_on,
    ended_on: row.ended_on,
  };
}

function pricesOf(row: SubscriptionRow, { version, versionNumber, unitName, product }: LoadedVersion) {
  const { currency } = row;
  const amount = periodPrice(version, row.quantity);
  return {
    plan: {
      id: version.planId,
      name: version.name,
      version_id: version.id,
      version: versionNumber,
      product,
      billing_period: version.billingPeriod,
      unit_name: unitName,
      flat_price: version.flatPrice,
      unit_price: version.unitPrice,
      min_quantity: version.minQuantity,
      max_quantity: version.maxQuantity,
      term_months: version.termMonths,
    },
    price: { amount, currency },
  };
}

/** A seller's figures. */
function worthOf({ mrr, tcv, currency }: SubscriptionRow, { grants }: SessionSubject) {
  const seen = seesSellerFigures(grants.role);
  return {
    mrr: seen ? { amount: mrr, currency } : null,
    tcv: seen ? { amount: tcv, currency } : null,
  };
}

function chargeOf(row: SubscriptionRow, versions: readonly PlanVersion[]): Subscription['next_charge'] {
  // When the invoice will be due changes nothing about what it comes to.
  const charge = nextChargeOf(stateOf(row), { versions, paymentTermsDays: 0 });
  return charge && { on: charge.on, amount: { amount: charge.amount, currency: row.currency } };
}

function pendingOf(
  row: SubscriptionRow,
  versionOf: (id: string) => LoadedVersion,
): Subscription['pending_change'] {
  const pending = stateOf(row).pendingChange;
  if (pending === null) return null;
  const { version } = versionOf(pending.planVersionId);
  return {
    plan: { id: version.planId, name: version.name },
    quantity: pending.quantity,
    when: pending.when,
    on: pending.on,
  };
}
