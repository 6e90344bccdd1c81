import type { Locator } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, expectHeading, expectToast } from './screens.ts';

async function fillCard(pay: Locator, number: string): Promise<void> {
  await pay.getByLabel('Payment method').selectOption('new');
  await pay.getByLabel('Card number').fill(number);
  await pay.getByLabel('Good until').fill('08/39');
  await pay.getByLabel('Security code').fill('123');
  await pay.getByLabel('Name of the holder').fill('Gwen Globalis');
}

test('open invoices of one organization are chosen with the keyboard and paid together; others can not join them', async ({
  page,
  admin,
}) => {
  await signIn(page, 'global_administrator');
  const open = await admin.get<{ items: { number: string; organization: { id: string; name: string } }[] }>(
    '/invoices?status=open&limit=200',
  );
  const own = (id: string) => open.items.filter(({ organization }) => organization.id === id);
  const several = open.items.find(({ organization }) => own(organization.id).length > 1);
  const other = open.items.find(({ organization }) => organization.id !== several?.organization.id);
  expect(several && other).toBeDefined();
  await page.goto('/invoices?status=open');
  await expectHeading(page, 'Invoices');
  const all = page.getByRole('checkbox', { name: /^Choose all that are shown/ });
  await expect(all).toHaveAttribute('aria-disabled', 'true');

  const id = several?.organization.id ?? '';
  await page.goto(`/organizations/${id}?tab=invoices`);
  const first = page.getByRole('checkbox', { name: /^Choose INV-/ }).first();
  await first.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`1 invoice of ${several?.organization.name}`)).toBeVisible();
  await all.check();
  const count = own(id).length;
  await button(page, `Pay ${count} invoices`).click();
  const pay = page.getByRole('dialog', { name: 'Pay invoices' });
  await expect(pay.getByRole('checkbox', { checked: true })).toHaveCount(count - 1);
  await fillCard(pay, '4242 4242 4242 4242');
  await pay.getByRole('button', { name: /^Pay / }).click();
  await expectToast(page, 'was paid');
  await expect(page.getByRole('checkbox', { name: /^Choose INV-/ })).toHaveCount(0);
});

test('whoever has more open invoices than one payment takes is told so', async ({ page, admin }) => {
  await signIn(page, 'global_administrator');
  const { items } = await admin.get<{ items: { id: string }[] }>('/invoices?status=open');
  await page.goto(`/invoices/${items[0]?.id}`);
  await page.route('**/api/v1/invoices?*limit=100*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), next: 'more' } });
  });
  await button(page, 'Pay').click();
  await expect(
    page.getByRole('dialog').getByText(/More invoices are open than one payment takes/),
  ).toBeVisible();
});

test('whoever closes the dialog before the provider has answered is told that the payment failed', async ({
  page,
  admin,
}) => {
  await signIn(page, 'global_administrator');
  const { items } = await admin.get<{ items: { id: string; number: string }[] }>('/invoices?status=open');
  await page.goto(`/invoices/${items[0]?.id}`);
  await button(page, 'Pay').click();
  const pay = page.getByRole('dialog');
  await fillCard(pay, '4000 0000 0000 0119');
  const closed = Promise.withResolvers<void>();
  await page.route('**/invoices/pay', async (route) => {
    await closed.promise;
    await route.continue();
  });
  const asked = page.waitForRequest('**/invoices/pay');
  await pay.getByRole('button', { name: /^Pay / }).click();
  await asked;
  await pay.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(pay).toHaveCount(0);
  closed.resolve();
  await expectToast(page, 'was not paid');
});

test('who may not pay is offered no choice', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Junior');
  await page.goto('/invoices?status=open');
  await expectHeading(page, 'Invoices');
  await expect(page.getByRole('checkbox', { name: /^Choose/ })).toHaveCount(0);
});
