import { expect, test } from 'vitest';
import type { Invoice } from '../../contract/invoices.ts';
import { creditAlone } from './chosen-method.ts';
import { noEntry } from './method-entry.ts';
import { chargeOf, checkAmount, chosenInvoices, type Payable, type PayValues, sumsOf } from './pay-values.ts';

function invoice(id: string, balance: number): Invoice {
  const euros = (amount: number) => ({ amount, currency: 'EUR' });
  return {
    id,
    number: `INV-${id}`,
    organization: { id: 'o', name: 'Moonbeam' },
    subscription: null,
    status: 'open',
    issued_on: '2026-11-01',
    due_on: '2026-12-01',
    days_overdue: 0,
    amount: euros(balance),
    balance: euros(balance),
    sent_at: null,
    reminders: true,
    created_at: '2026-11-01T00:00:00Z',
    updated_at: '2026-11-01T00:00:00Z',
    version: 1,
    can: {},
  };
}

const payable: Payable = {
  invoices: [invoice('1', 5000), invoice('2', 3000), invoice('3', 100)],
  opened: true,
  more: false,
  currency: 'EUR',
  credit: 1200,
};
const values: PayValues = {
  ...noEntry,
  others: [],
  use_credit: true,
  payment_method_id: 'card',
  amount: '',
};

test('the invoice that was opened is always paid, others when they are chosen', () => {
  const ids = (others: string[]) => chosenInvoices(payable, { ...values, others }).map(({ id }) => id);
  expect(ids([])).toEqual(['1']);
  expect(ids(['3', 'gone'])).toEqual(['1', '3']);
});

test('without one that was opened, each is a choice', () => {
  const account = { ...payable, opened: false };
  const ids = (others: string[]) => chosenInvoices(account, { ...values, others }).map(({ id }) => id);
  expect(ids([])).toEqual([]);
  expect(ids(['2', '3'])).toEqual(['2', '3']);
  expect(sumsOf(account, { ...values, others: ['2'] })).toEqual({ owed: 3000, credit: 1200, rest: 1800 });
});

test.each([
  [{}, { owed: 5000, credit: 1200, rest: 3800 }],
  [{ others: ['2'] }, { owed: 8000, credit: 1200, rest: 6800 }],
  [{ use_credit: false }, { owed: 5000, credit: 0, rest: 5000 }],
])('credit goes first, as far as it is wanted and owed: %o', (change, sums) => {
  expect(sumsOf(payable, { ...values, ...change })).toEqual(sums);
});

test('credit pays no more than is owed', () => {
  expect(sumsOf({ ...payable, credit: 9900 }, values)).toEqual({ owed: 5000, credit: 5000, rest: 0 });
});

test.each([
  [{}, 3800],
  [{ amount: '10.5' }, 1050],
  [{ amount: '100' }, 10_000],
  [{ amount: 'ten' }, null],
  [{ payment_method_id: creditAlone, amount: '10' }, 0],
  [{ amount: '0' }, null],
])('what is charged: %o is %o', (change, charge) => {
  const given = { ...values, ...change };
  expect(chargeOf(given, sumsOf(payable, given), 'EUR')).toBe(charge);
});

test('an amount is above zero, and an example says how it is written', () => {
  const check = (text: string) => checkAmount(text, sumsOf(payable, values), 'EUR', (example) => example);
  expect(check('')).toBe(true);
  expect(check('0.01')).toBe(true);
  expect(check('0')).toBe('38.00');
  expect(check('1.234')).toBe('38.00');
});
