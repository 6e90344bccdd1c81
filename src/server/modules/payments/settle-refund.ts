import type { AppContext } from '../../app-context.ts';
import { GatewayRefused, GatewayUnavailable } from '../../gateway/payment-gateway.ts';
import { bookRefund } from './book-refund.ts';
import { type Outcome, outcomeIn } from './outcome.ts';

/** Asks the gateway to give money back and books how that ended. Outside of transactions; asked again, it gives back once. */
export async function settleRefund(app: AppContext, refundId: string): Promise<'settled' | 'pending'> {
  const order = await pendingOrder(app, refundId);
  if (!order) return 'settled';
  const outcome = await giveBack(app, order);
  if (outcome === null) return 'pending';
  await bookRefund(app, refundId, outcome);
  return 'settled';
}

interface Order {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  /** The charge. */
  readonly gateway_reference: string | null;
}

function pendingOrder({ db }: AppContext, id: string): Promise<Order | undefined> {
  return db.q
    .selectFrom('refunds as r')
    .innerJoin('payments as p', 'p.id', 'r.payment_id')
    .select(['r.id', 'r.amount', 'p.currency', 'p.gateway_reference'])
    .where('r.id', '=', id)
    .where('r.status', '=', 'pending')
    .executeTakeFirst();
}

const impossible: Outcome = {
  outcome: 'failed',
  gateway_reference: null,
  failure_code: 'refund_not_possible',
};

async function giveBack(
  { gateway }: AppContext,
  { id, amount, currency, gateway_reference }: Order,
): Promise<Outcome | null> {
  // Money that no gateway took, such as an imported payment, is given back by none.
  if (gateway_reference === null) return impossible;
  try {
    const order = { amount, currency, gateway_reference, idempotency_key: id, reference: id };
    return outcomeIn(await gateway.refund(order));
  } catch (error) {
    if (error instanceof GatewayUnavailable) return null;
    if (error instanceof GatewayRefused) return impossible;
    throw error;
  }
}
