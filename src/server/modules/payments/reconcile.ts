import type { AppContext } from '../../app-context.ts';
import { type GatewayResult, GatewayUnavailable } from '../../gateway/payment-gateway.ts';
import { bookOutcome } from './book-outcome.ts';
import { bookRefund } from './book-refund.ts';
import { type Outcome, outcomeIn } from './outcome.ts';
import { settlePayment } from './settle.ts';
import { settleRefund } from './settle-refund.ts';

/** Younger ones are still being asked for by the server that wrote them. */
const restMs = 60_000;
/** After that long without any trace of it at the gateway, an attempt is given up. */
const givenUpAfterMs = 24 * 3_600_000;
const atOnce = 200;

interface Pending {
  readonly id: string;
  readonly gateway_reference: string | null;
  readonly created_at: Date;
}

type State = 'settled' | 'pending';

interface Kind {
  readonly ask: (app: AppContext, id: string) => Promise<State>;
  readonly book: (app: AppContext, id: string, outcome: Outcome) => Promise<void>;
}

const kinds = {
  payments: { ask: settlePayment, book: bookOutcome },
  refunds: { ask: settleRefund, book: bookRefund },
} as const satisfies Record<string, Kind>;
type Table = keyof typeof kinds;

/**
 * Finds out what became of payments and refunds that are still pending: those whose answer was lost, whose server
 * ended, or that take their time. On any number of servers: the gateway answers one key once, and each end is booked once.
 * One that fails holds up no other; the first of them is thrown at the end.
 */
export async function reconcilePayments(app: AppContext): Promise<{ settled: number; pending: number }> {
  const counts = { settled: 0, pending: 0 };
  const errors: unknown[] = [];
  for (const table of ['payments', 'refunds'] as const) {
    for await (const attempt of pendingIn(app, table)) {
      const state = await reconcile(app, kinds[table], attempt).catch((error: unknown) => {
        errors.push(error);
        return 'pending' as const;
      });
      counts[state] += 1;
    }
  }
  if (errors.length > 0) throw errors[0];
  return counts;
}

/** Oldest first, page by page. Ids sort in the order in which they were made. */
async function* pendingIn({ db, clock }: AppContext, table: Table): AsyncGenerator<Pending> {
  const before = new Date(clock().getTime() - restMs);
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.raw<Pending>(
      `select id, gateway_reference, created_at from ${table}
where status = 'pending' and created_at < $1 and id > $2 order by id limit $3`,
      [before, after, atOnce],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < atOnce) return;
    after = last.id;
  }
}

const nothingMoved: Outcome = {
  outcome: 'failed',
  gateway_reference: null,
  failure_code: 'gateway_unavailable',
};

async function reconcile(app: AppContext, kind: Kind, attempt: Pending): Promise<State> {
  const status = await statusOf(app, attempt);
  if (status === 'unknown') return 'pending';
  const age = app.clock().getTime() - attempt.created_at.getTime();
  // The gateway knows nothing of it: it is asked for the first time, or again, with the same key.
  if (status === null && age < givenUpAfterMs) return kind.ask(app, attempt.id);
  const outcome = status === null ? nothingMoved : outcomeIn(status);
  if (outcome === null) return 'pending';
  await kind.book(app, attempt.id, outcome);
  return 'settled';
}

async function statusOf(
  { gateway }: AppContext,
  { id, gateway_reference }: Pending,
): Promise<GatewayResult | null | 'unknown'> {
  try {
    return await gateway.status({ reference: id, gateway_reference });
  } catch (error) {
    if (error instanceof GatewayUnavailable) return 'unknown';
    throw error;
  }
}
