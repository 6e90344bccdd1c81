import { createHmac, timingSafeEqual } from 'node:crypto';
import { type NoticeHeaders, NoticeRefused } from './payment-gateway.ts';

/** How far the clocks of sender and receiver may be apart, the way included. */
export const noticeToleranceMs = 5 * 60_000;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over the seconds, a dot and the body, so that neither can be exchanged. */
export function signNotice(secret: string, at: Date, body: Uint8Array): string {
  const seconds = String(Math.floor(at.getTime() / 1000));
  return `t=${seconds},v1=${digest(secret, seconds, body).toString('hex')}`;
}

/** Throws `NoticeRefused` unless one of the header's signatures is ours and recent. */
export function requireSignature(
  { secret, header, now }: { secret: string; header: NoticeHeaders[string]; now: Date },
  body: Uint8Array,
): void {
  const { seconds, signatures } = readHeader(header);
  const expected = digest(secret, seconds, body);
  // First whether it is genuine: strangers learn nothing about our clock.
  if (!signatures.some((given) => timingSafeEqual(given, expected)))
    throw new NoticeRefused('wrong_signature');
  if (Math.abs(now.getTime() - Number(seconds) * 1000) > noticeToleranceMs)
    throw new NoticeRefused('too_old');
}

function readHeader(header: NoticeHeaders[string]): { seconds: string; signatures: Buffer[] } {
  if (typeof header !== 'string') throw new NoticeRefused('unsigned');
  const seconds = /(?:^|,)t=(\d{1,12})(?=,|$)/.exec(header)?.[1];
  // More than one while a secret is being replaced.
  const signatures = Array.from(header.matchAll(/(?:^|,)v1=([0-9a-f]{64})(?=,|$)/g), ([, hex = '']) =>
    Buffer.from(hex, 'hex'),
  );
  if (seconds === undefined || signatures.length === 0) throw new NoticeRefused('unsigned');
  return { seconds, signatures };
}

function digest(secret: string, seconds: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}
