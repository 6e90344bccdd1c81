import type { AppContext } from '../../app-context.ts';
import { GatewayRefused, GatewayUnavailable } from '../../gateway/payment-gateway.ts';
import { bookOutcome } from './book-outcome.ts';
import { type Outcome, outcomeIn } from './outcome.ts';

/**
 * Asks the gateway to charge a pending payment and books how that ended. Outside of transactions. Asked again with the
 * same key, the gateway charges once; without an answer the payment stays pending, and is reconciled.
 */
export async function settlePayment(app: AppContext, paymentId: string): Promise<'settled' | 'pending'> {
  const charging = await pendingCharge(app, paymentId);
  if (!charging) return 'settled';
  const outcome = await charge(app, charging);
  if (outcome === null) return 'pending';
  await bookOutcome(app, paymentId, outcome);
  return 'settled';
}

interface Charge {
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly token: string;
}

function pendingCharge({ db }: AppContext, id: string): Promise<Charge | undefined> {
  return db.q
    .selectFrom('payments as p')
    .innerJoin('payment_methods as m', 'm.id', 'p.payment_method_id')
    .select(['p.id', 'p.amount', 'p.currency', 'm.token'])
    .where('p.id', '=', id)
    .where('p.status', '=', 'pending')
    .executeTakeFirst();
}

async function charge(app: AppContext, { id, ...order }: Charge): Promise<Outcome | null> {
  try {
    const result = await app.gateway.charge({ ...order, idempotency_key: id, reference: id });
    const outcome = outcomeIn(result);
    if (outcome === null) await keepReference(app, id, result.gateway_reference);
    return outcome;
  } catch (error) {
    if (error instanceof GatewayUnavailable) return null;
    if (error instanceof GatewayRefused)
      return { outcome: 'failed', gateway_reference: null, failure_code: 'declined' };
    throw error;
  }
}

/** Whoever looks for the charge later has both of its names. */
async function keepReference({ db }: AppContext, id: string, gateway_reference: string): Promise<void> {
  await db.q
    .updateTable('payments')
    .set({ gateway_reference })
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .execute();
}
