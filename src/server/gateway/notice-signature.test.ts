import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { requireSignature, signNotice } from './notice-signature.ts';

const secret = 'a secret of at least 32 characters';
const now = new Date('2026-11-24T10:00:00Z');
const body = Buffer.from('{"id":1}');
const good = signNotice(secret, now, body);

function check(header: string | readonly string[] | undefined, at = now, sent: Uint8Array = body): string {
  try {
    requireSignature({ secret, header, now: at }, sent);
    return 'accepted';
  } catch (error) {
    return error instanceof Error && 'reason' in error ? String(error.reason) : String(error);
  }
}

test('the signature is HMAC-SHA256 over seconds, dot and body', () => {
  const seconds = now.getTime() / 1000;
  const hex = createHmac('sha256', secret).update(`${seconds}.{"id":1}`).digest('hex');
  expect(good).toBe(`t=${seconds},v1=${hex}`);
});

test.each([
  ['as signed', good, 'accepted'],
  ['one good signature among others', `${good},v1=${'0'.repeat(64)}`, 'accepted'],
  ['a good one after another', good.replace(',', `,v1=${'0'.repeat(64)},`), 'accepted'],
  ['another time', good.replace(/t=\d+/, 't=1795514401'), 'wrong_signature'],
  ['another signature', good.replace(/.$/, (last) => (last === '0' ? '1' : '0')), 'wrong_signature'],
  ['a shorter signature', good.slice(0, -1), 'unsigned'],
  ['upper case', good.replace(/v1=.*/, (part) => `v1=${part.slice(3).toUpperCase()}`), 'unsigned'],
  ['no time', good.replace(/t=\d+,/, ''), 'unsigned'],
  ['no signature', good.replace(/,v1=.*/, ''), 'unsigned'],
  ['nothing', undefined, 'unsigned'],
  ['an empty text', '', 'unsigned'],
  ['several headers', [good, good], 'unsigned'],
])('%s', (_, header, outcome) => {
  expect(check(header)).toBe(outcome);
});

test('the body counts to its last byte', () => {
  expect(check(good, now, Buffer.from('{"id":1} '))).toBe('wrong_signature');
  expect(check(good, now, Buffer.from('{"id":2}'))).toBe('wrong_signature');
});

test('strangers do not learn whether they are in time', () => {
  const late = new Date(now.getTime() + 3_600_000);
  expect(check(good, late)).toBe('too_old');
  expect(
    check(
      good.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      late,
    ),
  ).toBe('wrong_signature');
});
