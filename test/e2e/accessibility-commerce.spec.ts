import type { Api } from './api.ts';
import { test } from './base.ts';
import { firstOf, openDialog, opened, type Stop, visitAll } from './stops.ts';

test.use({ viewport: { width: 320, height: 720 }, reducedMotion: 'reduce' });

const one =
  (list: string, query = '') =>
  async (admin: Api) =>
    `${list}/${await firstOf(admin, `${list}${query}`)}`;
const running = one('/subscriptions', '?status=active');
const open = one('/invoices', '?status=open');

const stops: readonly Stop[] = [
  ...[
    '/products',
    '/orders',
    '/subscriptions',
    '/invoices',
    '/payments',
    '/payment-methods',
    '/credits',
  ].flatMap((list): Stop[] => [
    { name: list, address: list },
    { name: `one of ${list}`, address: one(list) },
  ]),
  ...['/subscriptions', '/payment-methods', '/credits', '/products', '/orders'].map(
    (list): Stop => ({
      name: `new at ${list}`,
      address: `${list}?new=1`,
      arrange: async (page) => page.getByRole('dialog').waitFor(),
    }),
  ),
  ...['Change', 'Cancel subscription', 'Pause subscription', 'Cancel subscription on a date'].map(
    (action): Stop => ({
      name: `subscription, ${action}`,
      address: running,
      arrange: (page) => openDialog(page, action),
    }),
  ),
  ...['Pay', 'Send', 'Void'].map(
    (action): Stop => ({ name: `invoice, ${action}`, address: open, arrange: opened(action) }),
  ),
  {
    name: 'invoices, some of them chosen to be paid',
    address: '/invoices?status=open',
    arrange: async (page) => {
      await page
        .getByRole('checkbox', { name: /^Choose INV-/ })
        .first()
        .check();
      await page.getByRole('button', { name: 'Pay 1 invoice' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'refund', address: one('/payments', '?status=succeeded'), arrange: opened('Refund') },
  { name: 'apply credit', address: one('/credits', '?status=open'), arrange: opened('Apply') },
  { name: 'name a payment method', address: one('/payment-methods'), arrange: opened('Edit') },
  { name: 'import subscriptions', address: '/subscriptions/import' },
  { name: 'import invoices', address: '/invoices/import' },
];

visitAll(stops);
