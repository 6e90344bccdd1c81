import { expect, test } from 'vitest';
import type { Change } from './change-words.ts';
import { eventPhrase } from './event-words.ts';

const later = { field: 'no_service_from', from: null, to: '2027-02-28' };
const change = { field: 'waiting_change', from: null, to: 'Desk Pro, quantity 1' };
const term = { field: 'another_term_ordered', from: false, to: true };
const quantity = { field: 'quantity', from: 5, to: 2 };
const undo = ({ field, from, to }: Change): Change => ({ field, from: to, to: from });

const rows: readonly [string, readonly Change[], string][] = [
  ['subscriptions.cancel', [later], 'Cancellation scheduled'],
  ['subscriptions.cancel', [undo(later)], 'Cancellation taken back'],
  ['subscriptions.cancel', [later, { field: 'status', from: 'active', to: 'cancelled' }], 'Cancelled'],
  ['subscriptions.renew', [term], 'Another term ordered'],
  ['subscriptions.renew', [undo(term)], 'Ordered renewal taken back'],
  ['subscriptions.change', [change], 'Change ordered'],
  ['subscriptions.change', [undo(change)], 'Waiting change taken back'],
  ['subscriptions.change', [undo(change), quantity], 'Changed quantity from 5 to 2'],
  [
    'subscriptions.change',
    [{ field: 'plan', from: 'Desk – Basic', to: 'Desk – Pro' }, quantity],
    'Changed plan from Desk – Basic to Desk – Pro',
  ],
];

test.each(rows)('%s with %j reads “%s”', (action, changes, phrase) => {
  expect(eventPhrase({ action, changes, names: {} })).toBe(phrase);
});
