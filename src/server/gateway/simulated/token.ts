import { z } from 'zod';
import {
  paymentMethodKinds,
  type SimulatedToken,
  simulatedTokenPrefix,
  type TestOutcome,
  testOutcomes,
} from '../../../contract/test-cards.ts';
import { GatewayRefused } from '../payment-gateway.ts';

const outcomes = Object.keys(testOutcomes) as TestOutcome[];

const content = z.strictObject({
  kind: z.enum(paymentMethodKinds),
  brand: z.string().min(1).max(50).nullable(),
  last_four: z.string().regex(/^[0-9A-Z]{4}$/),
  expiry: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable(),
  holder: z.string().min(1).max(100),
  outcome: z.enum(outcomes),
}) satisfies z.ZodType<SimulatedToken>;

const shape = new RegExp(`^${simulatedTokenPrefix}([\\w-]{1,2000})\\.[0-9a-f]{32}$`);

/** What the browser put into the token; anything else is a token this gateway never gave out. */
export function readToken(token: string): SimulatedToken {
  const packed = shape.exec(token)?.[1];
  const parsed = content.safeParse(packed === undefined ? undefined : unpack(packed));
  if (!parsed.success)
    throw new GatewayRefused('unknown_token', 'The gateway does not know this payment method');
  return parsed.data;
}

function unpack(packed: string): unknown {
  try {
    return JSON.parse(Buffer.from(packed, 'base64url').toString());
  } catch {
    return undefined;
  }
}
