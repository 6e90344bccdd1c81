import type { Credit } from '../../contract/credits.ts';
import type { Invoice } from '../../contract/invoices.ts';
import type { Order } from '../../contract/orders.ts';
import type { Payment } from '../../contract/payments.ts';
import type { Subscription } from '../../contract/subscriptions.ts';
import { formatDate, formatNumber } from '../lib/format.ts';
import { commerceTexts as says } from '../texts/commerce.ts';
import { Badge } from '../ui/badge.tsx';
import type { Tone } from '../ui/tones.ts';

const orderTones: Record<Order['status'], Tone> = {
  draft: 'neutral',
  placed: 'info',
  fulfilled: 'success',
  cancelled: 'neutral',
};

export function OrderStatus({ status }: { status: Order['status'] }) {
  return <Badge tone={orderTones[status]}>{says.orderStatuses[status]}</Badge>;
}

const subscriptionTones: Record<Subscription['status'], Tone> = {
  pending: 'info',
  trialing: 'accent',
  active: 'success',
  paused: 'warning',
  cancelled: 'neutral',
  expired: 'neutral',
};

type Scheduled = Pick<Subscription, 'status' | 'cancellation' | 'pending_change' | 'ended_on'>;

/** How it stands, and what will happen to it: one that is about to end does not look like any other. */
export function SubscriptionStatus({ row }: { row: Scheduled }) {
  const { status, cancellation, pending_change: change, ended_on } = row;
  const cancels = ended_on === null ? cancellation : null;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {cancels && status === 'active' ? null : (
        <Badge tone={subscriptionTones[status]}>{says.subscriptionStatuses[status]}</Badge>
      )}
      {cancels ? <Badge tone="warning">{says.cancelsOn(formatDate(cancels.on))}</Badge> : null}
      {change ? <Badge tone="info">{says.changesOn(formatDate(change.on))}</Badge> : null}
    </span>
  );
}

const invoiceTones: Record<Invoice['status'], Tone> = { open: 'info', paid: 'success', void: 'neutral' };

type InvoiceStatusProps = {
  status: Invoice['status'];
  /** `days_overdue` of the invoice; left out where the age does not matter. */
  overdue?: number;
};

/** An open invoice past its due date says by how much. */
export function InvoiceStatus({ status, overdue = 0 }: InvoiceStatusProps) {
  if (status === 'open' && overdue > 0) {
    return <Badge tone="danger">{says.overdue(says.days(overdue, formatNumber(overdue)))}</Badge>;
  }
  return <Badge tone={invoiceTones[status]}>{says.invoiceStatuses[status]}</Badge>;
}

const paymentTones: Record<Payment['status'], Tone> = {
  pending: 'info',
  succeeded: 'success',
  failed: 'danger',
  partially_refunded: 'warning',
  refunded: 'neutral',
};

export function PaymentStatus({ status }: { status: Payment['status'] }) {
  return <Badge tone={paymentTones[status]}>{says.paymentStatuses[status]}</Badge>;
}

const creditTones: Record<Credit['status'], Tone> = { open: 'success', applied: 'neutral', void: 'neutral' };

export function CreditStatus({ status }: { status: Credit['status'] }) {
  return <Badge tone={creditTones[status]}>{says.creditStatuses[status]}</Badge>;
}
