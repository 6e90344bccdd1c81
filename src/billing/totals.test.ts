import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import {
  creditBalance,
  invoiceBalance,
  organizationBalance,
  statusOfCredit,
  statusOfInvoice,
  statusOfPayment,
} from './totals.ts';

test('what an invoice still asks for', () => {
  expect(invoiceBalance(1000, [100, 200], [50])).toBe(650);
  expect([statusOfInvoice(650), statusOfInvoice(0)]).toEqual(['open', 'paid']);
});

test('only what is open counts for the organization', () => {
  expect(
    organizationBalance([
      { status: 'open', balance: 10 },
      { status: 'open', balance: 5 },
      { status: 'void', balance: 7 },
      { status: 'draft', balance: 3 },
    ]),
  ).toBe(15);
  expect(
    creditBalance([
      { status: 'open', remaining: 10 },
      { status: 'void', remaining: 5 },
    ]),
  ).toBe(10);
});

test.each([
  [0, 'succeeded'],
  [1, 'partially_refunded'],
  [100, 'refunded'],
])('of 100 refunded %i: %s', (refunded, expected) => {
  expect(statusOfPayment(100, refunded)).toBe(expected);
});

test('a credit is open while something remains', () => {
  expect([statusOfCredit(1), statusOfCredit(0)]).toEqual(['open', 'applied']);
});

test('equal records have equal texts, whatever the order of their keys', () => {
  const one = { b: [{ y: 1, x: null }], a: 'é' };
  const other = { a: 'é', b: [{ x: null, y: 1 }] };
  expect(canonicalJson(one)).toBe('{"a":"é","b":[{"x":null,"y":1}]}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});
