import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './base.ts';
import { signIn, signInAs } from './people.ts';
import { button, dialog, expectHeading, expectToast, goTo } from './screens.ts';

const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });

test('a person chooses how dates and times are shown to them, and everywhere they are', async ({ page }) => {
  await signIn(page, 'system_administrator', 'Administrator');
  await page.goto('/me');
  const zone = page.getByLabel('Time zone');
  await page.getByLabel('Formats of dates and numbers').selectOption('de-DE');
  await zone.fill('york');
  await page.getByRole('option', { name: /America\/New York/ }).click();
  await expectAccessible(page);
  await button(page, 'Save formats').click();
  await expectToast(page, 'Your formats are saved');
  await expect(page.getByText(/now \d\d\.\d\d\.\d{4}, \d\d:\d\d \(America\/New York\)/)).toBeVisible();
  await expect(zone).toHaveValue('America/New York');
  await page.goto('/audit-log');
  await expect(page.getByRole('rowheader').first()).toContainText(/^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/);

  await page.goto('/me');
  await page.getByLabel('Formats of dates and numbers').selectOption('');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await button(page, 'Save formats').click();
  await expect(page.getByText(/\(UTC\)\.$/)).toBeVisible();
});

test('a time zone that does not exist is not forgotten silently', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/me');
  const zone = page.getByLabel('Time zone');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await zone.fill('Mars/Olympus');
  await page.keyboard.press('Escape');
  await expect(zone).toHaveValue('Mars/Olympus');
  await button(page, 'Save formats').click();
  await expect(zone).toHaveAccessibleDescription(/No time zone is called this/);
  await expect(zone).toBeFocused();
  await expect(zone).toHaveValue('Mars/Olympus');
  await expectAccessible(page);
  expect(asked.filter((one) => one.startsWith('PATCH'))).toEqual([]);

  await zone.fill('europe/warsaw');
  await page.keyboard.press('Tab');
  await button(page, 'Save formats').click();
  await expectToast(page, 'Your formats are saved');
  await expect(zone).toHaveValue('Europe/Warsaw');
});

async function saveView(page: Page, name: string): Promise<void> {
  await button(page, 'Views').click();
  await item(page, 'Save this view').click();
  await dialog(page, 'Save this view').getByLabel('Name of the view').fill(name);
  await dialog(page, 'Save this view').getByRole('button', { name: 'Save' }).click();
  await expect(button(page, name)).toBeVisible();
}

/** Opens the list with its views late: until they are there, no row of another choice is shown. */
async function expectNothingBefore(page: Page, view: RegExp): Promise<void> {
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/api/v1/me/views', async (route) => {
    await held;
    await route.continue();
  });
  const listed = page.waitForResponse(/organizations\?sort/);
  await page.goto('/organizations');
  await listed;
  await expect(page.getByRole('main').getByRole('status').first()).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveCount(0);
  answer();
  await expect(page).toHaveURL(view);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
}

test('views and columns are the same in every browser, and a list opens with the one chosen', async ({
  page,
  anotherPage,
}) => {
  const { email } = await signIn(page, 'account_executive', 'CSR Supervisor');
  const name = `Partners ${Date.now()}`;
  await page.goto('/organizations?kind=partner&sort=-name');
  await expectHeading(page, 'Customer accounts');
  await saveView(page, name);
  await button(page, name).click();
  await item(page, `Open this list with "${name}"`).click();
  await button(page, 'Columns').click();
  await page.getByRole('menuitemcheckbox', { name: 'Status' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Status' })).toHaveCount(0);

  const other = await anotherPage();
  await signInAs(other, email);
  await other.goto('/dashboard');
  await goTo(other, 'Customer accounts');
  await expect(other).toHaveURL(/kind=partner/);
  await expect(button(other, name)).toBeVisible();
  await expect(other.getByRole('columnheader', { name: 'Status' })).toHaveCount(0);
  await button(other, 'Clear filters').click();
  await expect(other).not.toHaveURL(/kind=partner/);
  await expectNothingBefore(other, /kind=partner/);

  await page.goto('/organizations?q=nothing');
  await expect(button(page, 'Views')).toBeVisible();
  await button(page, 'Views').click();
  await item(page, `${name} (opens first)`).click();
  await button(page, name).click();
  await item(page, `Remove view "${name}"`).click();
  await expect(button(page, 'Views')).toBeVisible();
  await page.goto('/organizations');
  await expectHeading(page, 'Customer accounts');
  await expect(page).not.toHaveURL(/kind=partner/);
});

test('what a browser kept before goes to the server once', async ({ page, console }) => {
  console.expectError(/422 \(Unprocessable Entity\) \(\S+\/me\/views\)/);
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/dashboard');
  await page.evaluate(() => {
    const views = [
      { name: 'From before', search: { status: 'active' } },
      { name: 'Of no use', search: { color: 'red' } },
    ];
    localStorage.setItem('ambit.views.organizations', JSON.stringify(views));
    localStorage.setItem('ambit.columns.organizations', 'status');
  });
  await page.goto('/organizations');
  await button(page, 'Views').click();
  await expect(item(page, 'From before')).toBeVisible();
  await expect(item(page, 'Of no use')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Status' })).toHaveCount(0);
  const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ambit.')));
  expect(left.filter((key) => key !== 'ambit.theme')).toEqual([]);
});

test('whoever is signed out under an open page is told so, and comes back to it', async ({
  page,
  console,
}) => {
  console.expectError(/401 \(Unauthorized\)/);
  const { email } = await signIn(page, 'customer', 'Billing Contact');
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Payment methods', exact: true });
  await expect(link).toBeVisible();
  // What is still being loaded would end at the sign-in page before the link is clicked.
  await page.waitForLoadState('networkidle');
  await page.request.delete('/api/v1/session');
  await link.click();
  await expectHeading(page, 'Sign in');
  await expect(page.getByText('You were signed out.')).toBeVisible();
  const people = await (await page.request.get('/api/v1/demo/people')).json();
  const { name } = people.items.find((person: { email: string }) => person.email === email);
  await page.getByText('More people, with other profiles').click();
  await page.getByTitle(`Sign in as ${name}`).click();
  await expectHeading(page, 'Payment methods');
});

test('what is half typed stays when the network is gone while the page asks again', async ({
  page,
  context,
  console,
}) => {
  await page.clock.install();
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/me');
  const name = page.getByLabel('First name');
  await name.fill('Half typed');
  console.expectError(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(true);
  let refused = 0;
  page.on('requestfailed', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/me') refused += 1;
  });
  await page.clock.fastForward(60_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect.poll(() => page.clock.runFor(1_000).then(() => refused)).toBe(3);
  await page.clock.runFor(1_000);
  await expect(name).toHaveValue('Half typed');
  await context.setOffline(false);
});
