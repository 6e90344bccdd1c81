import { expect, test } from 'vitest';
import { dunningStepDue } from './dunning.ts';
import { ageOf, balanceByAge, daysOverdue } from './overdue.ts';

test.each([
  ['2025-01-30', 0, 'not_due'],
  ['2025-01-31', 0, 'not_due'],
  ['2025-02-01', 1, 'days_1_30'],
  ['2025-03-02', 30, 'days_1_30'],
  ['2025-03-03', 31, 'days_31_60'],
  ['2025-04-01', 60, 'days_31_60'],
  ['2025-04-02', 61, 'days_61_90'],
  ['2025-05-01', 90, 'days_61_90'],
  ['2025-05-02', 91, 'over_90'],
])('due 2025-01-31, on %s: %i days overdue, %s', (today, days, age) => {
  expect([daysOverdue('2025-01-31', today), ageOf('2025-01-31', today)]).toEqual([days, age]);
});

test('the ages add up to what is owed', () => {
  const invoices = [
    { dueOn: '2025-03-01', balance: 5 },
    { dueOn: '2025-02-20', balance: 10 },
    { dueOn: '2025-02-10', balance: 20 },
    { dueOn: '2024-06-01', balance: 40 },
  ];
  expect(balanceByAge(invoices, '2025-03-01')).toEqual({
    not_due: 5,
    days_1_30: 30,
    days_31_60: 0,
    days_61_90: 0,
    over_90: 40,
  });
});

test.each([
  ['2025-02-02', null, null],
  ['2025-02-03', null, 'reminder'],
  ['2025-02-03', 'reminder', null],
  ['2025-02-14', 'reminder', 'second_reminder'],
  ['2025-03-20', null, 'final_notice'],
  ['2025-03-20', 'final_notice', null],
] as const)('due 2025-01-31, on %s, last sent %s: %s', (today, sent, expected) => {
  expect(dunningStepDue('2025-01-31', today, sent)).toBe(expected);
});
