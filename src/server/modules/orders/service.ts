import { decide } from '../../../access/decide.ts';
import { planCancellation } from '../../../billing/cancel.ts';
import type { BillingContext, OrderKind, PlannedBooking } from '../../../billing/planned-booking.ts';
import { refuse } from '../../../billing/refusals.ts';
import type { SubscriptionState } from '../../../billing/subscription.ts';
import { planUndo } from '../../../billing/undo.ts';
import type { PermissionOn } from '../../../catalog/catalog.ts';
import type { AppContext } from '../../app-context.ts';
import { book } from '../../commerce/book.ts';
import { orderColumns } from '../../commerce/book-orders.ts';
import type { Proposal } from '../../commerce/proposal.ts';
import { refusalOn, stateRefused } from '../../commerce/refusals.ts';
import { codeOf } from '../../http/access-gate.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { addRecord, changeRecord } from '../../records/change-record.ts';
import { proposeChange } from '../subscriptions/change.ts';
import { proposeStart, type StartRequest } from '../subscriptions/start.ts';
import type { OrderRow } from './records.ts';

/** Drafts an order for a new subscription: planned as it would be today, booked when it is placed. */
export async function draftOrder(
  app: AppContext,
  subject: SessionSubject,
  request: StartRequest,
): Promise<OrderRow> {
  const { booking, planned } = await proposeStart(app, subject, 'orders.create', request);
  if (planned.order === null) throw new Error('A start has an order');
  const { starts_on, auto_renew, with_trial, bill_to } = request;
  return addRecord({
    app,
    subject,
    permission: 'orders.create',
    values: {
      organization_id: booking.organizationId,
      subscription_id: null,
      ...orderColumns(planned.order),
      status: 'draft',
      start: JSON.stringify({ starts_on, auto_renew, with_trial, bill_to }),
    },
  });
}

/** A draft on its way to becoming a subscription; whoever places it may start subscriptions there. */
export async function proposePlacing(
  app: AppContext,
  subject: SessionSubject,
  record: OrderRow,
): Promise<Proposal> {
  const { id, start, organization_id, plan_version_id, quantity } = record;
  if (record.status !== 'draft' || start === null)
    throw stateRefused('orders.edit', record, 'Only a draft is placed; this order was placed before.');
  requireStart(subject, record);
  return proposeStart(app, subject, 'orders.edit', {
    ...start,
    starts_on: start.starts_on,
    organization_id,
    plan_version_id,
    quantity,
    draftId: id,
  });
}

function requireStart(subject: SessionSubject, record: OrderRow): void {
  const decision = decide(subject, 'subscriptions.create');
  if (decision.allowed) return;
  throw new Problem('access/action-not-granted', {
    refusal: { ...refusalOn('orders.edit', record), decision },
  });
}

/** Cancels a draft, or takes back what a placed order would bring on its day. */
export async function cancelOrder(
  app: AppContext,
  subject: SessionSubject,
  record: OrderRow,
): Promise<OrderRow> {
  if (record.status === 'draft') {
    const values = { status: 'cancelled' as const, start: null };
    return changeRecord({ app, subject, record, permission: 'orders.cancel', values });
  }
  if (record.status !== 'placed' || record.subscription_id === null)
    throw stateRefused(
      'orders.cancel',
      record,
      `The order is ${record.status}; it can no longer be cancelled.`,
    );
  await takeBack(app, subject, record.subscription_id, record.kind);
  return app.db.q.selectFrom('orders').selectAll().where('id', '=', record.id).executeTakeFirstOrThrow();
}

/** Taking an order back is a use of the right to what it is about. */
const rightTo = {
  new: 'subscriptions.cancel',
  change: 'subscriptions.change',
  renewal: 'subscriptions.renew',
  cancellation: 'subscriptions.cancel',
} as const satisfies Record<OrderKind, PermissionOn<'subscriptions'>>;

/** A start is withdrawn before its day; from then on it is cancelled like any other. */
function planWithdrawal(state: SubscriptionState, context: BillingContext): PlannedBooking {
  if (state.status !== 'pending') return refuse('subscription/nothing-to-undo');
  return planCancellation(state, { when: 'end_of_period', reason: 'The order was cancelled' }, context);
}

async function takeBack(
  app: AppContext,
  subject: SessionSubject,
  subscriptionId: string,
  kind: OrderKind,
): Promise<void> {
  const record = await app.db.q
    .selectFrom('subscriptions')
    .selectAll()
    .where('id', '=', subscriptionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const decision = decide(subject, rightTo[kind], record);
  if (!decision.allowed)
    throw new Problem(codeOf(decision.code), {
      refusal: { ...refusalOn(rightTo[kind], record), decision },
    });
  const { booking } = await proposeChange({
    app,
    subject,
    record,
    permission: 'orders.cancel',
    plan: (state, context) =>
      kind === 'new' ? planWithdrawal(state, context) : planUndo(state, kind, context),
  });
  await book({ app, bookings: [booking], userId: subject.userId });
}
