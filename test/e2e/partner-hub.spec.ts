import type { Page } from '@playwright/test';
import type { Api, Organization, User } from './api.ts';
import { expect, test } from './base.ts';
import { signIn, signInAs } from './people.ts';
import { button, choose, dialog, expectHeading, expectToast, fact, row, search } from './screens.ts';
import { executivesOf, nameOf } from './work.ts';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const bar = (page: Page) => page.getByRole('region', { name: 'The account at hand' });

async function accountOf(
  admin: Api,
  partner: { id: string },
  executive: User,
  name: string,
): Promise<Organization> {
  return admin.post<Organization>('/organizations', {
    name: `${name} ${Date.now()}`,
    parent_partner_id: partner.id,
    partner_account_executive_id: executive.id,
  });
}

test("a partner account executive finds the partner's own account beside their customers", async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'partner_account_executive', 'Partner Account Executive');
  const { partner } = await admin.userWith(person.email);
  await page.goto('/');
  await expectHeading(page, partner?.name ?? '');
  await expect(page.getByRole('tablist', { name: 'Sections of this hub' }).getByRole('tab')).toHaveText([
    'Customer accounts',
    'My account',
    'My subscriptions',
    'Cases',
    'Help',
  ]);
  await expect(row(page, partner?.name ?? '')).toHaveCount(0);
  await tab(page, 'My account').click();
  await expect(fact(page, 'Name')).toHaveText(partner?.name ?? '');
  await page.getByRole('link', { name: 'All details' }).click();
  await button(page, 'Edit').click();
  const form = dialog(page, `Edit ${partner?.name}`);
  await expect(form.getByLabel('Phone')).toBeVisible();
  await expect(form.getByLabel('Payment terms (days)')).toHaveCount(0);
  await expect(bar(page)).toHaveCount(0);
});

test('whoever acts for an account reads its name on every page, and finds the way back', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'partner_account_executive', 'Partner Account Executive');
  const me = await admin.userWith(person.email);
  const query = `partner_account_executive_id=${me.id}`;
  const { items } = await admin.get<{ items: { organization: { id: string; name: string } }[] }>(
    `/invoices?${query}`,
  );
  const account = items[0]?.organization;
  await page.goto('/');
  await search(page, account?.name ?? '');
  await row(page, account?.name ?? '')
    .getByRole('link')
    .first()
    .click();
  await expectHeading(page, account?.name ?? '');
  await expect(bar(page)).toContainText(`Acting for ${account?.name}`);
  await tab(page, 'Invoices').click();
  await page.getByRole('rowheader').first().getByRole('link').click();
  await expectHeading(page, /^INV-/);
  await expect(bar(page)).toContainText(`Acting for ${account?.name}`);
  await bar(page).getByRole('link', { name: 'Back to the account' }).click();
  await tab(page, 'Subscriptions').click();
  await page.getByRole('link', { name: 'New subscription' }).click();
  await expect(dialog(page, 'New subscription').getByLabel('Organization')).toHaveValue(account?.name ?? '');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText(`Acting for ${account?.name}`);
  await page.goto('/dashboard');
  await expect(bar(page)).toHaveCount(0);
});

test('an account is added together with its first user, or not at all', async ({ page, admin, console }) => {
  console.expectError(/422 \(Unprocessable/);
  const person = await signIn(page, 'partner_account_executive', 'Partner Account Executive');
  const name = `Lantern Fish Foods ${Date.now()}`;
  const email = `wanda.${Date.now()}@example.org`;
  await page.goto('/');
  await button(page, 'New organization').click();
  const form = dialog(page, 'New organization');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Invite somebody who signs in for it').check();
  await form.getByRole('button', { name: 'Add organization' }).click();
  await expect(form.getByText('Enter the first name.')).toBeVisible();
  await form.getByLabel('First name').fill('Wanda');
  await form.getByLabel('Last name').fill('Lantern');
  await form.getByLabel('E-mail of the user').fill(person.email);
  await form.getByLabel('Profile').selectOption({ label: 'Managed Customer' });
  await form.getByRole('button', { name: 'Add organization' }).click();
  await expect(form.getByText('This address can not be used for a new user')).toBeVisible();
  expect(await admin.organizations(`q=${encodeURIComponent(name)}`)).toEqual([]);
  await form.getByLabel('E-mail of the user').fill(email);
  await form.getByRole('button', { name: 'Add organization' }).click();
  await expectHeading(page, name);
  await expect(fact(page, 'Partner account executive')).toHaveText(person.name);
  expect(await admin.userWith(email)).toMatchObject({ status: 'invited', organization: { name } });
});

test('several accounts change hands after a preview, and are out of sight at once', async ({
  page,
  admin,
  anotherPage,
}) => {
  const administrator = await signIn(page, 'partner_administrator');
  const { partner, first, second } = await executivesOf(admin, administrator.email);
  const stem = `Marmalade ${Date.now()}`;
  const accounts = [
    await accountOf(admin, partner, first, `${stem} Mill`),
    await accountOf(admin, partner, first, `${stem} Mine`),
  ];
  const losing = await anotherPage();
  await signInAs(losing, first.email);
  await losing.goto('/organizations');
  await search(losing, stem);
  await expect(losing.getByRole('rowheader')).toHaveCount(2);

  await page.goto('/');
  await search(page, stem);
  for (const { name } of accounts) await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
  await expect(page.getByText('2 chosen')).toBeVisible();
  await button(page, 'Assign…').click();
  const form = dialog(page, 'Assign accounts');
  await expect(form.getByLabel('Account executive', { exact: true })).toHaveCount(0);
  await choose(form, 'Partner account executive', nameOf(second));
  await form.getByRole('button', { name: 'Preview' }).click();
  const review = dialog(page, 'What will happen');
  await expect(review).toContainText('2 accounts move');
  await expect(review).toContainText(`${nameOf(first)}: 2`);
  await expect(review).toContainText(`${nameOf(second)}: 2`);
  await review.getByRole('button', { name: 'Move 2 accounts' }).click();
  await expectToast(page, '2 accounts were moved');

  await losing.reload();
  await expect(losing.getByText('No organization matches')).toBeVisible();
  const winning = await anotherPage();
  await signInAs(winning, second.email);
  await winning.goto('/organizations');
  await search(winning, stem);
  await expect(winning.getByRole('rowheader')).toHaveCount(2);
});

test('nothing moves when an account was changed since the preview', async ({ page, admin, console }) => {
  console.expectError(/409 \(Conflict\)/);
  const administrator = await signIn(page, 'partner_administrator');
  const { partner, first, second } = await executivesOf(admin, administrator.email);
  const account = await accountOf(admin, partner, first, 'Stubborn Mule Carriers');
  await page.goto('/organizations');
  await search(page, account.name);
  await page.getByRole('checkbox', { name: `Choose ${account.name}` }).check();
  await button(page, 'Assign…').click();
  await choose(dialog(page, 'Assign accounts'), 'Partner account executive', nameOf(second));
  await button(page, 'Preview').click();
  await admin.patch(`/organizations/${account.id}`, { phone: '+1 555 0101' }, account.version);
  await button(page, 'Move 1 account').click();
  await expect(page.getByRole('alert')).toContainText('0 of 1 accounts were moved');
  const [after] = await admin.organizations(`q=${encodeURIComponent(account.name)}`);
  expect(after?.partner_account_executive?.id).toBe(first.id);
});

test('all accounts of one account executive are given to another', async ({ page, admin }) => {
  const administrator = await signIn(page, 'partner_administrator');
  const { partner } = await executivesOf(admin, administrator.email);
  const { items } = await admin.get<{
    items: { executive: { id: string; name: string }; organizations: number }[];
  }>('/organizations/books?by=partner_account_executive');
  const staff = await admin.get<{ items: User[] }>(
    `/users?partner_id=${partner.id}&role=partner_account_executive&limit=100`,
  );
  const books = items
    .filter(({ executive }) => staff.items.some(({ id }) => id === executive.id))
    .toSorted((a, b) => a.organizations - b.organizations);
  const [from, to] = [books[0], books.at(-1)];
  const all = await admin.organizations(`partner_account_executive_id=${from?.executive.id}`);
  await page.goto('/?tab=executives');
  await expect(row(page, from?.executive.name ?? '')).toContainText(String(from?.organizations));
  await page.getByRole('link', { name: `Re-assign accounts of ${from?.executive.name}` }).click();
  const form = dialog(page, 'Assign accounts');
  await choose(form, 'Partner account executive', to?.executive.name ?? '');
  await form.getByRole('button', { name: 'Preview' }).click();
  const confirm = dialog(page, 'What will happen').getByRole('button', { name: /^Move / });
  await expect(confirm).toHaveText(new RegExp(`^Move ${all.length} account`));
  await confirm.click();
  await expectToast(page, 'moved');
  expect(await admin.organizations(`partner_account_executive_id=${from?.executive.id}`)).toEqual([]);
});
