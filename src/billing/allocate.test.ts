import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusal } from '../../test/kit/billing-cases.ts';
import { planPayment, planSettlement } from './allocate.ts';

const currency = 'EUR';
const invoice = (id: string, dueOn: string, balance: number) => ({ id, dueOn, balance, currency });
const credit = (id: string, issuedOn: string, remaining: number) => ({ id, issuedOn, remaining, currency });

const invoices = [
  invoice('c', '2025-03-01', 300),
  invoice('b', '2025-02-01', 200),
  invoice('a', '2025-02-01', 100),
];
const credits = [credit('y', '2025-02-02', 50), credit('x', '2025-02-01', 120)];

test.each([
  [50, ['a 50'], 0],
  [100, ['a 100'], 0],
  [250, ['a 100', 'b 150'], 0],
  [600, ['a 100', 'b 200', 'c 300'], 0],
  [650, ['a 100', 'b 200', 'c 300'], 50],
])('%i goes to the oldest due first', (amount, expected, overpayment) => {
  const settled = planPayment({ currency, amount, invoices });
  expect(settled.paymentApplications.map((one) => `${one.invoiceId} ${one.amount}`)).toEqual(expected);
  expect(settled.overpayment).toBe(overpayment);
});

test('credits go first, oldest first, then the payment', () => {
  const settled = planSettlement({ currency, amount: 100, invoices, credits });
  expect(settled.creditApplications.map((one) => `${one.creditId} ${one.invoiceId} ${one.amount}`)).toEqual([
    'x a 100',
    'x b 20',
    'y b 50',
  ]);
  expect(settled.paymentApplications).toEqual([{ invoiceId: 'b', amount: 100 }]);
});

test('money without an open invoice is credit', () => {
  expect(planPayment({ currency, amount: 70, invoices: [] }).overpayment).toBe(70);
});

test.each([
  [{ amount: 0 }, 'money/not-positive amount'],
  [{ amount: 1.5 }, 'money/not-an-amount amount'],
  [{ currency: 'USD' }, 'payment/other-currency invoices'],
  [{ invoices: [invoice('a', '2025-01-01', 0)] }, 'invoice/not-open invoices'],
])('%o is refused: %s', (different, expected) => {
  expect(refusal(() => planPayment({ currency, amount: 10, invoices, ...different }))).toBe(expected);
});

test('credits of another currency and used ones are refused', () => {
  const settle = (one: (typeof credits)[number]) =>
    refusal(() => planSettlement({ currency, amount: 0, invoices, credits: [one] }));
  expect(settle({ ...credit('x', '2025-01-01', 5), currency: 'USD' })).toBe('payment/other-currency credits');
  expect(settle(credit('x', '2025-01-01', 0))).toBe('credit/not-open credits');
});

test('nothing is made or lost, and nothing goes beyond what is open', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 6 });
  fc.assert(
    fc.property(amounts, amounts, fc.nat({ max: 2000 }), (balances, remainings, amount) => {
      const open = balances.map((balance, n) => invoice(`i${n}`, `2025-01-0${6 - n}`, balance));
      const usable = remainings.map((remaining, n) => credit(`c${n}`, `2025-01-0${1 + n}`, remaining));
      const settled = planSettlement({ currency, amount, invoices: open, credits: usable });
      const sum = (parts: readonly { amount: number }[]) =>
        parts.reduce((total, part) => total + part.amount, 0);
      const all = [...settled.creditApplications, ...settled.paymentApplications];
      expect(sum(settled.paymentApplications) + settled.overpayment).toBe(amount);
      for (const { id, balance } of open) {
        expect(sum(all.filter(({ invoiceId }) => invoiceId === id))).toBeLessThanOrEqual(balance);
      }
      for (const { id, remaining } of usable) {
        const used = settled.creditApplications.filter(({ creditId }) => creditId === id);
        expect(sum(used)).toBeLessThanOrEqual(remaining);
      }
      const owed = sum(open.map(({ balance }) => ({ amount: balance })));
      const offered = amount + sum(usable.map(({ remaining }) => ({ amount: remaining })));
      expect(sum(all)).toBe(Math.min(owed, offered));
    }),
  );
});
