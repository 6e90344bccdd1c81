import { readFile } from 'node:fs/promises';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import {
  button,
  commercePages,
  dialog,
  expectHeading,
  expectToast,
  fact,
  goTo,
  navigationLinks,
  row,
  search,
} from './screens.ts';

test('an account executive finds an account by its number', async ({ page, admin }) => {
  const [wanted] = await admin.organizations('sort=-name&kind=customer');
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/organizations');
  await search(page, wanted?.number ?? '');
  await expect(page.getByRole('rowheader')).toHaveText([wanted?.name ?? '']);
  await page.reload();
  await expect(page.getByRole('rowheader'), 'the search stays in the address').toHaveText([
    wanted?.name ?? '',
  ]);
  await row(page, wanted?.name ?? '')
    .getByRole('link')
    .first()
    .click();
  await expectHeading(page, wanted?.name ?? '');
});

test('an account executive creates an account, is told what is missing, and looks after it', async ({
  page,
}) => {
  const person = await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/organizations');
  await button(page, 'New organization').click();
  const form = dialog(page, 'New organization');
  await form.getByRole('button', { name: 'Add organization' }).click();
  await expect(form.getByText('Enter the name of the organization.')).toBeVisible();
  await form.getByLabel('Name', { exact: true }).fill('Velvet Anvil Works');
  await form.getByLabel('E-mail').fill('office@velvet-anvil.example');
  await form.getByLabel('Country').selectOption({ label: 'Poland' });
  await form.getByRole('button', { name: 'Add organization' }).click();
  await expectHeading(page, 'Velvet Anvil Works');
  await expect(fact(page, 'Account executive')).toHaveText(person.name);
  await expect(fact(page, 'Country')).toHaveText('Poland');
  await expect(button(page, 'Edit')).toBeVisible();
});

test('an account executive exports the list as it is filtered', async ({ page, admin }) => {
  const [wanted, unwanted] = await admin.organizations('sort=name&kind=partner');
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/organizations');
  await search(page, wanted?.name ?? '');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  const downloading = page.waitForEvent('download');
  await button(page, 'Export CSV').click();
  await page.getByRole('menuitem', { name: 'These results' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text).toContain(wanted?.name);
  expect(text).not.toContain(unwanted?.name);
});

test('CSR Junior looks at everything and is offered no change', async ({ page, admin }) => {
  const [any] = await admin.organizations('sort=name');
  await signIn(page, 'account_executive', 'CSR Junior');
  await page.goto('/organizations');
  expect(await navigationLinks(page)).toEqual([
    'Sales & Support Hub',
    'Dashboard',
    'Customer accounts',
    'Contacts',
    'Cases',
    ...commercePages,
    'Articles',
    'Users',
  ]);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await expect(button(page, 'New organization')).toHaveCount(0);
  await expect(button(page, 'Export CSV')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await expect(button(page, /^Actions for/)).toHaveCount(0);
  await page.goto(`/organizations/${any?.id}`);
  await expectHeading(page, any?.name ?? '');
  await expect(button(page, 'Edit')).toHaveCount(0);
  await goTo(page, 'Users');
  await expect(button(page, 'Add user')).toHaveCount(0);
});

test('one session of several is ended from my profile', async ({ page, anotherPage }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  const elsewhere = await anotherPage();
  await signIn(elsewhere, 'account_executive', 'CSR Senior');
  await elsewhere.goto('/me');
  await expectHeading(elsewhere, 'My profile');
  await page.goto('/me');
  const sessions = page.getByRole('table', { name: 'Sessions' });
  await expect(sessions.getByText('This session')).toHaveCount(1);
  const others = sessions
    .getByRole('row')
    .filter({ hasText: 'Chrome' })
    .filter({ hasNotText: 'This session' });
  const before = await others.count();
  await others
    .first()
    .getByRole('button', { name: /^End the session on/ })
    .click();
  await dialog(page, 'End this session?').getByRole('button', { name: 'End session' }).click();
  await expectToast(page, 'The session has ended');
  await expect(others).toHaveCount(before - 1);
  await elsewhere.reload();
  await expectHeading(elsewhere, 'Sign in');
  await expect(sessions.getByText('This session')).toHaveCount(1);
});
