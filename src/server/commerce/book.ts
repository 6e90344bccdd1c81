import type { PlannedBooking, PlannedCredit, PlannedInvoice } from '../../billing/planned-booking.ts';
import type { AppContext } from '../app-context.ts';
import { auditAll } from '../audit/audit.ts';
import { newId } from '../db/id.ts';
import type { Row } from '../db/tables.ts';
import { insertRows, updateRows } from '../db/write-rows.ts';
import type { LoadedVersion } from '../modules/products/plan-versions.ts';
import { lockAccounts } from './account.ts';
import { type OrdersOf, writeOrders } from './book-orders.ts';
import { columnsOf, type SubscriptionRow } from './state.ts';
import { mailOrders } from './subscription-mails.ts';
import { tellBooked } from './tell-booked.ts';
import { entriesOf } from './tell-booking.ts';

export type Versions = ReadonlyMap<string, LoadedVersion>;

/** What is to be booked for one subscription: one booking that somebody asked for, or all that fell due, in order. */
export interface Booking {
  readonly id: string;
  /** Null: the subscription begins with this. */
  readonly before: SubscriptionRow | null;
  readonly organizationId: string;
  readonly billTo: 'customer' | 'partner';
  /** The organization that is invoiced; held by the caller. */
  readonly billedId: string;
  readonly planned: readonly PlannedBooking[];
  readonly versions: Versions;
  /** The draft that is placed with it. */
  readonly draftId: string | null;
  /** What the log calls it. */
  readonly action: string;
}

export interface Booked {
  readonly subscription: SubscriptionRow;
  readonly invoices: readonly Row<'invoices'>[];
  readonly credits: readonly Row<'credits'>[];
}

interface Writing {
  readonly app: AppContext;
  readonly bookings: readonly Booking[];
  /** Null: nobody; the billing run. */
  readonly userId: string | null;
}

/**
 * Writes bookings: subscriptions, orders, invoices with their lines, credits, the log and mails, in a handful of statements
 * whatever their number. In the caller's transaction, which holds subscriptions and billed organizations.
 */
export async function book(writing: Writing): Promise<Booked[]> {
  const { app, bookings } = writing;
  const subscriptions = await writeSubscriptions(writing);
  await writeOrders(app.db, ordersOf(writing));
  const invoices = await writeInvoices(writing);
  const credits = await writeCredits(writing);
  const booked = bookings.map((booking): Booked => {
    const subscription = subscriptions.get(booking.id);
    if (subscription === undefined) throw new Error('A booked subscription was not written');
    return {
      subscription,
      invoices: invoices.filter((row) => row.subscription_id === booking.id),
      credits: credits.filter((row) => row.subscription_id === booking.id),
    };
  });
  await auditAll(
    app.db,
    bookings.flatMap((booking, at) => {
      const written = booked[at];
      return written ? entriesOf(booking, written) : [];
    }),
  );
  await mailOrders(app, bookings, booked);
  await tellBooked(app, bookings, booked);
  return booked;
}

async function writeSubscriptions({ app, bookings, userId }: Writing): Promise<Map<string, SubscriptionRow>> {
  const now = app.clock();
  const rows = bookings.map((booking) => ({ booking, columns: newColumns(booking) }));
  const added = rows
    .filter(({ booking }) => booking.before === null)
    .map(({ booking: { id, organizationId, billTo }, columns }) => ({
      id,
      organization_id: organizationId,
      bill_to: billTo,
      ...columns,
      ...trail(userId, now),
    }));
  const changed = rows
    .filter(({ booking }) => booking.before !== null)
    .map(({ booking: { id }, columns }) => ({ id, ...columns, updated_at: now }));
  const written = [
    ...(await insertRows(app.db, 'subscriptions', added)),
    ...(await updateRows(app.db, 'subscriptions', changed)),
  ];
  return new Map(written.map((row) => [row.id, row]));
}

function newColumns({ planned, versions }: Booking) {
  const state = planned.at(-1)?.subscription;
  const version = state && versions.get(state.planVersionId)?.version;
  if (!state || !version) throw new Error('A booking has a subscription and its plan version');
  return columnsOf(state, version);
}

function trail(created_by: string | null, now: Date) {
  return { created_by, created_at: now, updated_at: now, version: 1 };
}

function ordersOf({ app, bookings, userId }: Writing): OrdersOf[] {
  return bookings.map(({ id, organizationId, planned, draftId }) => ({
    subscriptionId: id,
    organizationId,
    planned,
    draftId,
    trail: trail(userId, app.clock()),
  }));
}

async function writeInvoices({ app, bookings, userId }: Writing): Promise<Row<'invoices'>[]> {
  const planned = bookings.flatMap(({ id, billedId, planned: parts }) =>
    parts.flatMap(({ invoice }) => (invoice ? [{ id: newId(), subscriptionId: id, billedId, invoice }] : [])),
  );
  const rows = await insertRows(
    app.db,
    'invoices',
    planned.map(({ id, subscriptionId, billedId, invoice }) => ({
      id,
      organization_id: billedId,
      subscription_id: subscriptionId,
      issued_on: invoice.issueOn,
      due_on: invoice.dueOn,
      currency: invoice.currency,
      amount: invoice.amount,
      paid: 0,
      credited: 0,
      reminders: true,
      ...trail(userId, app.clock()),
    })),
  );
  await insertRows(app.db, 'invoice_lines', planned.flatMap(lineRows));
  return rows;
}

interface NewInvoice {
  readonly id: string;
  readonly subscriptionId: string;
  readonly invoice: PlannedInvoice;
}

function lineRows({ id, subscriptionId, invoice }: NewInvoice) {
  return invoice.lines.map((line, at) => ({
    invoice_id: id,
    position: at + 1,
    subscription_id: subscriptionId,
    kind: line.kind,
    description: line.description.slice(0, 500),
    plan_version_id: line.planVersionId,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    flat_price: line.flatPrice,
    period_number: line.periodNumber,
    from_on: line.from,
    to_on: line.to,
    days: line.days,
    of_days: line.ofDays,
    amount: line.amount,
  }));
}

const creditReasons: Readonly<Record<PlannedCredit['reason'], string>> = {
  change: 'Unused time after a change',
  cancellation: 'Unused time after a cancellation',
};

/** Who was invoiced last for each of the subscriptions, held: what is given back is theirs, whoever is billed by now. */
async function lastInvoiced(
  { db }: AppContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.raw<{ subscription_id: string; organization_id: string }>(
    `select distinct on (subscription_id) subscription_id, organization_id from invoices
where subscription_id = any($1::uuid[]) and voided_at is null order by subscription_id, created_at desc, id desc`,
    [ids],
  );
  await lockAccounts(
    db,
    rows.map((row) => row.organization_id),
  );
  return new Map(rows.map((row) => [row.subscription_id, row.organization_id]));
}

async function writeCredits({ app, bookings, userId }: Writing): Promise<Row<'credits'>[]> {
  const crediting = bookings.filter(({ planned }) => planned.some(({ credit }) => credit !== null));
  const invoiced = await lastInvoiced(
    app,
    crediting.map(({ id }) => id),
  );
  const rows = bookings.flatMap(({ id, billedId, planned }) =>
    planned.flatMap(({ credit }) =>
      credit
        ? [
            {
              id: newId(),
              organization_id: invoiced.get(id) ?? billedId,
              subscription_id: id,
              currency: credit.currency,
              amount: credit.amount,
              applied: 0,
              withdrawn: 0,
              source: credit.reason,
              reason: creditReasons[credit.reason],
              issued_on: credit.issueOn,
              lines: credit.lines,
              ...trail(userId, app.clock()),
            },
          ]
        : [],
    ),
  );
  return insertRows(app.db, 'credits', rows);
}
