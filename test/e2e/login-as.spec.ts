import type { Page } from '@playwright/test';
import { Api, type User } from './api.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import {
  button,
  chooseFromRowMenu,
  dialog,
  expectHeading,
  expectToast,
  goTo,
  navigationLinks,
  search,
} from './screens.ts';

const nameOf = ({ first_name, last_name }: Pick<User, 'first_name' | 'last_name'>) =>
  `${first_name} ${last_name}`;
const banner = (page: Page) => page.getByRole('region', { name: 'Logged in as somebody else' });

/** A customer of the demo who may do everything that customers may. */
async function customerOf(admin: Api): Promise<User> {
  const people = await admin.people();
  const person = people.find(({ role, profile }) => role === 'customer' && profile === 'Standard Customer');
  if (!person) throw new Error('The demo has no customer');
  return admin.userWith(person.email);
}

async function logInAs(page: Page, user: User, why: string): Promise<void> {
  const name = nameOf(user);
  await page.goto('/users');
  await search(page, user.email);
  await chooseFromRowMenu(page, name, 'Log in as');
  const asked = dialog(page, `Log in as ${name}?`);
  await expect(asked.getByText('Payment methods, and paying with them')).toBeVisible();
  await asked.getByLabel('Reason').fill(why);
  await asked.getByRole('button', { name: `Log in as ${name}` }).click();
  await expect(banner(page)).toBeVisible();
}

test('an administrator works as a customer, within limits, and the log names both', async ({
  page,
  admin,
  console,
}) => {
  console.expectError(/403 \(Forbidden\)/);
  const administrator = await signIn(page, 'system_administrator', 'Administrator');
  const customer = await customerOf(admin);
  const both = `${administrator.name} as ${nameOf(customer)}`;
  const why = `Ticket ${Date.now()}`;
  await logInAs(page, customer, why);

  await expect(banner(page)).toContainText(both);
  await expect(banner(page).getByRole('timer')).toHaveText(/^(30:00|29:\d\d) left$/);
  await page.reload();
  await expect(banner(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Exit')).toBeFocused();
  expect(await navigationLinks(page)).not.toContain('Audit log');

  await goTo(page, 'Payment methods');
  await expect(button(page, /^(Add|New) payment method/)).toHaveCount(0);
  const refused = await page.evaluate(async () => {
    const body = JSON.stringify({});
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/v1/payment-methods', { method: 'POST', body, headers });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  });
  expect(refused).toEqual([403, 'access/inside-login-as']);
  await page.goto('/me');
  await expect(page.getByText('These settings stay with the person')).toBeVisible();

  await button(page, 'Exit').click();
  await expectToast(page, 'You are yourself again');
  await expect(banner(page)).toHaveCount(0);
  await page.goto('/audit-log');
  await search(page, nameOf(customer));
  await expect(page.getByRole('cell', { name: both }).first()).toBeVisible();

  await signIn(page, 'customer');
  await new Api(page.request).signInAs(customer.email);
  await page.goto('/me');
  await expect(page.getByText(`${administrator.name} used your account: ${why}`)).toBeVisible();
});

test('what is closed inside is not offered there, though its permission serves something else', async ({
  page,
  admin,
}) => {
  await signIn(page, 'system_administrator', 'Administrator');
  const people = await admin.people();
  const executive = people.find(({ profile }) => profile === 'CSR Supervisor');
  if (!executive) throw new Error('The demo has no supervisor');
  await logInAs(page, await admin.userWith(executive.email), 'Looks at an account with them');
  const [account] = await admin.organizations('kind=customer&status=active');
  await page.goto(`/organizations/${account?.id}`);
  await expect(button(page, 'Edit')).toBeVisible();
  await expect(button(page, 'Close')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Timeline' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'What they see' })).toHaveCount(0);
  await goTo(page, 'Cases');
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expect(button(page, 'Send reply')).toBeVisible();
  await expect(button(page, 'Assign')).toHaveCount(0);
  await expect(page.getByRole('switch', { name: 'Internal note' })).toHaveCount(0);
  await button(page, 'Exit').click();
  await expectToast(page, 'You are yourself again');
});

test('a partner administrator works as their account executive, and it ends when that person ends it', async ({
  page,
  admin,
  playwright,
  server,
  console,
}) => {
  console.expectError(/401 \(Unauthorized\)/);
  const administrator = await signIn(page, 'partner_administrator');
  const { partner } = await admin.userWith(administrator.email);
  const query = `partner_id=${partner?.id}&role=partner_account_executive&status=active&limit=100`;
  const { items } = await admin.get<{ items: User[] }>(`/users?${query}`);
  const executive = items.find(({ profile }) => profile.name === 'Partner Account Executive');
  if (!executive) throw new Error('The demo has no such executive');
  await logInAs(page, executive, 'Shows them how to add an account');
  await expect(banner(page)).toContainText(`${administrator.name} as ${nameOf(executive)}`);
  await goTo(page, 'Customer accounts');

  const request = await playwright.request.newContext({ baseURL: server.url });
  const theirs = new Api(request);
  await theirs.signInAs(executive.email);
  await request.delete('/api/v1/sessions');
  await request.dispose();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click();
  await expectToast(page, 'Your time as another person is over');
  await expect(banner(page)).toHaveCount(0);
  await page.goto('/users');
  await expectHeading(page, 'Users');
});

test('a tab that still shows the administrator does not work on as the customer', async ({
  page,
  admin,
  context,
  console,
}) => {
  console.expectError(/409 \(Conflict\)/);
  await signIn(page, 'system_administrator', 'Administrator');
  const other = await context.newPage();
  await other.goto('/settings');
  await logInAs(page, await customerOf(admin), 'Two tabs');
  await other.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click();
  await expect(banner(other)).toBeVisible();
  await expectToast(other, 'This page was loaded again');
});

for (const width of [320, 1280]) {
  test(`the banner is accessible, ${width} pixels wide`, async ({ page, admin }) => {
    await page.setViewportSize({ width, height: 720 });
    await signIn(page, 'global_administrator');
    await logInAs(page, await customerOf(admin), 'Looks at the banner');
    for (const address of ['/organizations', '/subscriptions', '/me']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(banner(page)).toBeVisible();
      await expectAccessible(page);
    }
  });
}
