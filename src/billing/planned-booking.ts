import type { CalendarDate } from './calendar.ts';
import type { Minor } from './money.ts';
import type { PlanVersion } from './plan-version.ts';
import type { SubscriptionState } from './subscription.ts';

/** What every plan function is told besides the subscription and the request. */
export interface BillingContext {
  /** Today in the company's time zone: billing has no clock of its own. */
  readonly today: CalendarDate;
  /** At least the versions the subscription and the request name. */
  readonly versions: readonly PlanVersion[];
  /** Days from issue to due date, 0 to 365. */
  readonly paymentTermsDays: number;
}

/** A whole period, the rest of one, or a rest given back. */
export const lineKinds = ['period', 'charge_rest', 'credit_rest'] as const;
export type LineKind = (typeof lineKinds)[number];

/** One line of an invoice or credit. Minor units; the amount is signed: what is given back is negative. */
export interface BillingLine {
  readonly kind: LineKind;
  readonly description: string;
  readonly planVersionId: string;
  readonly planName: string;
  readonly quantity: number;
  readonly unitPrice: Minor;
  readonly flatPrice: Minor;
  /** Which period of the subscription; unique per subscription among lines of kind `period`. */
  readonly periodNumber: number;
  /** First day. */
  readonly from: CalendarDate;
  /** Day after the last. */
  readonly to: CalendarDate;
  readonly days: number;
  /** Charged days of the whole period the line is part of. */
  readonly ofDays: number;
  readonly amount: Minor;
}

/** An invoice to issue. The amount is the sum of its lines, never negative; one of 0 is issued as paid. */
export interface PlannedInvoice {
  readonly issueOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly currency: string;
  readonly amount: Minor;
  readonly lines: readonly BillingLine[];
}

/** A credit to issue. The amount is more than 0 and is the sum of its lines with the sign turned. */
export interface PlannedCredit {
  readonly issueOn: CalendarDate;
  readonly currency: string;
  readonly amount: Minor;
  readonly reason: 'change' | 'cancellation';
  readonly lines: readonly BillingLine[];
}

export const orderKinds = ['new', 'change', 'renewal', 'cancellation'] as const;
export type OrderKind = (typeof orderKinds)[number];

export const orderActions = [
  'start',
  'upgrade',
  'downgrade',
  'change_plan',
  'change_quantity',
  'change_auto_renew',
  'pause',
  'resume',
  'renew',
  'cancel',
] as const;
export type OrderAction = (typeof orderActions)[number];

/** What is ordered. The amount is the price of one whole period afterwards, 0 when service stops; minor units. */
export interface OrderLine {
  readonly action: OrderAction;
  readonly planVersionId: string;
  readonly planName: string;
  readonly quantity: number;
  readonly amount: Minor;
}

/** An order to write. `placed` takes effect on a later day, `fulfilled` at once. The total is the sum of its lines. */
export interface PlannedOrder {
  readonly kind: OrderKind;
  readonly status: 'placed' | 'fulfilled';
  readonly effectiveOn: CalendarDate;
  readonly currency: string;
  readonly total: Minor;
  readonly lines: readonly OrderLine[];
}

/** The documents that a scheduled change or cancellation will bring on its day, if nothing else happens before. */
export interface Upcoming {
  readonly on: CalendarDate;
  readonly invoices: readonly PlannedInvoice[];
  readonly credits: readonly PlannedCredit[];
}

/** What a preview shows and what confirming books, whole and unchanged. Plain data; the same input gives the same record. */
export interface PlannedBooking {
  readonly subscription: SubscriptionState;
  /** A new order, or null. */
  readonly order: PlannedOrder | null;
  /** The placed order of this kind is fulfilled by it. */
  readonly fulfils: OrderKind | null;
  /** The placed orders of these kinds are cancelled by it: replaced, undone or lapsed. */
  readonly cancels: readonly OrderKind[];
  readonly invoice: PlannedInvoice | null;
  readonly credit: PlannedCredit | null;
  readonly upcoming: Upcoming | null;
}
