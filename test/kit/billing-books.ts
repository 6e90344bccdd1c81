import { daysBetween } from '../../src/billing/calendar.ts';
import type { PlannedBooking } from '../../src/billing/planned-booking.ts';
import { statusOfInvoice } from '../../src/billing/totals.ts';
import { issueCredit, type Ledger, type LedgerSubscription, nextId } from './billing-ledger.ts';

export function addSubscription(ledger: Ledger, planned: PlannedBooking): LedgerSubscription {
  const subscription: LedgerSubscription = {
    id: nextId('s', ledger.subscriptions),
    state: planned.subscription,
    lines: [],
    pausedDays: 0,
    worthlessDays: 0,
    promised: null,
    effectiveOn: planned.subscription.startsOn,
    placed: new Set(),
  };
  ledger.subscriptions.push(subscription);
  book(ledger, subscription, planned);
  return subscription;
}

/** Books what was planned: orders, documents, the next state. */
export function book(ledger: Ledger, subscription: LedgerSubscription, planned: PlannedBooking): void {
  trackOrders(subscription, planned);
  trackEffect(subscription, planned.order);
  trackDays(subscription, planned);
  if (planned.invoice !== null) issueInvoice(ledger, subscription, planned.invoice);
  if (planned.credit !== null) {
    const { amount, issueOn, lines } = planned.credit;
    subscription.lines.push(...lines);
    issueCredit(ledger, amount, issueOn, null);
  }
  subscription.state = planned.subscription;
  subscription.promised = planned.upcoming;
}

function trackOrders({ placed }: LedgerSubscription, { order, fulfils, cancels }: PlannedBooking): void {
  for (const kind of [...cancels, ...(fulfils === null ? [] : [fulfils])]) {
    if (!placed.delete(kind)) throw new Error(`no placed order of kind ${kind}`);
  }
  if (order?.status !== 'placed') return;
  if (placed.has(order.kind)) throw new Error(`a second placed order of kind ${order.kind}`);
  placed.add(order.kind);
}

/** Nothing takes effect before something that already has. */
function trackEffect(subscription: LedgerSubscription, order: PlannedBooking['order']): void {
  if (order?.status !== 'fulfilled') return;
  if (order.effectiveOn < subscription.effectiveOn) throw new Error(`${order.kind} reaches back`);
  subscription.effectiveOn = order.effectiveOn;
}

/** Plans so cheap that the rest of a period can round to nothing. */
const cheap = new Set(['free', 'short-term']);

function trackDays(subscription: LedgerSubscription, { subscription: after, credit }: PlannedBooking): void {
  const { state: before } = subscription;
  if (before.pausedOn !== null && after.pausedOn === null) {
    subscription.pausedDays += daysBetween(before.pausedOn, after.changeableFrom);
  }
  if (after.endedOn === null || after.currentPeriod === null || credit !== null) return;
  const days = daysBetween(after.endedOn, after.currentPeriod.end);
  const worthless = after.currentPeriod.charge === 'forgiven' || cheap.has(after.planVersionId);
  if (days > 0 && !worthless) throw new Error(`${days} unused days were not credited`);
  subscription.worthlessDays += days;
}

function issueInvoice(
  ledger: Ledger,
  subscription: LedgerSubscription,
  planned: NonNullable<PlannedBooking['invoice']>,
): void {
  const linesBefore = subscription.lines.length;
  subscription.lines.push(...planned.lines);
  ledger.invoices.push({
    ...planned,
    id: nextId('i', ledger.invoices),
    subscriptionId: subscription.id,
    linesBefore,
    status: statusOfInvoice(planned.amount),
    balance: planned.amount,
  });
  ledger.accountBalance += planned.amount;
}
