import type { Page } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading, expectToast, goTo, navigation, row } from './screens.ts';

async function setAccessToContacts(page: Page, level: string): Promise<void> {
  await page.getByLabel('Contacts, access').selectOption({ label: level });
  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  await bar.getByRole('button', { name: 'Review' }).click();
  const review = dialog(page, 'Review changes');
  await review.getByLabel('Reason').fill('Tried in a test');
  await review.getByRole('button', { name: 'Save changes' }).click();
  await expectToast(page, 'Saved as version');
  await expect(bar).toHaveCount(0);
}

test('a changed profile is in force with the next click of whoever has it', async ({
  page,
  anotherPage,
  console,
}) => {
  console.expectError(/403 \(Forbidden\)/);
  await signIn(page, 'system_administrator', 'Administrator');
  const junior = await anotherPage();
  await signIn(junior, 'account_executive', 'CSR Junior');
  await junior.goto('/organizations');
  await expect(navigation(junior).getByRole('link', { name: 'Contacts' })).toBeVisible();

  await page.goto('/profiles');
  await page.getByRole('link', { name: 'CSR Junior', exact: true }).click();
  await expectHeading(page, 'CSR Junior');
  await setAccessToContacts(page, 'None');

  await goTo(junior, 'Dashboard');
  await expect(navigation(junior).getByRole('link', { name: 'Contacts' })).toHaveCount(0);
  await junior.goto('/contacts');
  await expect(junior.getByRole('main').getByText('Whom to ask')).toBeVisible();

  await setAccessToContacts(page, 'View');
  await goTo(junior, 'Dashboard');
  await expect(navigation(junior).getByRole('link', { name: 'Contacts' })).toBeVisible();
});

test('what was changed in a profile can be undone cell by cell before it is saved', async ({ page }) => {
  await signIn(page, 'system_administrator', 'Administrator');
  await page.goto('/profiles');
  await page.getByRole('link', { name: 'CSR Senior', exact: true }).click();
  await page.getByLabel('Contacts, access').selectOption({ label: 'View' });
  await page.getByLabel('Organizations, records', { exact: true }).selectOption({ index: 1 });
  const bar = page.getByRole('region', { name: 'Unsaved changes' });
  await expect(bar).toContainText('2 changes');
  await expect(page.getByText('was Edit')).toBeVisible();
  await page.getByRole('button', { name: /^Undo Contacts.*back to Edit/ }).click();
  await expect(page.getByLabel('Contacts, access')).toHaveValue('edit');
  await bar.getByRole('button', { name: 'Discard all' }).click();
  await expect(bar).toHaveCount(0);
});

test('a system administrator cannot touch a Global Administrator', async ({ page, admin, console }) => {
  console.expectError(/403 \(Forbidden\)/);
  const [global] = (await admin.people()).filter(({ role }) => role === 'global_administrator');
  const { id, version } = await admin.userWith(global?.email ?? '');
  await signIn(page, 'system_administrator', 'Administrator');
  await page.goto(`/users/${id}`);
  await expectHeading(page, global?.name ?? '');
  await expect(button(page, 'Edit')).toHaveCount(0);
  await expect(button(page, 'More actions')).toHaveCount(0);
  const forced = await page.request.patch(`/api/v1/users/${id}`, {
    data: { last_name: 'Usurped' },
    headers: { 'if-match': `"${version}"` },
  });
  expect(forced.status()).toBe(403);
  expect(await forced.json()).toMatchObject({ decision_id: expect.any(String) });
  await page.goto('/users?new=1');
  const roles = dialog(page, 'Add user').getByLabel('Role', { exact: true }).getByRole('option');
  await expect(roles.filter({ hasText: 'System Administrator' })).toHaveCount(1);
  await expect(roles.filter({ hasText: 'Global Administrator' })).toHaveCount(0);
});

test('the locked profile can be read and not changed', async ({ page }) => {
  await signIn(page, 'system_administrator', 'Administrator');
  await page.goto('/profiles');
  await row(page, 'Global Administrator').last().getByRole('link').click();
  await expect(page.getByText('This profile is locked')).toBeVisible();
  await expect(page.getByRole('main').getByRole('combobox')).toHaveCount(0);
});

test('the default profile of a role is chosen once, and adding a person starts with it', async ({ page }) => {
  const choose = async (profile: string) => {
    await page.goto('/profiles');
    await button(page, 'Change the default profile of Account Executive').click();
    const form = dialog(page, 'Default profile of Account Executive');
    await form.getByLabel('Default profile').selectOption({ label: profile });
    await form.getByRole('button', { name: 'Save default' }).click();
    await expectToast(page, `New people with the role Account Executive start with ${profile}`);
    await expect(row(page, 'Account Executive')).toContainText(profile);
  };
  await signIn(page, 'system_administrator', 'Administrator');
  await choose('CSR Senior');
  await expect(button(page, 'Change the default profile of Global Administrator')).toHaveCount(0);
  await page.goto('/users?new=1');
  const form = dialog(page, 'Add user');
  await form.getByLabel('Role', { exact: true }).selectOption({ label: 'Account Executive' });
  await expect(form.getByLabel('Profile').locator('option:checked')).toHaveText('CSR Senior');
  await form.getByLabel('Role', { exact: true }).selectOption({ label: 'System Administrator' });
  await expect(form.getByLabel('Profile').locator('option:checked')).toHaveText('Default Admin');
  await choose('CSR Junior');
});
