import type { OrderKind, PlannedBooking, PlannedOrder } from '../../billing/planned-booking.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertRows } from '../db/write-rows.ts';

/** The orders of the bookings of one subscription. */
export interface OrdersOf {
  readonly subscriptionId: string;
  readonly organizationId: string;
  readonly planned: readonly PlannedBooking[];
  readonly draftId: string | null;
  readonly trail: Readonly<Record<string, unknown>>;
}

interface Ended {
  readonly subscription_id: string;
  readonly kind: OrderKind;
  readonly status: 'fulfilled' | 'cancelled';
}

/** First what ends waiting orders, then the new ones: of each kind one can wait. */
export async function writeOrders(db: Database, orders: readonly OrdersOf[]): Promise<void> {
  await endWaiting(db, orders.flatMap(endedBy), orders[0]?.trail.updated_at);
  const added = orders.flatMap((of) =>
    of.planned.flatMap(({ order }) => (order && of.draftId === null ? [rowOf(of, order)] : [])),
  );
  await insertRows(db, 'orders', added);
  for (const of of orders) if (of.draftId !== null) await placeDraft(db, of, of.draftId);
}

function endedBy({ subscriptionId, planned }: OrdersOf): Ended[] {
  return planned.flatMap(({ fulfils, cancels }) => [
    ...(fulfils ? [{ subscription_id: subscriptionId, kind: fulfils, status: 'fulfilled' as const }] : []),
    ...cancels.map((kind) => ({ subscription_id: subscriptionId, kind, status: 'cancelled' as const })),
  ]);
}

async function endWaiting(db: Database, ended: readonly Ended[], at: unknown): Promise<void> {
  if (ended.length === 0) return;
  await db.raw(
    `update orders o set status = n.status, version = o.version + 1, updated_at = $2
from json_to_recordset($1::json) n (subscription_id uuid, kind text, status text)
where o.subscription_id = n.subscription_id and o.kind = n.kind and o.status = 'placed'`,
    [JSON.stringify(ended), at],
  );
}

function rowOf({ subscriptionId, organizationId, trail }: OrdersOf, order: PlannedOrder) {
  return {
    id: newId(),
    organization_id: organizationId,
    subscription_id: subscriptionId,
    ...orderColumns(order),
    ...trail,
  };
}

/** What an order says, as columns. */
export function orderColumns(order: PlannedOrder) {
  const [line] = order.lines;
  if (line === undefined) throw new Error('An order has a line');
  return {
    kind: order.kind,
    action: line.action,
    status: order.status,
    plan_version_id: line.planVersionId,
    plan_name: line.planName,
    quantity: line.quantity,
    currency: order.currency,
    total: order.total,
    effective_on: order.effectiveOn,
  };
}

async function placeDraft(
  db: Database,
  { subscriptionId, planned }: OrdersOf,
  draftId: string,
): Promise<void> {
  const order = planned.find((part) => part.order !== null)?.order;
  if (!order) throw new Error('A draft is placed by a booking with an order');
  await db.q
    .updateTable('orders')
    .set((old) => ({
      ...orderColumns(order),
      subscription_id: subscriptionId,
      start: null,
      version: old('version', '+', 1),
    }))
    .where('id', '=', draftId)
    .execute();
}
