import type { AppContext } from '../app-context.ts';
import { organizationNames } from '../db/names.ts';
import { membersOf } from '../notifications/audience.ts';
import { type Notice, notifyAll } from '../notifications/notify.ts';
import type { Booked, Booking } from './book.ts';
import type { SubscriptionRow } from './state.ts';

/** Tells whom bookings concern, however many there are: of invoices who pays them, of changes who looks after the account. */
export async function tellBooked(
  app: AppContext,
  bookings: readonly Booking[],
  booked: readonly Booked[],
): Promise<void> {
  await notifyAll(app, [
    ...(await invoiceNotices(app, booked)),
    ...(await changeNotices(app, bookings, booked)),
  ]);
}

async function invoiceNotices({ db }: AppContext, booked: readonly Booked[]): Promise<Notice[]> {
  const invoices = booked.flatMap((one) => one.invoices);
  if (invoices.length === 0) return [];
  const billed = [...new Set(invoices.map((row) => row.organization_id))];
  const members = await membersOf(db, billed);
  const addresses = await db.q
    .selectFrom('organizations')
    .select(['id', 'email'])
    .where('id', 'in', billed)
    .execute();
  const mailed = new Map(addresses.map(({ id, email }) => [id, email]));
  return invoices.map((row) => ({
    kind: 'invoice_issued',
    resource: 'invoices',
    record: row,
    people: members(row.organization_id),
    data: { amount: { amount: row.amount, currency: row.currency }, due_on: row.due_on },
    mailedTo: mailed.get(row.organization_id) ?? null,
  }));
}

async function changeNotices(
  { db }: AppContext,
  bookings: readonly Booking[],
  booked: readonly Booked[],
): Promise<Notice[]> {
  const changed = bookings.flatMap(({ before, action }, at) => {
    const after = booked[at]?.subscription;
    // What the billing run does on its day was told when it was asked for.
    return before && after && action !== 'subscriptions.bill' ? [{ before, after }] : [];
  });
  if (changed.length === 0) return [];
  const names = await organizationNames(
    db,
    changed.map(({ after }) => after.organization_id),
  );
  return changed.map(({ before, after }) => {
    const organization = names.get(after.organization_id) ?? '';
    return {
      resource: 'subscriptions',
      record: after,
      people: [after.account_executive_id, after.partner_account_executive_id],
      ...(isCancelled(before, after)
        ? { kind: 'subscription_cancelled', data: { organization, on: endOf(after) } }
        : { kind: 'subscription_changed', data: { organization } }),
    };
  });
}

function isCancelled(before: SubscriptionRow, after: SubscriptionRow): boolean {
  const scheduled = before.cancellation_on === null && after.cancellation_on !== null;
  return scheduled || (before.status !== 'cancelled' && after.status === 'cancelled');
}

function endOf({ cancellation_on, ended_on }: SubscriptionRow): string {
  return cancellation_on ?? ended_on ?? 'today';
}
