import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ChargeOrder,
  type GatewayNotice,
  GatewayRefused,
  type GatewayResult,
  GatewayUnavailable,
  type NoticeHeaders,
  NoticeRefused,
  type PaymentGateway,
} from '../../src/server/gateway/payment-gateway.ts';

/** The ways a gateway's own test mode must be able to show. */
type Shown = 'approve' | 'decline' | 'insufficient_funds' | 'expired_card' | 'slow_success' | 'gateway_down';

type Sent = { headers: NoticeHeaders; body: Uint8Array };

/** An adapter together with its gateway's test mode, a recording of it, or a stand-in on the loopback. */
export interface GatewayUnderTest {
  readonly gateway: PaymentGateway;
  /** A fresh token that the gateway treats so. */
  token(shown: Shown): string | Promise<string>;
  /** Lets everything pending become final. */
  settle(): Promise<void>;
  /** The notices sent since the last call, as they arrive. */
  notices(): Promise<readonly Sent[]>;
  /** Moves the clock by which the adapter judges the age of notices. */
  wait(milliseconds: number): void;
  close(): Promise<void>;
}

let count = 0;
function orderWith(token: string, values: Partial<ChargeOrder> = {}): ChargeOrder {
  count += 1;
  const name = `${Date.now()}-${count}`;
  return { amount: 12_345, currency: 'EUR', token, idempotency_key: name, reference: `P-${name}`, ...values };
}

function refundOf(charge: GatewayResult, amount: number) {
  const { token, ...rest } = orderWith('', { amount });
  return { ...rest, gateway_reference: charge.gateway_reference };
}

/** What every adapter keeps to, whatever company is behind it. */
export function describeGateway(name: string, make: () => Promise<GatewayUnderTest>): void {
  describe(`the payment gateway ${name}`, () => {
    let under: GatewayUnderTest;
    beforeEach(async () => {
      under = await make();
    });
    afterEach(() => under.close());
    const given = () => under;
    describeTokens(given);
    describeCharges(given);
    describeBadOrders(given);
    describeIdempotency(given);
    describeRefunds(given);
    describeNotices(given);
    describeGenuineness(given);
  });
}

function describeTokens(given: () => GatewayUnderTest): void {
  test('a token is described without the number behind it', async () => {
    const { gateway, token } = given();
    const described = await gateway.describe(await token('approve'));
    expect(described).toEqual({
      kind: 'card',
      brand: expect.stringMatching(/./),
      last_four: expect.stringMatching(/^\d{4}$/),
      expiry: expect.stringMatching(/^\d{4}-\d{2}$/),
      holder: expect.stringMatching(/./),
    });
    expect(JSON.stringify(described)).not.toMatch(/\d{5}/);
  });

  test('a token of nobody is refused', async () => {
    const { gateway } = given();
    const refusal = { code: 'unknown_token' };
    await expect(gateway.describe('tok_of_nobody')).rejects.toMatchObject(refusal);
    await expect(gateway.charge(orderWith('tok_of_nobody'))).rejects.toMatchObject(refusal);
  });
}

function describeCharges(given: () => GatewayUnderTest): void {
  test('a charge succeeds, and its status says so', async () => {
    const { gateway, token } = given();
    const order = orderWith(await token('approve'));
    const charged = await gateway.charge(order);
    expect(charged).toEqual({ outcome: 'succeeded', gateway_reference: expect.stringMatching(/./) });
    expect(await gateway.status({ ...order, gateway_reference: charged.gateway_reference })).toEqual(charged);
    expect(await gateway.status({ ...order, gateway_reference: null })).toEqual(charged);
  });

  test.each([
    ['decline', 'declined'],
    ['insufficient_funds', 'insufficient_funds'],
    ['expired_card', 'expired_card'],
  ] as const)('%s fails with its code', async (shown, failure_code) => {
    const { gateway, token } = given();
    const order = orderWith(await token(shown));
    const charged = await gateway.charge(order);
    expect(charged).toMatchObject({ outcome: 'failed', failure_code });
    expect(await gateway.status({ ...order, gateway_reference: null })).toEqual(charged);
  });

  test('a slow charge is pending, then succeeds', async () => {
    const { gateway, token, settle } = given();
    const order = orderWith(await token('slow_success'));
    const pending = await gateway.charge(order);
    expect(pending).toMatchObject({ outcome: 'pending' });
    expect(await gateway.status({ ...order, gateway_reference: null })).toEqual(pending);
    await settle();
    const settled = { ...pending, outcome: 'succeeded' };
    expect(await gateway.status({ ...order, gateway_reference: null })).toEqual(settled);
    expect(await gateway.charge(order)).toEqual(settled);
  });

  test('a gateway that can not be reached says so, and knows of no charge', async () => {
    const { gateway, token } = given();
    const order = orderWith(await token('gateway_down'));
    await expect(gateway.charge(order)).rejects.toBeInstanceOf(GatewayUnavailable);
    expect(await gateway.status({ ...order, gateway_reference: null })).toBeNull();
  });
}

function describeBadOrders(given: () => GatewayUnderTest): void {
  test.each([
    { amount: 0 },
    { amount: -1 },
    { amount: 1.5 },
    { amount: Number.NaN },
    { amount: 2 ** 53 },
    { currency: 'eur' },
    { currency: 'EURO' },
    { idempotency_key: '' },
    { reference: '' },
  ])('an order with %o is refused', async (values) => {
    const { gateway, token } = given();
    const order = orderWith(await token('approve'), values);
    await expect(gateway.charge(order)).rejects.toMatchObject({ code: 'invalid_order' });
    await expect(gateway.charge(order)).rejects.toBeInstanceOf(GatewayRefused);
  });
}

function describeIdempotency(given: () => GatewayUnderTest): void {
  test.each(['approve', 'slow_success', 'decline'] as const)('%s: one key, one charge', async (shown) => {
    const { gateway, token } = given();
    const order = orderWith(await token(shown));
    const all = await Promise.all(Array.from({ length: 5 }, () => gateway.charge(order)));
    expect(new Set(all.map(({ gateway_reference }) => gateway_reference)).size).toBe(1);
    expect(await gateway.charge(order)).toEqual(all[0]);
  });

  test('other keys are other charges', async () => {
    const { gateway, token } = given();
    const same = await token('approve');
    const [one, two] = [await gateway.charge(orderWith(same)), await gateway.charge(orderWith(same))];
    expect(one.gateway_reference).not.toBe(two.gateway_reference);
  });

  test('a key is not used for another order', async () => {
    const { gateway, token } = given();
    const order = orderWith(await token('approve'));
    const charged = await gateway.charge(order);
    for (const change of [{ amount: 1 }, { currency: 'PLN' }, { token: await token('approve') }]) {
      const refused = gateway.charge({ ...order, ...change });
      await expect(refused).rejects.toMatchObject({ code: 'idempotency_key_reused' });
    }
    expect(await gateway.status({ ...order, gateway_reference: null })).toEqual(charged);
  });
}

function describeRefunds(given: () => GatewayUnderTest): void {
  test('a charge is given back in parts, never more than all of it', async () => {
    const { gateway, token } = given();
    const charge = await gateway.charge(orderWith(await token('approve')));
    expect(await gateway.refund(refundOf(charge, 12_000))).toMatchObject({ outcome: 'succeeded' });
    const tooMuch = await gateway.refund(refundOf(charge, 346));
    expect(tooMuch).toMatchObject({ outcome: 'failed', failure_code: 'refund_not_possible' });
    const rest = refundOf(charge, 345);
    const refunded = await gateway.refund(rest);
    expect(refunded).toMatchObject({ outcome: 'succeeded' });
    expect(await gateway.refund(rest)).toEqual(refunded);
    expect(await gateway.status({ ...rest, gateway_reference: null })).toEqual(refunded);
    expect(await gateway.refund(refundOf(charge, 1))).toMatchObject({ outcome: 'failed' });
  });

  test('refunds at the same moment do not give back too much', async () => {
    const { gateway, token } = given();
    for (let round = 0; round < 5; round += 1) {
      const charge = await gateway.charge(orderWith(await token('approve')));
      const refunds = Array.from({ length: 5 }, () => gateway.refund(refundOf(charge, 5_000)));
      const outcomes = (await Promise.all(refunds)).map(({ outcome }) => outcome);
      expect(outcomes.toSorted()).toEqual(['failed', 'failed', 'failed', 'succeeded', 'succeeded']);
    }
  });

  test.each(['decline', 'slow_success'] as const)(
    'what did not succeed is not given back: %s',
    async (shown) => {
      const { gateway, token } = given();
      const charge = await gateway.charge(orderWith(await token(shown)));
      const refunded = await gateway.refund(refundOf(charge, 1));
      expect(refunded).toMatchObject({ outcome: 'failed', failure_code: 'refund_not_possible' });
    },
  );

  test('refunds of nothing, in another currency or without an amount are refused', async () => {
    const { gateway, token } = given();
    const charge = await gateway.charge(orderWith(await token('approve')));
    const order = refundOf(charge, 1);
    for (const [change, code] of [
      [{ gateway_reference: 'nothing' }, 'unknown_charge'],
      [{ currency: 'PLN' }, 'invalid_order'],
      [{ amount: 0 }, 'invalid_order'],
    ] as const)
      await expect(gateway.refund({ ...order, ...change })).rejects.toMatchObject({ code });
    expect(await gateway.status({ ...order, gateway_reference: null })).toBeNull();
  });
}

async function oneNotice({ gateway, token, notices }: GatewayUnderTest): Promise<Sent> {
  await gateway.charge(orderWith(await token('approve')));
  const [notice] = await notices();
  if (notice === undefined) throw new Error('The gateway sent no notice');
  return notice;
}

async function judge(
  { gateway }: GatewayUnderTest,
  { headers, body }: Sent,
): Promise<NoticeRefused['reason'] | GatewayNotice> {
  return gateway.verifyNotice(headers, body).catch((error: unknown) => {
    if (error instanceof NoticeRefused) return error.reason;
    throw error;
  });
}

function told({ gateway }: GatewayUnderTest, sent: readonly Sent[]): Promise<GatewayNotice[]> {
  return Promise.all(sent.map(({ headers, body }) => gateway.verifyNotice(headers, body)));
}

function describeNotices(given: () => GatewayUnderTest): void {
  test('what becomes final is told once, under one id, with the names of the order', async () => {
    const { gateway, token, settle, notices } = given();
    const tokens = [await token('approve'), await token('decline'), await token('slow_success')];
    const orders = tokens.map((one) => orderWith(one));
    for (const order of orders) await gateway.charge(order);
    await settle();
    const all = await told(given(), await notices());
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect(all.map(({ type }) => type)).toEqual(['charge', 'charge', 'charge']);
    for (const { reference } of orders) {
      const result = await gateway.status({ reference, gateway_reference: null });
      expect(all.find((notice) => notice.reference === reference)?.result).toEqual(result);
    }
  });

  test('a refund is told as one', async () => {
    const { gateway, token, notices } = given();
    const charge = await gateway.charge(orderWith(await token('approve')));
    const { reference, ...order } = refundOf(charge, 100);
    await gateway.refund({ reference, ...order });
    const all = await told(given(), await notices());
    expect(all).toContainEqual(expect.objectContaining({ type: 'refund', reference }));
  });
}

function describeGenuineness(given: () => GatewayUnderTest): void {
  test('a notice that was changed, unsigned or signed by another is refused', async () => {
    const { headers, body } = await oneNotice(given());
    const changed = Buffer.from(Buffer.from(body).toString().replace('succeeded', 'pending'));
    expect(changed).not.toEqual(Buffer.from(body));
    expect(await judge(given(), { headers, body: changed })).toBe('wrong_signature');
    expect(await judge(given(), { headers: {}, body })).toBe('unsigned');
    expect(await judge(given(), { headers, body: Buffer.alloc(0) })).toBe('wrong_signature');
  });

  test('a notice is good for five minutes, early or late', async () => {
    const notice = await oneNotice(given());
    expect(await judge(given(), notice)).toMatchObject({ type: 'charge' });
    given().wait(299_000);
    expect(await judge(given(), notice)).toMatchObject({ type: 'charge' });
    given().wait(3_000);
    expect(await judge(given(), notice)).toBe('too_old');
    given().wait(-303_000 - 299_000);
    expect(await judge(given(), notice)).toMatchObject({ type: 'charge' });
    given().wait(-3_000);
    expect(await judge(given(), notice)).toBe('too_old');
  });
}
