import type { Page } from '@playwright/test';
import type { Api, User } from './api.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import {
  button,
  dialog,
  expectHeading,
  expectToast,
  fact,
  navigation,
  openRowMenu,
  row,
  search,
} from './screens.ts';
import { payWithGoodMethod, startSubscription } from './work.ts';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const tabsOf = (page: Page, list: string) => page.getByRole('tablist', { name: list }).getByRole('tab');

async function startOne(page: Page): Promise<string> {
  await page.goto('/?tab=subscriptions');
  await page.getByRole('link', { name: 'Start a subscription' }).click();
  return startSubscription(page);
}

test('a customer starts subscriptions, pays several invoices at once and one in part, and pauses', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'customer', 'Standard Customer');
  const { organization } = await admin.userWith(person.email);
  const [started] = [await startOne(page), await startOne(page)];
  await navigation(page).getByRole('link', { name: 'Customer Hub' }).click();
  await expectHeading(page, organization?.name ?? '');
  const open = page.getByRole('table', { name: 'Outstanding invoices' }).getByRole('rowheader');
  await expect(open.nth(1)).toBeVisible();
  const before = await open.count();

  await button(page, 'Pay').click();
  const pay = dialog(page, 'Pay invoices');
  const choices = pay.getByRole('group', { name: 'Invoices to pay' }).getByRole('checkbox');
  await expect(choices).toHaveCount(before);
  for (const choice of await choices.all()) await expect(choice).toBeChecked();
  await choices.last().uncheck();
  await payWithGoodMethod(pay);
  await expectToast(page, 'paid');
  await expect(open).toHaveCount(1);

  await button(page, 'Pay').click();
  await pay.getByLabel(/^Amount in/).fill('1');
  await payWithGoodMethod(pay);
  await expectToast(page, '1.00 was paid');
  await expect(open).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('table', { name: 'Invoice history' }).getByText('PDF').first()).toBeVisible();

  await tab(page, 'My subscriptions').click();
  await expect(row(page, started ?? '')).toContainText('Active');
  await openRowMenu(page, started ?? '');
  await page.getByRole('menuitem', { name: 'Pause subscription', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause', exact: false }).last().click();
  await expect(row(page, started ?? '')).toContainText('Paused');
});

test('the summary of an account says what is owed, and its lists what was booked', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'customer', 'Standard Customer');
  const { organization } = await admin.userWith(person.email);
  const account = await admin.get<{ number: string }>(`/organizations/${organization?.id}`);
  await page.goto('/');
  await expect(fact(page, 'Account number')).toHaveText(account.number);
  for (const list of ['Payments', 'Payment methods', 'Contacts', 'Colleagues', 'Invoice history']) {
    await tab(page, list).click();
    await expect(page.getByRole('table', { name: list }).getByRole('rowheader').first()).toBeVisible();
  }
  await tab(page, 'Colleagues').click();
  await page.getByRole('link', { name: 'Invite a colleague' }).click();
  await expect(dialog(page, 'Add user').getByLabel('Organization')).toHaveValue(organization?.name ?? '');
});

test('a managed customer pays and is offered no change of subscriptions', async ({ page }) => {
  await signIn(page, 'customer', 'Managed Customer');
  await page.goto('/');
  await expect(tabsOf(page, 'Sections of this hub')).toHaveText([
    'My account',
    'My subscriptions',
    'My cases',
    'Help',
  ]);
  await expect(button(page, 'Pay')).toBeVisible();
  await tab(page, 'My subscriptions').click();
  await expect(page.getByRole('link', { name: 'Open as a list' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Start a subscription' })).toHaveCount(0);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(button(page, /^Actions for/)).toHaveCount(0);
});

test('a billing contact finds invoices and payment methods, and nothing about subscriptions', async ({
  page,
  console,
}) => {
  console.expectError(/403 \(Forbidden\)/);
  await signIn(page, 'customer', 'Billing Contact');
  await page.goto('/');
  await expect(tabsOf(page, 'Sections of this hub')).toHaveText(['My account']);
  await expect(tabsOf(page, 'Everything of this account')).toHaveText(['Invoice history', 'Payment methods']);
  await expect(navigation(page).getByRole('link')).toHaveText([
    'Customer Hub',
    'My account',
    'Invoices',
    'Payment methods',
  ]);
  await page.goto('/?tab=subscriptions');
  await expect(tab(page, 'My account')).toHaveAttribute('aria-selected', 'true');
  await page.goto('/subscriptions');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('not give enough access');
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('a billing contact, who opens no payments, is told how a payment ended', async ({ page }) => {
  await signIn(page, 'customer', 'Billing Contact');
  const { items } = await (await page.request.get('/api/v1/invoices?status=open')).json();
  await page.goto(`/invoices/${items[0].id}`);
  for (const [card, said] of [
    ['4000 0000 0000 0119', 'was not paid'],
    ['4242 4242 4242 4242', '1.00 was paid'],
  ] as const) {
    if (card.startsWith('4000')) await button(page, 'Pay').click();
    const pay = page.getByRole('dialog', { name: `Pay ${items[0].number}` });
    await pay.getByLabel('Payment method').selectOption('new');
    await pay.getByLabel('Card number').fill(card);
    await pay.getByLabel('Good until').fill('08/39');
    await pay.getByLabel('Security code').fill('123');
    await pay.getByLabel('Name of the holder').fill('Ada Lovelace');
    await pay.getByLabel(/^Amount in/).fill('1');
    await pay.getByRole('button', { name: /^Pay / }).click();
    await expect(page.getByText(said)).toBeVisible();
  }
});

test('in a narrow window the open tab is in sight, whatever stands before it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/?list=colleagues');
  await expect(tab(page, 'Colleagues')).toHaveAttribute('aria-selected', 'true');
  // Not scrolled to: that would bring it there.
  const place = () => tab(page, 'Colleagues').boundingBox();
  await expect.poll(async () => (await place())?.x).toBeGreaterThan(0);
  await expect
    .poll(async () => ((await place())?.x ?? 320) + ((await place())?.width ?? 0))
    .toBeLessThan(321);
  await page.goto('/?tab=help');
  await expect(tab(page, 'Help')).toBeInViewport({ ratio: 0.9 });
});

test('an account executive arrives at their book of business and lets go of the filter', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'account_executive', 'CSR Senior');
  const me = await admin.userWith(person.email);
  const mine = await admin.organizations(`account_executive_id=${me.id}&sort=name`);
  const [other] = (await admin.organizations('sort=-name')).filter(
    ({ account_executive }) => account_executive?.id !== me.id,
  );
  await page.goto('/');
  await expectHeading(page, 'Sales & Support Hub');
  await expect(page).toHaveURL(new RegExp(`account_executive_id=${me.id}`));
  await expect(page.getByRole('rowheader').first()).toHaveText(mine[0]?.name ?? '');
  await search(page, other?.name ?? '');
  await expect(page.getByText('No organization matches')).toBeVisible();
  await page.getByLabel('Looked after by').selectOption({ label: 'Any' });
  await expect(row(page, other?.name ?? '')).toBeVisible();
  await tab(page, 'Subscriptions').click();
  for (const header of ['MRR', 'TCV', 'Quantity', 'Renews or ends']) {
    await expect(page.getByRole('columnheader', { name: header })).toBeVisible();
  }
  await tab(page, 'Invoices').click();
  await expect(page.getByRole('rowheader').first()).toHaveText(/^INV-/);
});

async function personWith(admin: Api, profile: string): Promise<User> {
  const person = (await admin.people()).find((one) => one.profile === profile);
  return admin.userWith(person?.email ?? '');
}

test('support looks at the portal with the eyes of a customer, and can do nothing there', async ({
  page,
  admin,
}) => {
  const billing = await personWith(admin, 'Billing Contact');
  const name = `${billing.first_name} ${billing.last_name}`;
  await signIn(page, 'account_executive', 'CSR Junior');
  await page.goto(`/organizations/${billing.organization?.id}?tab=seen`);
  await page.getByLabel('Person').selectOption({ label: `${name} (Billing Contact)` });
  const seen = page.getByRole('region', { name: `What ${name} sees` });
  await expect(seen.getByText('Reads. May: pay, download')).toBeVisible();
  await expect(seen.getByRole('tab')).toHaveText(['Invoices', 'Payment methods']);
  await expect(seen.getByText('Subscriptions')).toHaveCount(0);
  await expect(seen.getByRole('rowheader').first()).toHaveText(/^INV-/);
  await expect(seen.getByRole('button')).toHaveCount(0);
});
