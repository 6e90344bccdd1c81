import { describe, expect, test } from 'vitest';
import {
  type SimulatedToken,
  testNumbers,
  testOutcomes,
  testRoutingNumber,
} from '../../contract/test-cards.ts';
import { isIban, tokeniseAch, tokeniseIban } from './simulated-bank-account.ts';
import { type CardEntry, cardBrand, isCardNumber, tokeniseCard } from './simulated-card.ts';

const today = new Date(2026, 10, 24);
const card: CardEntry = { number: '4242 4242 4242 4242', expiry: '08/29', code: '123', holder: 'Zoë Łącka' };

function tokenise(test: (typeof testNumbers)[number]) {
  if (test.kind === 'card') return tokeniseCard({ ...card, number: test.number }, today);
  if (test.kind === 'ach')
    return tokeniseAch({ routing: testRoutingNumber, account: test.number, holder: 'Ada' });
  return tokeniseIban({ iban: test.number, holder: 'Ada' });
}

function tokenOf(result: ReturnType<typeof tokenise>): string {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.token;
}

function contentOf(token: string): SimulatedToken {
  return JSON.parse(Buffer.from(token.slice(4).split('.')[0] ?? '', 'base64url').toString());
}

test.each(testNumbers)('$kind $number becomes a token that does not contain it', (number) => {
  const token = tokenOf(tokenise(number));
  const readable = `${token} ${JSON.stringify(contentOf(token))}`;
  expect(readable).not.toContain(number.number);
  expect(readable).not.toContain(number.number.slice(0, -4));
  expect(contentOf(token)).toMatchObject({
    kind: number.kind,
    brand: number.brand,
    last_four: number.number.slice(-4),
    outcome: number.outcome,
  });
});

test('every outcome has a number to try it with', () => {
  expect(new Set(testNumbers.map(({ outcome }) => outcome))).toEqual(new Set(Object.keys(testOutcomes)));
  expect(new Set(testNumbers.map(({ number }) => number)).size).toBe(testNumbers.length);
});

test('a token carries holder and expiry, and is another each time', () => {
  const [first, second] = [tokenOf(tokeniseCard(card, today)), tokenOf(tokeniseCard(card, today))];
  expect(contentOf(first)).toEqual({
    kind: 'card',
    brand: 'Visa',
    last_four: '4242',
    expiry: '2029-08',
    holder: 'Zoë Łącka',
    outcome: 'approve',
  });
  expect(first).not.toBe(second);
  expect(JSON.stringify(contentOf(first))).not.toContain(card.code);
});

describe('what is refused, and at which field', () => {
  test.each<[Partial<CardEntry>, keyof CardEntry, RegExp]>([
    [{ number: '4242 4242 4242 4241' }, 'number', /slip/],
    [{ number: '' }, 'number', /slip/],
    [{ number: '4111111111111111' }, 'number', /only simulates/],
    [{ expiry: '10/26' }, 'expiry', /expired/],
    [{ expiry: '13/29' }, 'expiry', /month and year/],
    [{ expiry: 'soon' }, 'expiry', /month and year/],
    [{ code: '12' }, 'code', /security code/],
    [{ holder: '  ' }, 'holder', /name/],
    [{ holder: 'x'.repeat(101) }, 'holder', /100/],
  ])('%o', (change, field, message) => {
    const result = tokeniseCard({ ...card, ...change }, today);
    expect(result).toEqual({ ok: false, problems: [{ field, message: expect.stringMatching(message) }] });
  });

  test('all at once', () => {
    const result = tokeniseCard({ number: '1', expiry: '', code: '', holder: '' }, today);
    expect(result.ok ? [] : result.problems.map(({ field }) => field)).toEqual([
      'number',
      'expiry',
      'code',
      'holder',
    ]);
  });

  test('bank accounts', () => {
    const ach = tokeniseAch({ routing: '110000001', account: '000123456789', holder: 'Ada' });
    expect(ach).toMatchObject({ ok: false, problems: [{ field: 'routing' }] });
    const real = tokeniseAch({ routing: '021000021', account: '000123456789', holder: 'Ada' });
    expect(real).toEqual({
      ok: false,
      problems: [{ field: 'routing', message: expect.stringMatching(/only simulates/) }],
    });
    expect(tokeniseAch({ routing: testRoutingNumber, account: '12', holder: 'Ada' })).toMatchObject({
      ok: false,
      problems: [{ field: 'account' }],
    });
    expect(tokeniseIban({ iban: 'DE88370400440532013000', holder: 'Ada' })).toMatchObject({
      ok: false,
      problems: [{ field: 'iban' }],
    });
  });
});

test('a card is good until the end of its month', () => {
  expect(tokeniseCard({ ...card, expiry: '11/26' }, today).ok).toBe(true);
  expect(tokeniseCard({ ...card, expiry: '1 / 2030' }, today)).toMatchObject({
    ok: true,
    shown: { expiry: '2030-01' },
  });
});

test.each([
  ['4', 'Visa'],
  ['5105', 'Mastercard'],
  ['2221', 'Mastercard'],
  ['2720', 'Mastercard'],
  ['2721', null],
  ['3782', 'American Express'],
  ['', null],
])('%s is %s', (number, brand) => {
  expect(cardBrand(number)).toBe(brand);
});

test('check digits', () => {
  expect(isCardNumber('79927398713')).toBe(false);
  expect(isCardNumber('6011111111111117')).toBe(true);
  expect(isCardNumber('6011111111111171')).toBe(false);
  expect(isIban('GB82WEST12345698765432')).toBe(true);
  expect(isIban('GB82WEST12345698765423')).toBe(false);
});
