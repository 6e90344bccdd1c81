import type { Generated, GeneratedAlways } from 'kysely';
import type { DunningStep } from '../../../billing/dunning.ts';
import type { BillingPeriod } from '../../../billing/plan-version.ts';
import type { BillingLine, OrderAction, OrderKind } from '../../../billing/planned-booking.ts';
import type { CancellationTiming, SubscriptionStatus } from '../../../billing/subscription.ts';
import type { PaymentStatus } from '../../../billing/totals.ts';
import type { MrrMovementKind } from '../../../contract/dashboard/mrr-movements.ts';
import type { PaymentFailure } from '../../../contract/payment-failures.ts';
import type { PaymentMethodKind } from '../../../contract/test-cards.ts';
import type {
  CalendarDate,
  DefaultedJson,
  DefaultedTime,
  NullableJson,
  NullableTime,
  OfOrganization,
  Time,
  Trail,
} from '../columns.ts';

/** Amounts are minor units of the row's currency. */
type Minor = number;
type Searched = { search_text: GeneratedAlways<string> };
type Numbered = { id: string; number: Generated<string> };

export type ProductsTable = Trail &
  Searched & {
    id: string;
    name: string;
    code: string;
    category: string | null;
    description: string | null;
    active: Generated<boolean>;
  };

export type PlansTable = {
  id: string;
  product_id: string;
  name: string;
  code: string;
  rank: Generated<number>;
  active: Generated<boolean>;
  version: Generated<number>;
  created_at: DefaultedTime;
};

export type PlanVersionsTable = {
  id: string;
  plan_id: string;
  version: number;
  billing_period: BillingPeriod;
  currency: string;
  flat_price: Minor;
  unit_price: Minor;
  unit_name: Generated<string>;
  min_quantity: Generated<number>;
  max_quantity: number | null;
  term_months: number | null;
  trial_days: Generated<number>;
  created_by: string | null;
  created_at: DefaultedTime;
};

export type SubscriptionsTable = Trail &
  OfOrganization &
  Searched &
  Numbered & {
    bill_to: Generated<'customer' | 'partner'>;
    plan_id: string;
    plan_version_id: string;
    quantity: number;
    currency: string;
    status: SubscriptionStatus;
    starts_on: CalendarDate;
    trial_end: CalendarDate | null;
    anchor: CalendarDate;
    period_number: number;
    period_start: CalendarDate | null;
    period_end: CalendarDate | null;
    period_basis: CalendarDate | null;
    period_charge: 'invoiced' | 'forgiven' | null;
    changeable_from: CalendarDate;
    term_start: CalendarDate | null;
    term_end: CalendarDate | null;
    auto_renew: boolean;
    renewal_ordered: Generated<boolean>;
    paused_on: CalendarDate | null;
    pending_plan_version_id: string | null;
    pending_quantity: number | null;
    pending_when: 'next_period' | 'end_of_term' | null;
    pending_on: CalendarDate | null;
    cancellation_when: CancellationTiming | null;
    cancellation_on: CalendarDate | null;
    cancellation_reason: string | null;
    ended_on: CalendarDate | null;
    imported_mrr: Minor | null;
    mrr: Minor;
    tcv: Minor;
    next_due_on: CalendarDate | null;
    /** The day of the next charge; null when none is to come. */
    charges_on: GeneratedAlways<CalendarDate | null>;
  };

/** A change of a subscription's MRR: the movements of a subscription add up to its MRR. Written by the database. */
export type MrrMovementsTable = {
  id: GeneratedAlways<number>;
  subscription_id: string;
  organization_id: string;
  partner_id: string | null;
  account_executive_id: string | null;
  partner_account_executive_id: string | null;
  created_by: string | null;
  moved_on: CalendarDate;
  month: GeneratedAlways<CalendarDate>;
  kind: MrrMovementKind;
  currency: string;
  amount: Minor;
};

/** How the subscription of a draft is to begin. */
export interface DraftStart {
  readonly starts_on: CalendarDate | null;
  readonly auto_renew: boolean;
  readonly with_trial: boolean;
  readonly bill_to: 'customer' | 'partner';
}

export type OrdersTable = Trail &
  OfOrganization &
  Searched &
  Numbered & {
    kind: OrderKind;
    action: OrderAction;
    status: 'draft' | 'placed' | 'fulfilled' | 'cancelled';
    subscription_id: string | null;
    plan_version_id: string;
    plan_name: string;
    quantity: number;
    currency: string;
    total: Minor;
    effective_on: CalendarDate;
    start: NullableJson<DraftStart>;
  };

export type InvoicesTable = Trail &
  OfOrganization &
  Searched &
  Numbered & {
    subscription_id: string | null;
    issued_on: CalendarDate;
    due_on: CalendarDate;
    currency: string;
    amount: Minor;
    paid: Generated<Minor>;
    credited: Generated<Minor>;
    voided_at: NullableTime;
    balance: GeneratedAlways<Minor>;
    status: GeneratedAlways<'open' | 'paid' | 'void'>;
    sent_at: NullableTime;
    reminders: Generated<boolean>;
    last_reminder: DunningStep | null;
  };

export type InvoiceLinesTable = {
  invoice_id: string;
  position: number;
  subscription_id: string | null;
  kind: BillingLine['kind'] | 'imported';
  description: string;
  plan_version_id: string | null;
  quantity: number;
  unit_price: Minor;
  flat_price: Minor;
  period_number: number | null;
  from_on: CalendarDate | null;
  to_on: CalendarDate | null;
  days: number | null;
  of_days: number | null;
  amount: Minor;
};

export type PaymentMethodsTable = Trail &
  OfOrganization &
  Searched & {
    id: string;
    kind: PaymentMethodKind;
    brand: string | null;
    last_four: string;
    expiry: string | null;
    holder: string;
    label: string | null;
    gateway: string;
    token: string;
    is_default: Generated<boolean>;
    removed_at: NullableTime;
  };

export type PaymentsTable = Trail &
  OfOrganization &
  Searched &
  Numbered & {
    payment_method_id: string;
    method_name: string;
    currency: string;
    amount: Minor;
    refunded: Generated<Minor>;
    status: PaymentStatus;
    failure_code: PaymentFailure | null;
    gateway: string;
    gateway_reference: string | null;
    settled_at: NullableTime;
    note: string | null;
  };

export type PaymentTargetsTable = { payment_id: string; invoice_id: string; pending: boolean };

export type RefundsTable = {
  id: string;
  payment_id: string;
  amount: Minor;
  reason: string;
  status: 'pending' | 'succeeded' | 'failed';
  failure_code: PaymentFailure | null;
  gateway_reference: string | null;
  created_by: string | null;
  created_at: DefaultedTime;
  settled_at: NullableTime;
};

export type GatewayNoticesTable = { gateway: string; id: string; received_at: Time };

export type CreditsTable = Trail &
  OfOrganization &
  Searched &
  Numbered & {
    currency: string;
    amount: Minor;
    applied: Generated<Minor>;
    withdrawn: Generated<Minor>;
    remaining: GeneratedAlways<Minor>;
    voided_at: NullableTime;
    status: GeneratedAlways<'open' | 'applied' | 'void'>;
    source: 'change' | 'cancellation' | 'issued' | 'overpayment' | 'voided_invoice' | 'imported';
    reason: string;
    issued_on: CalendarDate;
    subscription_id: string | null;
    invoice_id: string | null;
    payment_id: string | null;
    lines: DefaultedJson<readonly BillingLine[]>;
  };

export type PaymentApplicationsTable = {
  id: GeneratedAlways<number>;
  payment_id: string;
  invoice_id: string;
  amount: Minor;
  created_at: DefaultedTime;
};

export type CreditApplicationsTable = {
  id: GeneratedAlways<number>;
  credit_id: string;
  invoice_id: string;
  /** The payment that it went before. */
  payment_id: string | null;
  amount: Minor;
  created_at: DefaultedTime;
};
