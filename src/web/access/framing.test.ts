import { expect, test } from 'vitest';
import type { Role } from '../../catalog/roles.ts';
import { caseStates, framedChange } from './framing.ts';

const theirTurn: Readonly<Record<Role, string>> = {
  customer: 'Waiting for your reply',
  partner_account_executive: 'Waiting on customer',
  partner_administrator: 'Waiting on customer',
  account_executive: 'Waiting on customer',
  system_administrator: 'Waiting on customer',
  global_administrator: 'Waiting on customer',
};

test.each(Object.entries(theirTurn))('a %s reads "%s" where a customer has to answer', (role, words) => {
  // The keys of a record are its roles.
  const states = caseStates(role as Role);
  expect(states.waiting_on_customer).toBe(words);
  expect([states.open, states.resolved, states.closed]).toEqual(['Open', 'Resolved', 'Closed']);
});

test.each([
  ['status', 'waiting_on_customer', 'Waiting for your reply'],
  ['status', 'open', undefined],
  ['subject', 'waiting_on_customer', undefined],
  ['status', '__proto__', undefined],
  ['status', 'constructor', undefined],
])('a customer reads a recorded %s of %s as %s', (field, value, words) => {
  expect(framedChange('customer', field, value)).toBe(words);
});
