import { expect, test } from 'vitest';
import { whyUnpaid } from './why-unpaid.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const open = {
  status: 'open',
  days_overdue: 0,
  amount: eur(1000),
  balance: eur(1000),
  due_on: '2026-12-09',
} as const;

test.each([
  ['nothing paid', {}, 'Not paid yet', /^Nothing was paid on it so far\. It is due on .*2026\. Invoices/],
  [
    'a part paid',
    { balance: eur(400) },
    'Paid in part',
    /^€6\.00 was paid on it, €4\.00 is left\. It is due/,
  ],
  ['overdue', { days_overdue: 1 }, 'One day overdue', /It was due on .*2026\./],
  [
    'overdue for long, a part paid',
    { days_overdue: 12, balance: eur(1) },
    '12 days overdue',
    /^€9\.99 was paid/,
  ],
])('an open invoice says why it is open: %s', (_, change, title, text) => {
  const why = whyUnpaid({ ...open, ...change });
  expect(why?.title).toBe(title);
  expect(why?.text).toMatch(text);
});

test.each(['paid', 'void'] as const)('an invoice that is %s says nothing of the kind', (status) => {
  expect(whyUnpaid({ ...open, status, balance: eur(0) })).toBeNull();
});
