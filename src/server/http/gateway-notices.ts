import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../app-context.ts';
import { type GatewayNotice, NoticeRefused } from '../gateway/payment-gateway.ts';
import type { SimulatedGateway } from '../gateway/simulated/simulated-gateway.ts';
import { bookOutcome } from '../modules/payments/book-outcome.ts';
import { bookRefund } from '../modules/payments/book-refund.ts';
import { outcomeIn } from '../modules/payments/outcome.ts';
import { isId } from './validate.ts';

const path = '/webhooks/payments';

/** Where the payment gateway tells what became of an order. Signed by it; nobody is signed in. */
export function registerGatewayNotices(server: FastifyInstance, app: AppContext): void {
  server.register(async (own) => {
    own.removeAllContentTypeParsers();
    // The signature is over the bytes as they came.
    own.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, body),
    );
    own.post(path, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      try {
        await receive(app, await app.gateway.verifyNotice(request.headers, body));
      } catch (error) {
        if (!(error instanceof NoticeRefused)) throw error;
        request.log.warn({ reason: error.reason }, 'a payment notice was refused');
        return reply.code(400).send();
      }
      return reply.code(204).send();
    });
  });
}

/** Each notice once, together with what it brings; the order in which they come does not matter. */
async function receive(app: AppContext, notice: GatewayNotice): Promise<void> {
  await app.db.transaction(async () => {
    const known = await app.db.q
      .insertInto('gateway_notices')
      .values({ gateway: app.gateway.name, id: notice.id, received_at: app.clock() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    const outcome = outcomeIn(notice.result);
    if (!known || outcome === null || !isId(notice.reference)) return;
    if (notice.type === 'charge') await bookOutcome(app, notice.reference, outcome);
    else await bookRefund(app, notice.reference, outcome);
  });
}

const everyMs = 2000;

/** Lets the simulated gateway send its notices, as another company would, to our own address. */
export function startNoticeDelivery(
  gateway: SimulatedGateway,
  server: FastifyInstance,
): { stop: () => void } {
  let busy = false;
  const deliver = async () => {
    if (busy) return;
    busy = true;
    try {
      await gateway.deliverNotices(async ({ headers, body }) => {
        const answer = await server.inject({
          method: 'POST',
          url: path,
          headers: { ...headers },
          payload: body,
        });
        if (answer.statusCode >= 300) throw new Error(`The notice was answered with ${answer.statusCode}`);
      });
    } catch (error) {
      server.log.warn({ err: error }, 'payment notices could not be delivered');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(deliver, everyMs).unref();
  return { stop: () => clearInterval(timer) };
}
