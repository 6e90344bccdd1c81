import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/kit/database.ts';
import { describeGateway } from '../../../../test/kit/describe-gateway.ts';
import { type TestOutcome, testNumbers, testRoutingNumber } from '../../../contract/test-cards.ts';
import { tokeniseAch, tokeniseIban } from '../../../web/lib/simulated-bank-account.ts';
import { tokeniseCard } from '../../../web/lib/simulated-card.ts';
import type { Database } from '../../db/database.ts';
import { GatewayUnavailable } from '../payment-gateway.ts';
import type { SignedNotice } from './notices.ts';
import { type SimulatedGateway, simulatedGateway } from './simulated-gateway.ts';
import { testToken } from './test-token.ts';

const secret = 'a secret of at least 32 characters';
const settleAfterMs = 30_000;
let db: Database;
let now: Date;
let gateway: SimulatedGateway;

function node(): SimulatedGateway {
  return simulatedGateway({ db, clock: () => now, secret, settleAfterMs });
}

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.raw('delete from simulated_gateway_charges');
  now = new Date('2026-11-24T10:00:00Z');
  gateway = node();
});

/** As the page makes it: the two sides have to agree. */
function tokenFor(number: (typeof testNumbers)[number]): string {
  const holder = 'Ada Byron';
  const today = new Date('2026-11-24T10:00:00Z');
  const result =
    number.kind === 'card'
      ? tokeniseCard({ number: number.number, expiry: '08/29', code: '123', holder }, today)
      : number.kind === 'ach'
        ? tokeniseAch({ routing: testRoutingNumber, account: number.number, holder })
        : tokeniseIban({ iban: number.number, holder });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.token;
}

function cardFor(outcome: TestOutcome): string {
  const number = testNumbers.find((one) => one.outcome === outcome);
  if (number === undefined) throw new Error(`No test number for ${outcome}`);
  return tokenFor(number);
}

function order(token: string, name: string) {
  return { amount: 999_999_999_999, currency: 'EUR', token, idempotency_key: name, reference: `P-${name}` };
}

async function delivered(from: SimulatedGateway = gateway): Promise<SignedNotice[]> {
  const sent: SignedNotice[] = [];
  await from.deliverNotices(async (notice) => {
    sent.push(notice);
  });
  return sent;
}

describeGateway('simulated', async () => ({
  gateway,
  token: cardFor,
  settle: async () => {
    now = new Date(now.getTime() + settleAfterMs);
  },
  notices: () => delivered(),
  wait: (milliseconds) => {
    now = new Date(now.getTime() + milliseconds);
  },
  close: async () => {},
}));

describe('the documented numbers', () => {
  const first: Record<TestOutcome, object> = {
    approve: { outcome: 'succeeded' },
    decline: { outcome: 'failed', failure_code: 'declined' },
    insufficient_funds: { outcome: 'failed', failure_code: 'insufficient_funds' },
    expired_card: { outcome: 'failed', failure_code: 'expired_card' },
    account_closed: { outcome: 'failed', failure_code: 'account_closed' },
    slow_success: { outcome: 'pending' },
    slow_decline: { outcome: 'pending' },
    duplicate_notice: { outcome: 'succeeded' },
    answer_lost: { thrown: true },
    gateway_down: { thrown: true },
  };
  const inTheEnd: Record<TestOutcome, object | null> = {
    ...first,
    slow_success: { outcome: 'succeeded' },
    slow_decline: { outcome: 'failed', failure_code: 'declined' },
    answer_lost: { outcome: 'succeeded' },
    gateway_down: null,
  };

  test.each(testNumbers)('$kind $number: $outcome', async (number) => {
    const asked = order(tokenFor(number), number.number);
    const answer = await gateway.charge(asked).catch((error: unknown) => {
      if (error instanceof GatewayUnavailable) return { thrown: true };
      throw error;
    });
    expect(answer).toMatchObject(first[number.outcome]);
    now = new Date(now.getTime() + settleAfterMs);
    const end = await gateway.status({ ...asked, gateway_reference: null });
    const expected = inTheEnd[number.outcome];
    expect(end).toEqual(expected && expect.objectContaining(expected));
  });

  test.each(testNumbers)('$kind $number is described', async (number) => {
    expect(await gateway.describe(tokenFor(number))).toEqual({
      kind: number.kind,
      brand: number.brand,
      last_four: number.number.slice(-4),
      expiry: number.kind === 'card' ? '2029-08' : null,
      holder: 'Ada Byron',
    });
  });
});

test('after an answer was lost, the same key finds the charge that was made', async () => {
  const asked = order(cardFor('answer_lost'), 'lost');
  await expect(gateway.charge(asked)).rejects.toBeInstanceOf(GatewayUnavailable);
  const found = await gateway.status({ ...asked, gateway_reference: null });
  expect(await gateway.charge(asked)).toEqual(found);
  expect(await delivered()).toHaveLength(1);
});

test('a card that has expired since it was kept is refused as such', async () => {
  const token = testToken({ expiry: '2026-11' });
  expect(await gateway.charge(order(token, 'in time'))).toMatchObject({ outcome: 'succeeded' });
  now = new Date('2026-12-01T00:00:00Z');
  const late = await gateway.charge(order(token, 'late'));
  expect(late).toMatchObject({ outcome: 'failed', failure_code: 'expired_card' });
});

test.each([
  testToken({ outcome: 'give me money' }),
  testToken({ number: '4242424242424242' }),
  testToken({ holder: '' }),
  testToken({ holder: 'x'.repeat(101) }),
  testToken({ last_four: '42424242' }),
  testToken({ expiry: '2029-13' }),
  testToken({ kind: 'cash' }),
  testToken({}, 'short'),
  `sim_${Buffer.from('no json').toString('base64url')}.${'0'.repeat(32)}`,
  `${testToken({})}\n`,
  '4242424242424242',
  '',
])('%j is no token', async (token) => {
  await expect(gateway.describe(token)).rejects.toMatchObject({ code: 'unknown_token' });
});

test('what one node was told, the others know, and a restarted one too', async () => {
  const asked = order(cardFor('slow_success'), 'nodes');
  const answer = await gateway.charge(asked);
  expect(await node().charge(asked)).toEqual(answer);
  expect(await node().status({ ...asked, gateway_reference: null })).toEqual(answer);
  const [notice, ...more] = await delivered(node());
  expect(notice).toBeUndefined();
  now = new Date(now.getTime() + settleAfterMs);
  const [settled] = await delivered(node());
  expect(more).toEqual([]);
  expect(await gateway.verifyNotice(settled?.headers ?? {}, settled?.body ?? Buffer.alloc(0))).toMatchObject({
    reference: 'P-nodes',
    result: { outcome: 'succeeded' },
  });
});

test('a reference is not used for another charge', async () => {
  const asked = order(cardFor('approve'), 'named');
  await gateway.charge(asked);
  const other = gateway.charge({ ...asked, idempotency_key: 'another' });
  await expect(other).rejects.toMatchObject({ code: 'reference_reused' });
});

test('a duplicate notice arrives twice under one id', async () => {
  await gateway.charge(order(cardFor('duplicate_notice'), 'twice'));
  const sent = await delivered();
  const told = await Promise.all(sent.map(({ headers, body }) => gateway.verifyNotice(headers, body)));
  expect(told).toHaveLength(2);
  expect(told[0]).toEqual(told[1]);
  expect(await delivered()).toEqual([]);
});

test('a notice that could not be delivered is sent again a minute later', async () => {
  await gateway.charge(order(cardFor('approve'), 'again'));
  let attempts = 0;
  const refuse = async () => {
    attempts += 1;
    throw new Error('The receiver is down');
  };
  expect(await gateway.deliverNotices(refuse)).toBe(0);
  expect(await gateway.deliverNotices(refuse)).toBe(0);
  expect(attempts).toBe(1);
  now = new Date(now.getTime() + 60_000);
  expect(await delivered()).toHaveLength(1);
});

test('several nodes share the notices; none is sent twice', async () => {
  const token = cardFor('approve');
  for (let turn = 0; turn < 120; turn += 1) await gateway.charge(order(token, `shared ${turn}`));
  const sent = (await Promise.all([delivered(node()), delivered(node()), delivered(node())])).flat();
  const ids = await Promise.all(
    sent.map(async ({ headers, body }) => (await gateway.verifyNotice(headers, body)).id),
  );
  expect(ids).toHaveLength(120);
  expect(new Set(ids).size).toBe(120);
});

test('a gateway of another secret refuses our notices', async () => {
  await gateway.charge(order(cardFor('approve'), 'secret'));
  const [notice] = await delivered();
  const other = simulatedGateway({ db, clock: () => now, secret: 'x'.repeat(32), settleAfterMs });
  await expect(
    other.verifyNotice(notice?.headers ?? {}, notice?.body ?? Buffer.alloc(0)),
  ).rejects.toMatchObject({ reason: 'wrong_signature' });
  expect(() => simulatedGateway({ db, clock: () => now, secret: 'short', settleAfterMs })).toThrow('32');
});

test('it is not asked within a transaction, whose rollback would undo the charge', async () => {
  const asked = order(cardFor('approve'), 'inside');
  await expect(db.transaction(() => gateway.charge(asked))).rejects.toThrow('outside of transactions');
  expect(await gateway.status({ ...asked, gateway_reference: null })).toBeNull();
});
