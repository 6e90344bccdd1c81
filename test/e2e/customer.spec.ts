import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import {
  button,
  dialog,
  expectHeading,
  expectToast,
  fact,
  goTo,
  navigation,
  navigationLinks,
  openRowMenu,
  ownCommercePages,
  row,
} from './screens.ts';

test('a customer arrives with one click and sees their own organization only', async ({ page, admin }) => {
  const person = (await admin.people()).find(({ profile }) => profile === 'Standard Customer');
  const own = (await admin.userWith(person?.email ?? '')).organization;
  await page.goto('/');
  await expectHeading(page, 'Sign in');
  await page.getByTitle(`Sign in as ${person?.name}`).click();
  await expectHeading(page, own?.name ?? '');
  expect(await navigationLinks(page)).toEqual([
    'Customer Hub',
    'Dashboard',
    'My account',
    'Contacts',
    'My cases',
    ...ownCommercePages,
    'Help',
    'Users',
  ]);
  await navigation(page).getByRole('link', { name: 'My account' }).click();
  await expect(page).toHaveURL(new RegExp(`/organizations/${own?.id}$`));
  await expectHeading(page, own?.name ?? '');
  const { items } = await (await page.request.get('/api/v1/organizations')).json();
  expect(items.map((one: { id: string }) => one.id)).toEqual([own?.id]);
  await expect(button(page, 'New organization')).toHaveCount(0);
});

test('a customer edits the phone number of their organization, and nothing beyond contact details', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'customer', 'Standard Customer');
  const own = (await admin.userWith(person.email)).organization;
  await page.goto(`/organizations/${own?.id}`);
  await button(page, 'Edit').click();
  const form = dialog(page, `Edit ${own?.name}`);
  await expect(form.getByLabel('E-mail')).toBeVisible();
  await expect(form.getByLabel('Name', { exact: true })).toHaveCount(0);
  await expect(form.getByLabel('Currency')).toHaveCount(0);
  await form.getByLabel('Phone').fill('+48 600 100 200');
  await form.getByRole('button', { name: 'Save' }).click();
  await expectToast(page, 'Changes saved');
  await expect(fact(page, 'Phone')).toHaveText('+48 600 100 200');
  await expect(button(page, 'Assign')).toHaveCount(0);
  await expect(button(page, /^Close/)).toHaveCount(0);
});

test('a customer adds a contact to their own organization without being asked which', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'customer', 'Standard Customer');
  const own = (await admin.userWith(person.email)).organization;
  await page.goto('/contacts');
  await button(page, 'New contact').click();
  const form = dialog(page, 'New contact');
  await expect(form.getByLabel('Organization')).toBeDisabled();
  await expect(form.getByLabel('Organization')).toHaveValue(own?.name ?? '');
  await form.getByLabel('First name').fill('Wanda');
  await form.getByLabel('Last name').fill('Rutkiewicz');
  await form.getByRole('button', { name: 'Add contact' }).click();
  await expectHeading(page, 'Wanda Rutkiewicz');
  await expect(fact(page, 'Organization')).toHaveText(own?.name ?? '');
  await page.goBack();
  await expectHeading(page, 'Contacts');
  await expect(row(page, 'Wanda Rutkiewicz')).toBeVisible();
  await expect(dialog(page, 'New contact')).toHaveCount(0);
  // Whose it is goes without saying for somebody of one organization.
  await expect(page.getByRole('columnheader', { name: 'Organization' })).toHaveCount(0);
});

test("somebody else's organization looks the same as one that does not exist", async ({
  page,
  admin,
  console,
}) => {
  console.expectError(/404 \(Not Found\)/);
  const person = await signIn(page, 'customer', 'Standard Customer');
  const own = (await admin.userWith(person.email)).organization;
  const [other] = (await admin.organizations('sort=name')).filter(({ id }) => id !== own?.id);
  const texts: string[] = [];
  for (const id of [other?.id, '00000000-0000-7000-8000-000000000000']) {
    await page.goto(`/organizations/${id}`);
    await expectHeading(page, 'Not found');
    texts.push(await page.getByRole('main').innerText());
  }
  expect(texts[0]).toBe(texts[1]);
});

test('a customer is refused pages of the administration, with a decision to quote', async ({
  page,
  console,
}) => {
  console.expectError(/403 \(Forbidden\)/);
  await signIn(page, 'customer', 'Standard Customer');
  for (const address of ['/profiles', '/settings', '/audit-log']) {
    await page.goto(address);
    await expect(page.getByRole('main').getByText('Whom to ask')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(fact(page, 'Decision')).toHaveText(/\S{8,}/);
  }
});

test('a customer sees colleagues among users, and can change none of them', async ({ page, admin }) => {
  const person = await signIn(page, 'customer', 'Standard Customer');
  const me = await admin.userWith(person.email);
  const all = await admin.get<{ items: { id: string }[] }>(`/users?organization_id=${me.organization?.id}`);
  await page.goto('/users');
  await expect(page.getByRole('rowheader')).toHaveCount(all.items.length);
  await openRowMenu(page, person.name);
  await expect(page.getByRole('menuitem')).toHaveText(['View', 'History']);
});

test('a customer is spared what is the same in every row, and what only sellers go by', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  const headers = async () => {
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    return page.getByRole('columnheader').allInnerTexts();
  };
  await page.goto('/users');
  const shown = await headers();
  expect(shown).not.toContain('Role');
  expect(shown).not.toContain('Organization or partner');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(fact(page, 'Role')).toHaveText('Customer');
  await expect(fact(page, 'Role type')).toHaveCount(0);
  await page.goto('/products');
  expect(await headers()).not.toContain('Code');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page.getByRole('columnheader', { name: 'Price' })).toBeVisible();
  for (const name of ['Code', 'Rank', 'Version']) {
    await expect(page.getByRole('columnheader', { name, exact: true })).toHaveCount(0);
  }
});

test('a managed customer reads their organization and is offered no change', async ({ page, admin }) => {
  const person = await signIn(page, 'customer', 'Managed Customer');
  const own = (await admin.userWith(person.email)).organization;
  await page.goto('/organizations');
  expect(await navigationLinks(page)).toEqual([
    'Customer Hub',
    'Dashboard',
    'My account',
    'Contacts',
    'My cases',
    ...ownCommercePages,
    'Help',
  ]);
  await expectHeading(page, own?.name ?? '');
  await expect(button(page, 'Edit')).toHaveCount(0);
  await goTo(page, 'Contacts');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(button(page, 'New contact')).toHaveCount(0);
  await expect(button(page, /^Actions for/)).toHaveCount(0);
});
