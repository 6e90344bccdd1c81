import type { Page } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn, signInAs } from './people.ts';
import { button, dialog, expectHeading, expectToast, fact, navigation } from './screens.ts';

interface Customer {
  id: string;
  name: string;
}

/** A fresh customer in euros, looked after by the account executive who is signed in. */
async function newCustomer(page: Page, name: string): Promise<Customer> {
  const answer = await page.request.post('/api/v1/organizations', {
    data: { name, currency: 'EUR', email: 'billing@demo.example' },
  });
  return answer.json();
}

async function preview(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByText(/€/).first()).toBeVisible();
}

test('a subscription from its start to a paid invoice', async ({ page, admin }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  const customer = await newCustomer(page, 'Journey Otter');
  await page.goto(`/subscriptions?new=1&organization_id=${customer.id}`);
  const start = page.getByRole('dialog');
  await start.getByLabel('Plan').selectOption({ label: await optionOf(start, /Desk Pro/) });
  await start
    .getByLabel(/Quantity|seats/i)
    .first()
    .fill('3');
  const trial = start.getByRole('checkbox', { name: /trial/i });
  if (await trial.isVisible()) await trial.uncheck();
  await start.getByRole('button', { name: 'Continue', exact: true }).click();
  await preview(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Start subscription', exact: true }).click();
  await expectHeading(page, /^S-\d+/);
  await expect(page.getByText('Active', { exact: true }).first()).toBeVisible();

  await button(page, 'Change').click();
  const change = page.getByRole('dialog');
  await change
    .getByLabel(/Quantity|seats/i)
    .first()
    .fill('5');
  // Two more seats for the whole month that begins today.
  await expect(change.getByText('€98.00').first()).toBeVisible();
  await change.getByRole('button', { name: 'Confirm change', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const invoices = await admin.get<{ items: { id: string; number: string }[] }>(
    `/invoices?organization_id=${customer.id}`,
  );
  expect(invoices.items).toHaveLength(2);
  const [invoice] = invoices.items;
  await page.goto(`/invoices/${invoice?.id}`);
  await expectHeading(page, invoice?.number ?? '');
  const pdf = await page.request.get(`/api/v1/invoices/${invoice?.id}/pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a date that was typed in part only is not taken for none', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  const customer = await newCustomer(page, 'Halfway Otter');
  await page.goto(`/subscriptions?new=1&organization_id=${customer.id}`);
  const start = page.getByRole('dialog');
  await start.getByLabel('Plan').selectOption({ label: await optionOf(start, /Desk Pro/) });
  await start.getByLabel('Starts on').focus();
  await page.keyboard.type('12');
  await start.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(start.getByText('Complete this, or leave it empty.')).toBeVisible();
  await expect(start.getByLabel('Starts on')).toBeFocused();
  await page.keyboard.press('Backspace');
  await start.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Start subscription', exact: true })).toBeVisible();
});

async function optionOf(scope: ReturnType<Page['getByRole']>, name: RegExp): Promise<string> {
  const option = scope.getByLabel('Plan').locator('option', { hasText: name }).first();
  await option.waitFor({ state: 'attached' });
  return (await option.innerText()).trim();
}

test('a customer pays with a card that is declined, then with one that is not, and not twice', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'customer', 'Standard Customer');
  const me = await (await page.request.get('/api/v1/session')).json();
  const organization = me.user.organization_id as string;
  await admin
    .post('/credits', { organization_id: organization, amount: 1, reason: 'A cent' })
    .catch(() => undefined);
  await signInAs(page, person.email);
  for (const [number, name] of [
    ['4000 0000 0000 0119', 'Declining'],
    ['4242 4242 4242 4242', 'Good'],
  ] as const) {
    await page.goto('/payment-methods?new=1');
    const form = page.getByRole('dialog');
    await form.getByLabel('Card number').fill(number);
    await form.getByLabel('Good until').fill('08/39');
    await form.getByLabel('Security code').fill('123');
    await form.getByLabel('Name of the holder').fill('Cora Customerson');
    await form.getByLabel('Called').fill(name);
    await form.getByRole('button', { name: 'Add payment method' }).click();
    await expectHeading(page, /••••/);
  }
  const open = await admin.get<{ items: { id: string; number: string }[] }>(
    `/invoices?organization_id=${organization}&status=open`,
  );
  const [invoice] = open.items;
  expect(invoice).toBeDefined();
  await page.goto(`/invoices/${invoice?.id}`);
  await button(page, 'Pay').click();
  const pay = dialog(page, `Pay ${invoice?.number}`);
  await pay.getByLabel('Payment method').selectOption({ label: await methodOption(pay, /Declining/) });
  await pay.getByRole('button', { name: /^Pay €|^Pay / }).click();
  await expect(pay.getByText(/The bank declined the payment/)).toBeVisible();
  await pay.getByLabel('Payment method').selectOption({ label: await methodOption(pay, /Good/) });
  await pay.getByRole('button', { name: /^Pay / }).click();
  await expectToast(page, 'was paid');
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible();
  await expect(fact(page, 'Balance')).toContainText('0.00');
  await expect(button(page, /^Pay/)).toHaveAttribute('aria-disabled', 'true');
  const again = await page.request.post('/api/v1/invoices/pay', {
    headers: { 'idempotency-key': 'once more' },
    data: { invoice_ids: [invoice?.id], payment_method_id: null },
  });
  expect(again.status()).toBe(409);
});

async function methodOption(scope: ReturnType<typeof dialog>, name: RegExp): Promise<string> {
  const option = scope.getByLabel('Payment method').locator('option', { hasText: name }).first();
  await option.waitFor({ state: 'attached' });
  return (await option.innerText()).trim();
}

test('a managed customer views subscriptions and pays, but is offered no change', async ({ page }) => {
  await signIn(page, 'customer', 'Managed Customer');
  await page.goto('/subscriptions');
  await expectHeading(page, 'My subscriptions');
  await expect(button(page, 'New subscription')).toHaveCount(0);
  const { items } = await (await page.request.get('/api/v1/subscriptions')).json();
  if (items.length > 0) {
    await page.goto(`/subscriptions/${items[0].id}`);
    await expectHeading(page, items[0].number);
    for (const action of ['Change', 'Cancel subscription', 'Pause subscription'])
      await expect(button(page, action)).toHaveCount(0);
  }
  await expect(navigation(page).getByRole('link', { name: 'Invoices' })).toBeVisible();
});

test('an administrator watches the jobs of billing', async ({ page }) => {
  await signIn(page, 'global_administrator');
  await page.goto('/jobs');
  await expectHeading(page, 'Jobs');
  for (const job of [
    'Invoice what is due',
    'Mail new invoices',
    'Remind of overdue invoices',
    'Reconcile payments',
  ])
    await expect(page.getByText(job, { exact: true })).toBeVisible();
});
