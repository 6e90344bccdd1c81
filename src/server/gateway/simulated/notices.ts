import { z } from 'zod';
import { type PaymentFailure, paymentFailures } from '../../../contract/payment-failures.ts';
import type { Database } from '../../db/database.ts';
import { requireSignature, signNotice } from '../notice-signature.ts';
import { type GatewayNotice, type NoticeHeaders, NoticeRefused } from '../payment-gateway.ts';
import { type Entry, type FailureCode, resultOf } from './books.ts';

/** A notice as it travels. */
export interface SignedNotice {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Sender {
  readonly db: Database;
  readonly clock: () => Date;
  readonly secret: string;
}

export const signatureHeader = 'simulated-signature';
const retryAfterMs = 60_000;
const atOnce = 50;

const failureCodes = (Object.keys(paymentFailures) as PaymentFailure[]).filter(
  (code): code is FailureCode => code !== 'gateway_unavailable',
);
const noticeBody = z.strictObject({
  id: z.uuid(),
  type: z.enum(['charge', 'refund']),
  reference: z.string(),
  result: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.enum(['succeeded', 'pending']), gateway_reference: z.string() }),
    z.strictObject({
      outcome: z.literal('failed'),
      gateway_reference: z.string(),
      failure_code: z.enum(failureCodes),
    }),
  ]),
}) satisfies z.ZodType<GatewayNotice>;

export function verify(
  secret: string,
  now: Date,
  headers: NoticeHeaders,
  rawBody: Uint8Array,
): GatewayNotice {
  requireSignature({ secret, header: headers[signatureHeader], now }, rawBody);
  const parsed = noticeBody.safeParse(json(rawBody));
  if (!parsed.success) throw new NoticeRefused('malformed');
  return parsed.data;
}

function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}

/** Round after round until nothing is due. Every notice is sent at least once. */
export async function deliverDue(
  sender: Sender,
  deliver: (notice: SignedNotice) => Promise<void>,
): Promise<number> {
  let arrived = 0;
  for (;;) {
    const due = await claimDue(sender);
    for (const entry of due) {
      if (!(await arrives(deliver, noticeOf(sender, entry)))) continue;
      await crossOff(sender.db, entry);
      arrived += 1;
    }
    if (due.length === 0) return arrived;
  }
}

/** Puts the next attempt off before the first is made: no other node sends them meanwhile, nor are they lost in a crash. */
async function claimDue({ db, clock }: Sender): Promise<Entry[]> {
  const now = clock();
  return db.q
    .updateTable('simulated_gateway_charges')
    .set({ next_notice_at: new Date(now.getTime() + retryAfterMs) })
    .where('idempotency_key', 'in', (query) =>
      query
        .selectFrom('simulated_gateway_charges')
        .select('idempotency_key')
        .where('next_notice_at', '<=', now)
        .orderBy('next_notice_at')
        .limit(atOnce)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

function noticeOf({ clock, secret }: Sender, entry: Entry): SignedNotice {
  const notice: GatewayNotice = {
    id: entry.notice_id,
    type: entry.kind,
    reference: entry.reference,
    result: resultOf(entry, clock()),
  };
  const body = Buffer.from(JSON.stringify(notice));
  const headers = {
    'content-type': 'application/json',
    [signatureHeader]: signNotice(secret, clock(), body),
  };
  return { headers, body };
}

/** A receiver that fails is no failure of the sender: the notice stays due. */
async function arrives(
  deliver: (notice: SignedNotice) => Promise<void>,
  notice: SignedNotice,
): Promise<boolean> {
  try {
    await deliver(notice);
    return true;
  } catch {
    return false;
  }
}

/** One delivery is done; a further one, where there is to be one, is due at once. */
async function crossOff(db: Database, { idempotency_key, notices_left, settles_at }: Entry): Promise<void> {
  const left = notices_left - 1;
  await db.q
    .updateTable('simulated_gateway_charges')
    .set({ notices_left: left, next_notice_at: left > 0 ? settles_at : null })
    .where('idempotency_key', '=', idempotency_key)
    .where('notices_left', '=', notices_left)
    .execute();
}
