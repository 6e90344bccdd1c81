import type { Page } from '@playwright/test';
import type { Api, User } from './api.ts';
import { expect, test } from './base.ts';
import { signIn, signInAs } from './people.ts';
import { button, choose, dialog, expectHeading, expectToast, fact, goTo, row, search } from './screens.ts';
import {
  activate,
  executivesOf,
  linkMailedTo,
  nameOf,
  payWithGoodMethod,
  reassign,
  startSubscription,
} from './work.ts';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });

/** Whoever looks after the organization of a customer. */
async function executiveOf(admin: Api, email: string): Promise<string> {
  const { organization } = await admin.userWith(email);
  const found = await admin.get<{ account_executive: { id: string } | null }>(
    `/organizations/${organization?.id}`,
  );
  return (await admin.get<User>(`/users/${found.account_executive?.id}`)).email;
}

/** The customer pays what was just invoiced and asks about it; the address of the case. */
async function payAndAsk(page: Page): Promise<{ invoice: string; address: string }> {
  await page.goto('/?tab=subscriptions');
  await page.getByRole('link', { name: 'Start a subscription' }).click();
  await startSubscription(page);
  await goTo(page, 'Invoices');
  const newest = page.getByRole('rowheader').first();
  const invoice = (await newest.innerText()).trim();
  await newest.getByRole('link').click();
  await expectHeading(page, invoice);
  await button(page, 'Pay').click();
  await payWithGoodMethod(dialog(page, `Pay ${invoice}`));
  await expectToast(page, 'was paid');
  await page.getByRole('link', { name: 'Open a case about this' }).click();
  const form = dialog(page, 'New case');
  await form.getByLabel('Subject').fill('Whose name is on the invoice?');
  await form.getByLabel('Description').fill('It should be our head office.');
  await form.getByRole('button', { name: 'Open case' }).click();
  await expectHeading(page, /^C-\d{6}$/);
  return { invoice, address: new URL(page.url()).pathname };
}

test('a customer pays and asks, their account executive sees both and answers, the customer is told', async ({
  page,
  admin,
  anotherPage,
}) => {
  const customer = await signIn(page, 'customer', 'Standard Customer');
  const { invoice, address } = await payAndAsk(page);

  const staff = await anotherPage();
  await signInAs(staff, await executiveOf(admin, customer.email));
  await staff.goto(address);
  await expect(fact(staff, 'About')).toHaveText(invoice);
  await staff.getByRole('main').getByRole('link', { name: invoice }).click();
  await expectHeading(staff, invoice);
  await expect(fact(staff, 'Balance')).toContainText('0.00');
  await staff.goBack();
  await staff.getByLabel('Your reply').fill('From the next one on it will be.');
  await button(staff, 'Send reply').click();
  await expectToast(staff, 'Reply sent');

  const number = await page.getByRole('heading', { level: 1 }).innerText();
  await page.goto('/notifications');
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click();
  await expectHeading(page, number);
  await expect(page.getByRole('region', { name: 'Conversation' })).toContainText('From the next one on');
});

interface NewAccount {
  name: string;
  email: string;
  executive: string;
}

/** The partner's administrator adds an account for one of the executives, with its first user. */
async function addAccount(page: Page, { name, email, executive }: NewAccount): Promise<void> {
  await page.goto('/');
  await button(page, 'New organization').click();
  const form = dialog(page, 'New organization');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await choose(form, 'Partner account executive', executive);
  await form.getByLabel('Invite somebody who signs in for it').check();
  await form.getByLabel('First name').fill('Flora');
  await form.getByLabel('Last name').fill('Ferry');
  await form.getByLabel('E-mail of the user').fill(email);
  await form.getByLabel('Profile').selectOption({ label: 'Managed Customer' });
  await form.getByRole('button', { name: 'Add organization' }).click();
  await expectHeading(page, name);
}

/** Opens the account from the notification that it was given to the reader. */
async function openFromNotification(page: Page, name: string): Promise<void> {
  await page.goto('/notifications');
  await page.getByRole('link', { name: `You look after ${name} from now on.` }).click();
  await expectHeading(page, name);
}

test('an account of a partner changes hands: the first executive loses sight of it, the second starts its subscription, its user finds that', async ({
  page,
  admin,
  anotherPage,
  console,
}) => {
  test.setTimeout(120_000);
  console.expectError(/404 \(Not Found\)/);
  const administrator = await signIn(page, 'partner_administrator');
  const { first, second } = await executivesOf(admin, administrator.email);
  const [name, email] = [`Tidal Ferry ${Date.now()}`, `flora.${Date.now()}@example.org`];
  await addAccount(page, { name, email, executive: nameOf(first) });

  const losing = await anotherPage();
  await signInAs(losing, first.email);
  await openFromNotification(losing, name);
  await reassign(page, name, nameOf(second));
  await expectToast(page, `${name} is assigned`);
  await tab(losing, 'Subscriptions').click();
  await losing.reload();
  await expectHeading(losing, 'Not found');
  await losing.goto('/organizations');
  await search(losing, name);
  await expect(losing.getByText('No organization matches')).toBeVisible();
  await losing.goto('/notifications');
  await expectHeading(losing, 'Notifications');
  await expect(losing.getByText(name)).toHaveCount(0);

  const winning = await anotherPage();
  await signInAs(winning, second.email);
  await openFromNotification(winning, name);
  await tab(winning, 'Subscriptions').click();
  await winning.getByRole('link', { name: 'New subscription' }).click();
  const subscription = await startSubscription(winning);

  const outbox = await anotherPage();
  await signIn(outbox, 'global_administrator');
  const user = await anotherPage();
  await activate(user, await linkMailedTo(outbox, email), email, 'eleven calm harbours');
  await expectHeading(user, name);
  await tab(user, 'My subscriptions').click();
  await expect(row(user, subscription)).toContainText('Active');
  await expect(button(user, /^Actions for/)).toHaveCount(0);
});
