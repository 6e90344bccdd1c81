import { planAdvance } from '../../billing/advance.ts';
import type { CalendarDate } from '../../billing/calendar.ts';
import type { AppContext } from '../app-context.ts';
import { loadVersions } from '../modules/products/plan-versions.ts';
import { type Account, lockAccounts } from './account.ts';
import { billedAccount } from './billed-account.ts';
import { type Booked, type Booking, book, type Versions } from './book.ts';
import { type SubscriptionRow, stateOf } from './state.ts';

/** The versions that rows have or wait for, and others that are asked for. */
export function versionsOf(
  app: AppContext,
  rows: readonly SubscriptionRow[],
  more: readonly string[] = [],
): Promise<Versions> {
  const named = rows.flatMap((row) => [row.plan_version_id, row.pending_plan_version_id]);
  return loadVersions(app.db, [...new Set([...named, ...more].filter((id) => id !== null))]);
}

/** Billing's view of the versions that were loaded. */
export function plansIn(versions: Versions) {
  return [...versions.values()].map(({ version }) => version);
}

/** Books what fell due of subscriptions that the caller holds; those with nothing due are left out. */
export async function bookDueOf(
  app: AppContext,
  rows: readonly SubscriptionRow[],
  today: CalendarDate,
): Promise<Booked[]> {
  const versions = await versionsOf(app, rows);
  const billed = await billedAccounts(app, rows);
  const bookings = rows.flatMap((row): Booking[] => {
    const account = billed(row);
    const steps = planAdvance(stateOf(row), {
      today,
      versions: plansIn(versions),
      paymentTermsDays: account.payment_terms_days,
    });
    if (steps.length === 0) return [];
    return [
      {
        id: row.id,
        before: row,
        organizationId: row.organization_id,
        billTo: row.bill_to,
        billedId: account.id,
        planned: steps.map(({ booking }) => booking),
        versions,
        draftId: null,
        action: 'subscriptions.bill',
      },
    ];
  });
  return bookings.length === 0 ? [] : book({ app, bookings, userId: null });
}

/** Who is invoiced for each of the rows; all of them held, in one order. */
async function billedAccounts(
  app: AppContext,
  rows: readonly SubscriptionRow[],
): Promise<(row: SubscriptionRow) => Account> {
  const ids = rows.flatMap(({ organization_id, bill_to, partner_id }) =>
    bill_to === 'partner' && partner_id !== null ? [organization_id, partner_id] : [organization_id],
  );
  const accounts = await lockAccounts(app.db, ids);
  return (row) => {
    const organization = accounts.get(row.organization_id);
    if (!organization) throw new Error(`Subscription ${row.number} has lost its organization`);
    return billedAccount(organization, row.bill_to, accounts);
  };
}

/** The subscription with everything booked that was due by today. */
export async function broughtUpToDate(
  app: AppContext,
  row: SubscriptionRow,
  today: CalendarDate,
): Promise<SubscriptionRow> {
  if (row.next_due_on === null || row.next_due_on > today) return row;
  const [booked] = await bookDueOf(app, [row], today);
  return booked?.subscription ?? row;
}
