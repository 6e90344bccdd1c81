import { type SimulatedToken, simulatedTokenPrefix } from '../../../contract/test-cards.ts';

const card: SimulatedToken = {
  kind: 'card',
  brand: 'Visa',
  last_four: '4242',
  expiry: '2029-08',
  holder: 'Ada Byron',
  outcome: 'approve',
};

/** A token as the browser makes it, with whatever content a test needs. */
export function testToken(content: Readonly<Record<string, unknown>>, random = '0'.repeat(32)): string {
  const packed = Buffer.from(JSON.stringify({ ...card, ...content })).toString('base64url');
  return `${simulatedTokenPrefix}${packed}.${random}`;
}
