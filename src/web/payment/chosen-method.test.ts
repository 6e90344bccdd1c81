import { expect, test } from 'vitest';
import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { firstChoice, newMethod } from './chosen-method.ts';

const card: PaymentMethod = {
  id: 'a',
  organization: { id: 'o', name: 'Moonbeam' },
  kind: 'card',
  brand: 'Visa',
  last_four: '4242',
  expiry: '2029-08',
  expired: false,
  holder: 'Ada',
  label: null,
  is_default: false,
  last_attempt: null,
  removed: false,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  version: 1,
  can: {},
};

test.each<[string, Partial<PaymentMethod>[], boolean, string]>([
  ['the default', [{}, { id: 'b', is_default: true }], true, 'b'],
  ['the only one there is', [{}], true, 'a'],
  ['the only one that is good', [{ id: 'old', expired: true, is_default: true }, {}], true, 'a'],
  ['nothing among several', [{}, { id: 'b' }], true, ''],
  ['a new one where there is none', [], true, newMethod],
  ['a new one where all have expired', [{ expired: true, is_default: true }], true, newMethod],
  ['nothing for who may not add one', [], false, ''],
  ['one that paid last time', [{}, { id: 'b', last_attempt: 'succeeded' }], true, 'b'],
  [
    'another than a declined default',
    [{ is_default: true, last_attempt: 'declined' }, { id: 'b' }],
    true,
    'b',
  ],
  ['a new one where all were declined', [{ is_default: true, last_attempt: 'declined' }], true, newMethod],
  ['nothing where all were declined and none can be added', [{ last_attempt: 'declined' }], false, ''],
])('%s is chosen first', (_, methods, mayAdd, chosen) => {
  const all = methods.map((method) => ({ ...card, ...method }));
  expect(firstChoice(all, mayAdd)).toBe(chosen);
});
