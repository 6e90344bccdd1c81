import { addDays } from '../../billing/calendar.ts';
import { type AuditEntry, changesBetween } from '../audit/audit.ts';
import type { Row } from '../db/tables.ts';
import type { Booked, Booking, Versions } from './book.ts';
import type { SubscriptionRow } from './state.ts';

/** What the log tells: the subscription, and each document on its own, so that its page can tell where it comes from. */
export function entriesOf(booking: Booking, { subscription, invoices, credits }: Booked): AuditEntry[] {
  const { before, versions } = booking;
  const after = toldOf(subscription, versions);
  return [
    {
      action: booking.action,
      itemType: 'subscriptions',
      itemId: subscription.id,
      itemLabel: subscription.number,
      changes: changesBetween(before ? toldOf(before, versions) : {}, before ? after : beginningOf(after)),
    },
    ...invoices.map((row) => documentEntry('invoices', row, subscription)),
    ...credits.map((row) => documentEntry('credits', row, subscription)),
  ];
}

/** As it is read later: names instead of ids, amounts with their currency, last days; what only billing reckons with is left out. */
function toldOf(row: SubscriptionRow, versions: Versions) {
  const { currency, pending_plan_version_id: waiting } = row;
  return {
    organization_id: row.organization_id,
    plan: planWords(versions, row.plan_version_id),
    quantity: row.quantity,
    status: row.status,
    starts_on: row.starts_on,
    trial_until: lastDay(row.trial_end),
    invoiced_until: lastDay(row.period_end),
    term_until: lastDay(row.term_end),
    renews_by_itself: row.auto_renew,
    another_term_ordered: row.renewal_ordered,
    paused_since: row.paused_on,
    waiting_change: waiting && `${planWords(versions, waiting)}, quantity ${row.pending_quantity}`,
    waiting_change_on: row.pending_on,
    no_service_from: row.cancellation_on,
    reason: row.cancellation_reason,
    ended_on: row.ended_on,
    mrr: { amount: row.mrr, currency },
    tcv: { amount: row.tcv, currency },
  };
}

/** Of a new one only what it begins with. */
function beginningOf({ organization_id, plan, quantity, status, starts_on }: ReturnType<typeof toldOf>) {
  return { organization_id, plan, quantity, status, starts_on };
}

function planWords(versions: Versions, id: string): string | null {
  const found = versions.get(id);
  if (!found) return null;
  const name = `${found.product.name} – ${found.version.name}`;
  return found.versionNumber === 1 ? name : `${name}, version ${found.versionNumber}`;
}

/** Spans end on the day after their last one. */
function lastDay(end: string | null): string | null {
  return end && addDays(end, -1);
}

function documentEntry(
  itemType: 'invoices' | 'credits',
  { id, number, amount, currency }: Row<'invoices'> | Row<'credits'>,
  subscription: SubscriptionRow,
): AuditEntry {
  const said = { amount: { amount, currency }, subscription: subscription.number };
  return {
    action: `${itemType}.book`,
    itemType,
    itemId: id,
    itemLabel: number,
    changes: changesBetween({}, said),
  };
}
