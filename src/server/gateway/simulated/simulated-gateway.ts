import type { SimulatedToken } from '../../../contract/test-cards.ts';
import type { Database } from '../../db/database.ts';
import {
  type ChargeOrder,
  GatewayRefused,
  type GatewayResult,
  GatewayUnavailable,
  type PaymentGateway,
  type RefundOrder,
} from '../payment-gateway.ts';
import { type Ending, enter, findByReference, findEntry, lockCharge, refundedOf, resultOf } from './books.ts';
import { deliverDue, type SignedNotice, verify } from './notices.ts';
import { readToken } from './token.ts';

export interface SimulatedOptions {
  readonly db: Database;
  readonly clock: () => Date;
  /** Signs the notices; the same on every node. At least 32 characters. */
  readonly secret: string;
  /** How long slow payments stay pending, in milliseconds. */
  readonly settleAfterMs: number;
}

export interface SimulatedGateway extends PaymentGateway {
  /**
   * Sends the notices that are due and answers how many arrived. To be called every few seconds, on any number of
   * nodes; a notice whose delivery fails is sent again a minute later.
   */
  deliverNotices(deliver: (notice: SignedNotice) => Promise<void>): Promise<number>;
}

/** The gateway of an installation that moves no money: it keeps its books in our database and remembers nothing itself. */
export function simulatedGateway(options: SimulatedOptions): SimulatedGateway {
  const { db, clock, secret } = options;
  if (secret.length < 32) throw new Error('The secret of the simulated gateway has fewer than 32 characters');
  return {
    name: 'simulated',
    describe: async (token) => {
      const { outcome, ...described } = readToken(token);
      return described;
    },
    charge: (order) => charge(options, order),
    refund: (order) => refund(options, order),
    status: async ({ reference }) => {
      const entry = await findByReference(db, reference);
      return entry === undefined ? null : resultOf(entry, clock());
    },
    verifyNotice: async (headers, rawBody) => verify(secret, clock(), headers, rawBody),
    deliverNotices: (deliver) => deliverDue({ db, clock, secret }, deliver),
  };
}

async function charge(options: SimulatedOptions, order: ChargeOrder): Promise<GatewayResult> {
  const { db, clock } = options;
  requireNoTransaction(db);
  requireSound(order);
  const method = readToken(order.token);
  if (method.outcome === 'gateway_down') throw new GatewayUnavailable('simulated');
  const asked = { ...order, kind: 'charge', refund_of: null } as const;
  const known = await findEntry(db, asked);
  const entry = known ?? (await enter(db, asked, endingOf(method, options), clock()));
  if (known === undefined && method.outcome === 'answer_lost') throw new GatewayUnavailable('simulated');
  return resultOf(entry, clock());
}

function endingOf(method: SimulatedToken, { clock, settleAfterMs }: SimulatedOptions): Ending {
  const now = clock();
  const atOnce = { failure_code: null, settles_at: now, notices: 1 };
  const later = { ...atOnce, settles_at: new Date(now.getTime() + settleAfterMs) };
  if (method.expiry !== null && method.expiry < now.toISOString().slice(0, 7))
    return { ...atOnce, failure_code: 'expired_card' };
  switch (method.outcome) {
    case 'approve':
    case 'answer_lost':
    case 'gateway_down':
      return atOnce;
    case 'duplicate_notice':
      return { ...atOnce, notices: 2 };
    case 'decline':
      return { ...atOnce, failure_code: 'declined' };
    case 'insufficient_funds':
    case 'expired_card':
    case 'account_closed':
      return { ...atOnce, failure_code: method.outcome };
    case 'slow_success':
      return later;
    case 'slow_decline':
      return { ...later, failure_code: 'declined' };
  }
}

async function refund({ db, clock }: SimulatedOptions, order: RefundOrder): Promise<GatewayResult> {
  requireNoTransaction(db);
  requireSound(order);
  const { gateway_reference, ...rest } = order;
  const asked = { ...rest, kind: 'refund', token: null, refund_of: gateway_reference } as const;
  return db.transaction(async () => {
    const charged = await lockCharge(db, gateway_reference);
    if (charged === undefined) throw new GatewayRefused('unknown_charge', 'The gateway knows no such charge');
    if (charged.currency !== order.currency)
      throw new GatewayRefused('invalid_order', `The charge was made in ${charged.currency}`);
    const left =
      resultOf(charged, clock()).outcome === 'succeeded'
        ? charged.amount - (await refundedOf(db, charged))
        : 0;
    const failure_code = order.amount > left ? 'refund_not_possible' : null;
    const now = clock();
    // An order that was entered before is given back as it was, whatever would become of it now.
    const entry = await enter(db, asked, { failure_code, settles_at: now, notices: 1 }, now);
    return resultOf(entry, now);
  });
}

function requireSound({ amount, currency, idempotency_key, reference }: ChargeOrder | RefundOrder): void {
  if (!Number.isSafeInteger(amount) || amount <= 0)
    throw new GatewayRefused('invalid_order', 'The amount is no positive whole number of minor units');
  if (!/^[A-Z]{3}$/.test(currency)) throw new GatewayRefused('invalid_order', 'The currency is no code');
  for (const name of [idempotency_key, reference])
    if (name.length < 1 || name.length > 200)
      throw new GatewayRefused('invalid_order', 'Idempotency key and reference have 1 to 200 characters');
}

/** A real gateway does not roll back with us; the simulated one, sharing our database, must not seem to. */
function requireNoTransaction(db: Database): void {
  let outside = false;
  // Outside of a transaction this runs at once, before the call returns.
  db.afterCommit(() => {
    outside = true;
  });
  if (!outside) throw new Error('A payment gateway is asked outside of transactions');
}
