import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testApp } from '../../../test/kit/app.ts';
import { addMethod, openShop, pay, type Shop } from '../../../test/kit/shop.ts';
import { newId } from '../db/id.ts';
import { signNotice } from '../gateway/notice-signature.ts';
import type { GatewayResult } from '../gateway/payment-gateway.ts';
import { plantInvoice } from '../modules/payments/test-invoice.ts';
import { startNoticeDelivery } from './gateway-notices.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop(await testApp());
});
afterAll(() => shop.kit.close());

interface Told {
  readonly id?: string;
  readonly type?: 'charge' | 'refund';
  readonly secret?: string;
  readonly at?: Date;
}

/** A notice as the gateway sends it; what is given differs from a genuine one. */
async function tell(reference: string, result: GatewayResult, told: Told = {}) {
  const { id = newId(), type = 'charge', secret = 'test'.repeat(8), at = new Date() } = told;
  const body = Buffer.from(JSON.stringify({ id, type, reference, result }));
  const headers = {
    'content-type': 'application/json',
    'simulated-signature': signNotice(secret, at, body),
  };
  return send(body, headers);
}

async function send(payload: Buffer | string, headers: Record<string, string> = {}) {
  const answer = await shop.kit.server.inject({
    method: 'POST',
    url: '/webhooks/payments',
    headers,
    payload,
  });
  return answer.statusCode;
}

const succeeded: GatewayResult = { outcome: 'succeeded', gateway_reference: 'sim-1' };
const pending: GatewayResult = { outcome: 'pending', gateway_reference: 'sim-1' };
const declined: GatewayResult = {
  outcome: 'failed',
  gateway_reference: 'sim-1',
  failure_code: 'declined',
};

async function slowPayment(): Promise<string> {
  const invoice = await plantInvoice(shop, 700);
  const { body } = await pay(shop, [invoice], await addMethod(shop, { outcome: 'slow_success' }));
  return (body.payment as { id: string }).id;
}

async function statusOf(id: string) {
  return (await shop.kit.as(shop.admin, 'GET', `/payments/${id}`)).body.status;
}

describe('notices of the gateway', () => {
  it('are booked once, whatever follows', async () => {
    const id = await slowPayment();
    expect(await tell(id, pending)).toBe(204);
    expect(await statusOf(id)).toBe('pending');
    const notice = newId();
    expect(await tell(id, succeeded, { id: notice })).toBe(204);
    expect(await statusOf(id)).toBe('succeeded');
    for (const result of [succeeded, pending, declined]) {
      expect(await tell(id, result, { id: notice })).toBe(204);
      expect(await tell(id, result)).toBe(204);
    }
    expect(await statusOf(id)).toBe('succeeded');
    const booked = await shop.kit.db.q
      .selectFrom('payment_applications')
      .select('amount')
      .where('payment_id', '=', id)
      .execute();
    expect(booked).toEqual([{ amount: 700 }]);
  });

  it('are booked once of ten that come at the same time', async () => {
    const id = await slowPayment();
    const notice = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(id, succeeded, { id: notice })));
    expect(new Set(answers)).toEqual(new Set([204]));
    const entries = await shop.kit.db.q
      .selectFrom('audit_log')
      .select('actor_name')
      .where('item_id', '=', id)
      .where('action', '=', 'payments.settle')
      .execute();
    expect(entries).toEqual([{ actor_name: 'Ambit' }]);
  });

  it('are refused when they are forged, late or no notices, and nothing is remembered of them', async () => {
    const id = await slowPayment();
    const notice = newId();
    const yesterday = new Date(Date.now() - 86_400_000);
    expect(await tell(id, succeeded, { id: notice, secret: 'x'.repeat(32) })).toBe(400);
    expect(await tell(id, succeeded, { id: notice, at: yesterday })).toBe(400);
    expect(await send('{}')).toBe(400);
    expect(await send('', { 'content-type': 'text/plain' })).toBe(400);
    expect(await send('x'.repeat(65 * 1024))).toBe(413);
    expect(await statusOf(id)).toBe('pending');
    expect(await tell(id, succeeded, { id: notice })).toBe(204);
    expect(await statusOf(id)).toBe('succeeded');
  });

  it('about orders that nobody here knows are taken and ignored', async () => {
    for (const reference of [newId(), 'no id of ours', ''])
      for (const type of ['charge', 'refund'] as const)
        expect(await tell(reference, succeeded, { type })).toBe(204);
  });
});

describe('the delivery of the simulated gateway', () => {
  it('brings slow payments to their end, until it is stopped', async () => {
    const id = await slowPayment();
    const delivery = startNoticeDelivery(shop.kit.gateway, shop.kit.server);
    try {
      await vi.waitFor(async () => expect(await statusOf(id)).toBe('succeeded'), {
        timeout: 40_000,
        interval: 200,
      });
    } finally {
      delivery.stop();
    }
  });
});
