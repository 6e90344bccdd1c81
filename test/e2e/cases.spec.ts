import type { Page } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn, signInAs } from './people.ts';
import { button, choose, dialog, expectHeading, expectToast, fact, goTo, row } from './screens.ts';

const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
const header = (page: Page) => page.getByRole('main').locator('header').first();

/** Opens a private case by the form; its address. */
async function openPrivately(page: Page): Promise<string> {
  await page.goto('/');
  await goTo(page, 'My cases');
  await button(page, 'New case').click();
  const form = dialog(page, 'New case');
  await expect(form.getByLabel('Organization')).toHaveCount(0);
  await expect(form.getByLabel('Asked by')).toHaveCount(0);
  await form.getByRole('button', { name: 'Open case' }).click();
  await expect(form.getByText('Say in a few words what it is about.')).toBeVisible();
  await form.getByLabel('Subject').fill('The lantern flickers');
  await form.getByLabel('Priority').selectOption('High');
  await form.getByLabel('Visible to').selectOption('Private');
  await form.getByLabel('Description').fill('Only at night.\nAnd only the left one.');
  await form.getByRole('button', { name: 'Open case' }).click();
  await expectHeading(page, /^C-\d{6}$/);
  await expect(header(page)).toContainText('Private');
  await expect(conversation(page)).toContainText('Only at night.');
  return new URL(page.url()).pathname;
}

async function noteAndAnswer(page: Page, note: string, answer: string): Promise<void> {
  await page.getByRole('switch', { name: 'Internal note' }).click();
  await page.getByLabel('Your internal note').fill(note);
  await button(page, 'Add note').click();
  await expectToast(page, 'Note added');
  await expect(page.getByRole('region', { name: 'Internal notes' })).toContainText(note);
  await page.getByRole('switch', { name: 'Internal note' }).click();
  await page.getByLabel('Your reply').fill(answer);
  await button(page, 'Send reply').click();
  await expectToast(page, 'Reply sent');
  await expect(header(page)).toContainText('Waiting on customer');
  await expect(conversation(page)).not.toContainText(note);
}

/** A customer finds the state in words of their side: on the page, in its history, in the list, its filter and counted. */
async function expectReadFromOwnSide(page: Page, address: string): Promise<void> {
  const own = 'Waiting for your reply';
  await expect(header(page)).toContainText(own);
  await expect(page.getByRole('region', { name: 'History' })).toContainText(`became ${own}`);
  await page.goto('/dashboard');
  await expect(page.getByRole('rowheader', { name: own })).toBeVisible();
  await page.goto('/cases');
  await page.getByLabel('Status', { exact: true }).selectOption(own);
  await expect(page.getByRole('row').filter({ hasText: own }).first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Waiting on customer');
  await page.goto(address);
  await expect(conversation(page)).toBeVisible();
}

async function confirm(page: Page, action: string, title: RegExp, yes: string): Promise<void> {
  await button(page, action).click();
  await dialog(page, title).getByRole('button', { name: yes }).click();
}

test('a customer asks, is answered with an internal note beside, reads the answer alone, closes and reopens', async ({
  page,
  admin,
  anotherPage,
}) => {
  const customer = await signIn(page, 'customer', 'Standard Customer');
  const own = (await admin.userWith(customer.email)).organization;
  const address = await openPrivately(page);

  const staff = await anotherPage();
  const [organization] = await admin.organizations(`q=${encodeURIComponent(own?.name ?? '')}`);
  const executive = await admin.get<{ email: string }>(`/users/${organization?.account_executive?.id}`);
  await signInAs(staff, executive.email);
  await staff.goto(address);
  await noteAndAnswer(staff, 'Replace the wick.', 'Please turn it off and on again.');

  await page.reload();
  await expect(conversation(page)).toContainText('Please turn it off and on again.');
  await expectReadFromOwnSide(page, address);
  await expect(page.getByRole('main')).not.toContainText('Replace the wick');
  await expect(page.getByRole('main')).not.toContainText(/internal/i);
  await expect(page.getByRole('switch', { name: 'Internal note' })).toHaveCount(0);
  await confirm(page, 'Close', /^Close C-/, 'Close case');
  await expect(header(page)).toContainText('Closed');
  await confirm(page, 'Reopen', /^Reopen C-/, 'Reopen case');
  await expect(header(page)).toContainText('Open');
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    /Reopened.*Closed →.*became Open/,
  );
});

test('a reply that could not be sent stays in its field', async ({ page, admin, console }) => {
  console.expectError(/500/);
  await signIn(page, 'account_executive', 'CSR Supervisor');
  const { items } = await admin.get<{ items: { id: string }[] }>('/cases?status=open');
  await page.goto(`/cases/${items[0]?.id}`);
  await page.route('**/messages', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 500,
          json: { code: 'server/failed', title: 'Something went wrong on our side' },
        })
      : route.continue(),
  );
  await page.getByLabel('Your reply').fill('A long and careful answer.');
  await button(page, 'Send reply').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Your reply')).toHaveValue('A long and careful answer.');
  await page.unroute('**/messages');
  await button(page, 'Send reply').click();
  await expectToast(page, 'Reply sent');
  await expect(conversation(page).getByText('A long and careful answer.')).toHaveCount(1);
});

test('what is typed while a reply is being sent is not thrown away with it: the field waits', async ({
  page,
  admin,
}) => {
  await signIn(page, 'account_executive', 'CSR Supervisor');
  const { items } = await admin.get<{ items: { id: string }[] }>('/cases?status=open');
  await page.goto(`/cases/${items[0]?.id}`);
  const sent = Promise.withResolvers<void>();
  await page.route('**/messages', async (route) => {
    if (route.request().method() === 'POST') await sent.promise;
    await route.continue();
  });
  const field = page.getByLabel('Your reply');
  await field.fill('First part.');
  await button(page, 'Send reply').click();
  await expect(field).not.toBeEditable();
  sent.resolve();
  await expectToast(page, 'Reply sent');
  await expect(field).toBeEditable();
  await expect(field).toHaveValue('');
});

test('the queues show what nobody works on, and what was just assigned', async ({ page, admin }) => {
  const me = await signIn(page, 'account_executive', 'CSR Supervisor');
  await page.goto('/cases');
  await page.getByRole('search').getByLabel('Assigned to').selectOption('Nobody');
  await expect(page).toHaveURL(/assignee_id=nobody/);
  const rows = page.getByRole('rowheader');
  const { count } = await admin.get<{ count: number }>('/cases/count?assignee_id=nobody');
  await expect(rows).toHaveCount(count);
  const number = (await rows.first().innerText()).trim();
  await page.getByRole('link', { name: number }).click();
  await button(page, 'Assign').click();
  await choose(dialog(page, `Assign ${number}`), 'Assigned to', me.name);
  await dialog(page, `Assign ${number}`).getByRole('button', { name: 'Assign' }).click();
  await expectToast(page, `${number} is assigned`);
  await expect(fact(page, 'Assigned to')).toHaveText(me.name);
  await page.goto('/cases');
  await page.getByRole('search').getByLabel('Assigned to').selectOption('Me');
  await expect(row(page, number)).toBeVisible();
});

test('a case about an invoice is opened from the invoice', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/invoices');
  const number = (await page.getByRole('rowheader').first().innerText()).trim();
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('link', { name: 'Open a case about this' }).click();
  const form = dialog(page, 'New case');
  await expect(form.getByLabel('About')).toHaveValue(number);
  await form.getByLabel('Subject').fill('What is this line for?');
  await form.getByRole('button', { name: 'Open case' }).click();
  await expectHeading(page, /^C-\d{6}$/);
  await expect(fact(page, 'About')).toHaveText(number);
  await button(page, 'Edit').click();
  const edit = dialog(page, /^Edit C-/);
  await expect(edit.getByLabel('Priority')).toHaveCount(0);
  await edit.getByRole('button', { name: 'Clear' }).click();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expectToast(page, 'Changes saved');
  await expect(page.getByRole('main').getByRole('link', { name: number })).toHaveCount(0);
});
