import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import type { Row } from '../../db/tables.ts';
import { type ChargeOrder, GatewayRefused, type GatewayResult } from '../payment-gateway.ts';

export type Entry = Row<'simulated_gateway_charges'>;
export type FailureCode = NonNullable<Entry['failure_code']>;

/** How an entry will end, when, and how often the gateway will say so. */
export interface Ending {
  readonly failure_code: FailureCode | null;
  readonly settles_at: Date;
  readonly notices: number;
}

export interface Order extends Omit<ChargeOrder, 'token'> {
  readonly kind: Entry['kind'];
  readonly token: string | null;
  readonly refund_of: string | null;
}

export function resultOf(entry: Entry, now: Date): GatewayResult {
  const { gateway_reference, failure_code, settles_at } = entry;
  if (settles_at > now) return { outcome: 'pending', gateway_reference };
  return failure_code === null
    ? { outcome: 'succeeded', gateway_reference }
    : { outcome: 'failed', gateway_reference, failure_code };
}

/** What was entered under this idempotency key, provided it was the same order. */
export async function findEntry(db: Database, order: Order): Promise<Entry | undefined> {
  const found = await entries(db).where('idempotency_key', '=', order.idempotency_key).executeTakeFirst();
  if (found === undefined || sameOrder(found, order)) return found;
  throw new GatewayRefused('idempotency_key_reused', 'This idempotency key belongs to another order');
}

/** Enters an order once: of those that come at the same moment with one key, one is entered and all are given it. */
export async function enter(db: Database, order: Order, ending: Ending, now: Date): Promise<Entry> {
  await db.q
    .insertInto('simulated_gateway_charges')
    .values({
      ...order,
      gateway_reference: `sim-${order.kind}-${newId()}`,
      failure_code: ending.failure_code,
      created_at: now,
      settles_at: ending.settles_at,
      notice_id: newId(),
      notices_left: ending.notices,
      next_notice_at: ending.settles_at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const entered = await findEntry(db, order);
  if (entered === undefined)
    throw new GatewayRefused('reference_reused', 'This reference belongs to another order');
  return entered;
}

export function findByReference(db: Database, reference: string): Promise<Entry | undefined> {
  return entries(db).where('reference', '=', reference).executeTakeFirst();
}

/** A charge, held until the transaction is over: its refunds are made one after another. */
export function lockCharge(db: Database, gatewayReference: string): Promise<Entry | undefined> {
  return entries(db)
    .where('gateway_reference', '=', gatewayReference)
    .where('kind', '=', 'charge')
    .forUpdate()
    .executeTakeFirst();
}

/** Minor units given back of a charge so far. */
export async function refundedOf(db: Database, charge: Entry): Promise<number> {
  const refunds = await db.q
    .selectFrom('simulated_gateway_charges')
    .select('amount')
    .where('refund_of', '=', charge.gateway_reference)
    .where('failure_code', 'is', null)
    .execute();
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

function entries(db: Database) {
  return db.q.selectFrom('simulated_gateway_charges').selectAll();
}

function sameOrder(entry: Entry, order: Order): boolean {
  return (
    entry.kind === order.kind &&
    entry.reference === order.reference &&
    entry.amount === order.amount &&
    entry.currency === order.currency &&
    entry.token === order.token &&
    entry.refund_of === order.refund_of
  );
}
