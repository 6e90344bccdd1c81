import { createHash } from 'node:crypto';
import { addDays, type CalendarDate } from '../../billing/calendar.ts';
import { canonicalJson } from '../../billing/canonical-json.ts';
import type {
  BillingContext,
  BillingLine,
  PlannedBooking,
  PlannedCredit,
  PlannedInvoice,
} from '../../billing/planned-booking.ts';
import type { Permission } from '../../catalog/catalog.ts';
import { seesSellerFigures } from '../../catalog/roles.ts';
import type {
  BookingDocument,
  BookingLine,
  BookingPreview,
  Booking as BookingResult,
} from '../../contract/bookings.ts';
import type { AppContext } from '../app-context.ts';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { type Booking, book, type Versions } from './book.ts';
import { plansIn } from './due.ts';
import { byTheRules } from './refusals.ts';
import { columnsOf, type SubscriptionRow } from './state.ts';

/** What somebody asks for, planned but not booked. */
export interface Proposal {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly permission: Permission;
  readonly booking: Booking;
  readonly planned: PlannedBooking;
}

export interface Asked {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly permission: Permission;
  readonly today: CalendarDate;
  /** The subscription, up to date and held; null for one that begins. */
  readonly before: SubscriptionRow | null;
  readonly organizationId: string;
  readonly billTo: 'customer' | 'partner';
  readonly billed: { readonly id: string; readonly payment_terms_days: number };
  readonly versions: Versions;
  readonly draftId?: string;
  readonly plan: (context: BillingContext) => PlannedBooking;
}

/** Plans by the rules of billing; what they refuse is said and logged. */
export function propose({
  app,
  subject,
  permission,
  before,
  billed,
  versions,
  plan,
  ...asked
}: Asked): Proposal {
  const context = {
    today: asked.today,
    versions: plansIn(versions),
    paymentTermsDays: billed.payment_terms_days,
  };
  const planned = byTheRules(permission, before, () => {
    const made = plan(context);
    // What it comes to must be an amount too.
    columnsOf(made.subscription, versionIn(versions, made.subscription.planVersionId));
    return made;
  });
  const booking: Booking = {
    id: before?.id ?? newId(),
    before,
    organizationId: asked.organizationId,
    billTo: asked.billTo,
    billedId: billed.id,
    planned: [planned],
    versions,
    draftId: asked.draftId ?? null,
    action: permission,
  };
  return { app, subject, permission, booking, planned };
}

/** Names exactly what would be booked, and for whom: two proposals with one token book the same. */
function tokenOf({ booking, planned }: Proposal): string {
  const { before, organizationId, billedId, billTo, draftId } = booking;
  const text = canonicalJson({ id: before?.id ?? null, organizationId, billedId, billTo, draftId, planned });
  return createHash('sha256').update(text).digest('base64url');
}

/** What confirming would book. */
export function previewOf(proposal: Proposal): BookingPreview {
  const { booking, planned, subject } = proposal;
  const { subscription: state, order, invoice, credit, upcoming } = planned;
  const version = versionIn(booking.versions, state.planVersionId);
  const after = columnsOf(state, version);
  const { currency } = state;
  return {
    token: tokenOf(proposal),
    order: order && {
      kind: order.kind,
      action: order.lines[0]?.action ?? order.kind,
      effective_on: order.effectiveOn,
      total: { amount: order.total, currency: order.currency },
    },
    replaces: [...planned.cancels],
    invoice: invoice && documentOf(invoice),
    credit: credit && documentOf(credit),
    upcoming: upcoming && {
      on: upcoming.on,
      invoices: upcoming.invoices.map(documentOf),
      credits: upcoming.credits.map(documentOf),
    },
    mrr: seesSellerFigures(subject.grants.role)
      ? { before: { amount: booking.before?.mrr ?? 0, currency }, after: { amount: after.mrr, currency } }
      : null,
    status: { before: booking.before?.status ?? null, after: after.status },
    term_end: after.term_end,
    trial_end: after.trial_end,
    period_end: after.period_end,
  };
}

function versionIn(versions: Versions, id: string) {
  const found = versions.get(id)?.version;
  if (!found) throw new Error('A proposal names a version that was not loaded');
  return found;
}

function documentOf(planned: PlannedInvoice | PlannedCredit): BookingDocument {
  return {
    issue_on: planned.issueOn,
    due_on: 'dueOn' in planned ? planned.dueOn : null,
    amount: { amount: planned.amount, currency: planned.currency },
    lines: planned.lines.map(shownLine),
  };
}

/** A line as the API shows it: the last day instead of the day after it. */
export function shownLine(line: BillingLine): BookingLine {
  return {
    kind: line.kind,
    description: line.description,
    from: line.from,
    to: addDays(line.to, -1),
    days: line.days,
    of_days: line.ofDays,
    quantity: line.quantity,
    unit_price: line.unitPrice,
    flat_price: line.flatPrice,
    amount: line.amount,
  };
}

/** Books what the token was shown for; anything else is refused with what would be booked now. */
export async function confirm(proposal: Proposal, token: string): Promise<BookingResult> {
  const { app, subject, booking } = proposal;
  if (tokenOf(proposal) !== token) {
    throw new Problem('billing/moved', {
      detail: 'Something changed since the preview. Look at it again.',
      extra: { preview: previewOf(proposal) },
    });
  }
  const [booked] = await book({ app, bookings: [booking], userId: subject.userId });
  if (!booked) throw new Error('A confirmed booking was not written');
  const { subscription, invoices, credits } = booked;
  return {
    subscription: { id: subscription.id, number: subscription.number },
    invoice: named(invoices[0]),
    credit: named(credits[0]),
  };
}

function named(row: { id: string; number: string } | undefined) {
  return row ? { id: row.id, number: row.number } : null;
}
