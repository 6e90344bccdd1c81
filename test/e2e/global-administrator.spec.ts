import { readFile } from 'node:fs/promises';
import path from 'node:path';
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
  row,
  search,
} from './screens.ts';
import { activate, linkMailedTo } from './work.ts';

test('a new person is added, activates the account by the link and signs in', async ({
  page,
  anotherPage,
}) => {
  const email = `ida.newcomer.${Date.now()}@example.org`;
  await signIn(page, 'global_administrator');
  await page.goto('/users');
  await button(page, 'Add user').click();
  const form = dialog(page, 'Add user');
  await form.getByLabel('Role', { exact: true }).selectOption({ label: 'Account Executive' });
  await form.getByLabel('Profile').selectOption({ label: 'CSR Junior' });
  await form.getByLabel('First name').fill('Ida');
  await form.getByLabel('Last name').fill('Newcomer');
  await form.getByLabel('E-mail').fill(email);
  await form.getByRole('button', { name: 'Add and send the mail' }).click();
  await expectToast(page, 'Ida Newcomer was added');
  const newcomer = await anotherPage();
  await activate(newcomer, await linkMailedTo(page, email), email, 'seven quiet umbrellas');
  await expectHeading(newcomer, 'Sales & Support Hub');
  await expect(button(newcomer, 'Account of Ida Newcomer')).toBeVisible();
});

test('organizations are imported from CSV, and a second import changes nothing', async ({ page }) => {
  await signIn(page, 'global_administrator');
  const counts = page.getByLabel('Rows by result');
  const chooseFile = async () => {
    await page.goto('/organizations/import');
    await page
      .getByLabel('CSV file')
      .setInputFiles(path.join(import.meta.dirname, 'fixtures', 'organizations.csv'));
    await expect(page.getByText('organizations.csv: 3 rows, 8 columns')).toBeVisible();
    await button(page, 'Check the file').click();
  };
  await chooseFile();
  await expect(counts).toHaveText(/^New\s*3/);
  await button(page, 'Import 3 rows').click();
  await expect(page.getByText('3 added, 0 changed.')).toBeVisible();
  await page.getByRole('link', { name: 'Open organizations' }).click();
  await search(page, 'Żółta');
  await row(page, 'Żółta Łódka').getByRole('link').first().click();
  await expect(fact(page, 'Phone')).toHaveText('+48 500 100 300');
  await expect(fact(page, 'Customer since')).toHaveText('17 Jan 2025');

  await chooseFile();
  await expect(counts).toHaveText(/Unchanged\s*3/);
  await expect(button(page, /^Import 0 rows/)).toHaveAttribute('aria-disabled', 'true');
});

test('an import that was left goes on, and is found again with every row', async ({ page }) => {
  const lines = Array.from({ length: 401 }, (_, index) => `B-${index},${index === 7 ? '' : `Bulk ${index}`}`);
  const buffer = Buffer.from(`external id,name\n${lines.join('\n')}\n`);
  await signIn(page, 'global_administrator');
  await page.goto('/organizations/import');
  await page.getByLabel('CSV file').setInputFiles({ name: 'bulk.csv', mimeType: 'text/csv', buffer });
  await button(page, 'Check the file').click();
  await page.getByLabel('Import the good rows and leave out the refused ones').check();
  await button(page, 'Import 400 rows').click();
  await goTo(page, 'Contacts');
  await page.goto('/organizations/import');
  const run = row(page, 'bulk.csv').first();
  await expect(run).toContainText('400 added, 0 changed, 0 unchanged, 1 refused', { timeout: 30_000 });
  await expect(run).toContainText('Imported');
  const [download] = await Promise.all([page.waitForEvent('download'), run.getByRole('link').click()]);
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(402);
  expect(rows[8]).toBe('8,refuse,B-7,name: Must not be empty');
});

test('a refusal stands in the audit log under its decision', async ({ page, anotherPage }) => {
  const junior = await anotherPage();
  const person = await signIn(junior, 'account_executive', 'CSR Junior');
  const refused = await junior.request.get('/api/v1/audit-log');
  expect(refused.status()).toBe(403);
  const { decision_id, code } = await refused.json();

  await signIn(page, 'global_administrator');
  await page.goto('/audit-log');
  await page.getByLabel('Decision id').fill(decision_id);
  const entry = page.getByRole('row').filter({ hasText: person.name });
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText('Refused');
  await entry.getByRole('button').click();
  await expect(page.getByText(decision_id)).toBeVisible();
  await expect(page.getByText(code)).toBeVisible();
});

test('the company settings hold for everybody at once', async ({ page, anotherPage, console }) => {
  console.expectError(/403 \(Forbidden\)/);
  await signIn(page, 'global_administrator');
  await page.goto('/settings');
  const name = page.getByLabel('Company name');
  const before = await name.inputValue();
  await name.fill('Moonbeam Renamed');
  await page.getByLabel('Support e-mail').fill('not an address');
  await button(page, 'Save').click();
  await expect(page.getByText('Enter an e-mail address such as')).toBeVisible();
  await page.getByLabel('Support e-mail').fill('help@moonbeam.example');
  await button(page, 'Save').click();
  await expectToast(page, 'Company settings saved');
  await expect(page.getByRole('complementary')).toContainText('Moonbeam Renamed');
  const visitor = await anotherPage();
  await visitor.goto('/sign-in');
  await expect(visitor.getByText('Moonbeam Renamed')).toBeVisible();
  await signIn(visitor, 'customer', 'Standard Customer');
  await visitor.goto('/profiles');
  await expect(visitor.getByRole('link', { name: 'help@moonbeam.example' })).toBeVisible();
  await expect(visitor.getByText('is beyond your role, whatever a profile says.')).toBeVisible();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveCount(1);
  await name.fill(before);
  await button(page, 'Save').click();
  await expect(page.getByRole('complementary')).toContainText(before);
});

test('two people edit the same record: the second sees what changed in between and loses nothing', async ({
  page,
  admin,
  console,
}) => {
  console.expectError(/409 \(Conflict\)/);
  const [account] = await admin.organizations('sort=-name&status=active');
  await signIn(page, 'global_administrator');
  await page.goto(`/organizations/${account?.id}`);
  await button(page, 'Edit').click();
  const form = dialog(page, `Edit ${account?.name}`);
  await form.getByLabel('Industry').fill('Lighthouses');
  await admin.patch(`/organizations/${account?.id}`, { phone: '+1 555 0100' }, account?.version);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('What changed in the meantime')).toBeVisible();
  await form.getByRole('button', { name: 'Take over and keep my input' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expectToast(page, 'Changes saved');
  await expect(fact(page, 'Phone')).toHaveText('+1 555 0100');
  await expect(fact(page, 'Industry')).toHaveText('Lighthouses');
});

test('the navigation of a Global Administrator opens every page', async ({ page }) => {
  await signIn(page, 'global_administrator');
  await page.goto('/');
  await expectHeading(page, 'Dashboard');
  const [home, ...links] = await navigation(page).getByRole('link').allInnerTexts();
  expect(home).toBe('Admin platform');
  for (const link of links) await goTo(page, link);
  await navigation(page).getByRole('link', { name: 'Admin platform' }).click();
  await expectHeading(page, 'Dashboard');
  expect(links).toContain('Audit log');
});
