import type { Page } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading, expectToast, goTo, row, search } from './screens.ts';

async function writeArticle(page: Page, title: string, body: string): Promise<void> {
  await page.goto('/articles');
  await button(page, 'New article').click();
  await expectHeading(page, 'New article');
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Category', { exact: true }).fill('Getting started');
  await page.getByLabel('Text', { exact: true }).fill(body);
}

const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

test('an administrator writes, previews and publishes an article that a customer then finds', async ({
  page,
  anotherPage,
  console,
}) => {
  console.expectError(/404 \(Not Found\)/);
  await signIn(page, 'system_administrator', 'Administrator');
  const title = 'Welcome aboard the moon';
  await writeArticle(page, title, '# First steps\n\n1. Look **around**\n\n<script>alert(1)</script>');
  await expect(preview(page).getByRole('heading', { name: 'First steps' })).toBeVisible();
  await expect(preview(page).getByRole('strong')).toHaveText('around');
  await expect(preview(page).getByText('<script>alert(1)</script>')).toBeVisible();
  await button(page, 'Save as draft').click();
  await expectHeading(page, title);
  await expect(page.getByText('Only those who edit articles see this draft.')).toBeVisible();
  const address = new URL(page.url()).pathname;

  const customers = await anotherPage();
  await signIn(customers, 'customer', 'Standard Customer');
  await customers.goto('/articles');
  await search(customers, 'aboard the moon');
  await expect(customers.getByText('No article matches')).toBeVisible();
  await customers.goto(address);
  await expect(customers.getByRole('heading', { level: 1 })).not.toHaveText(title);

  await button(page, 'Publish').click();
  const question = dialog(page, `Publish ${title}?`);
  await expect(question).toContainText('Customers');
  await question.getByRole('button', { name: 'Publish article' }).click();
  await expectToast(page, `${title} is published`);

  await customers.goto('/articles');
  await search(customers, 'LOOK **AROUND**');
  await row(customers, title).getByRole('link').click();
  await expectHeading(customers, title);
  await expect(customers.getByRole('heading', { level: 2, name: 'First steps' })).toBeVisible();
  await expect(button(customers, 'Edit')).toHaveCount(0);
  await expect(customers.getByText('History')).toHaveCount(0);

  await button(page, 'Archive').click();
  await dialog(page, `Archive ${title}?`).getByRole('button', { name: 'Archive article' }).click();
  await expectToast(page, `${title} is archived`);
  await customers.reload();
  await expect(customers.getByRole('heading', { level: 1 })).not.toHaveText(title);
});

test('what is missing in an article is said beside its fields, and what was typed is not lost', async ({
  page,
}) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await writeArticle(page, '', 'A text');
  await page.getByLabel('Customers').uncheck();
  await button(page, 'Save as draft').click();
  await expect(page.getByText('Enter a title.')).toBeVisible();
  await expect(page.getByText('Choose who is to read it.')).toBeVisible();
  await page.getByLabel('Partners').check();
  await expect(page.getByText('Choose who is to read it.')).toHaveCount(0);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await dialog(page, /./).getByRole('button').last().click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('A text');
});

test('a customer reads help by category and changes nothing', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/articles');
  await page.getByLabel('Category').selectOption({ label: 'Subscriptions (3)' });
  await expect(page.getByRole('rowheader')).toHaveCount(3);
  await expect(button(page, 'New article')).toHaveCount(0);
  await expect(page.getByLabel('State')).toHaveCount(0);
  await row(page, 'Pause and resume').getByRole('link').click();
  await expectHeading(page, 'Pause and resume');
  await page.goto('/articles/new');
  await expect(page.getByLabel('Title', { exact: true })).toHaveCount(0);
});

test('a link in an article opens its page without loading the portal anew', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/articles');
  await row(page, 'Pay an invoice').getByRole('link').click();
  await expectHeading(page, 'Pay an invoice');
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));
  await page.getByRole('article').getByRole('link', { name: 'Invoices' }).click();
  await expectHeading(page, 'Invoices');
  await expect(page.locator('body[data-kept]')).toHaveCount(1);
  await page.goBack();
  await expectHeading(page, 'Pay an invoice');
});

async function restoreInvoiceMail(page: Page): Promise<void> {
  await goTo(page, 'E-mail templates');
  await expect(row(page, 'Invoice')).toContainText('Changed');
  await expect(row(page, 'Invoice')).toContainText('by Gwen Globalis');
  await row(page, 'Invoice').getByRole('link').click();
  await button(page, 'Restore default').click();
  const question = dialog(page, 'Restore the default of Invoice?');
  await question.getByRole('button', { name: 'Restore default' }).click();
  await expectToast(page, 'The default is restored');
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue(
    'Invoice {{number}} from {{company}}',
  );
}

test('an administrator changes a mail, previews it, tries it on themselves and restores it', async ({
  page,
  admin,
  console,
}) => {
  console.expectError(/422 \(Unprocessable/);
  await signIn(page, 'global_administrator');
  await page.goto('/dashboard');
  await goTo(page, 'E-mail templates');
  await row(page, 'Invoice').getByRole('link').click();
  await expectHeading(page, 'Invoice');

  const subject = page.getByLabel('Subject', { exact: true });
  await subject.fill('For you: ');
  await subject.press('End');
  await button(page, 'Insert {{number}}').focus();
  await page.keyboard.press('Enter');
  await expect(subject).toHaveValue('For you: {{number}}');
  await expect(subject).toBeFocused();
  await expect(preview(page).getByText('For you: INV-000123')).toBeVisible();

  const { items } = await admin.get<{ items: { number: string }[] }>('/invoices?limit=1&sort=-created_at');
  const number = items[0]?.number ?? '';
  const choice = page.getByLabel('Preview with an invoice');
  await choice.selectOption({ index: 1 });
  await expect(choice.getByRole('option', { selected: true })).toContainText(number);
  await expect(preview(page).getByText(`For you: ${number}`)).toBeVisible();

  const text = page.getByLabel('Text', { exact: true });
  const words = await text.inputValue();
  await text.fill(`${words}\n{{nobody}}`);
  await expect(preview(page).getByText('There is no variable {{nobody}}.')).toBeVisible();
  await button(page, 'Save').click();
  await expect(page.locator('form').getByText('There is no variable {{nobody}}')).toBeVisible();
  await text.fill(words);
  await button(page, 'Save').click();
  await expectToast(page, 'Template saved');
  await button(page, 'Send me a test').click();
  await expectToast(page, 'A test is on its way');
  await goTo(page, 'Outbox');
  await expect(button(page, /For you: INV-000123/)).toBeVisible();

  await restoreInvoiceMail(page);
});

test('an account executive reads the templates and is offered no change', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/email-templates');
  await row(page, 'Payment received').getByRole('link').click();
  await expect(preview(page).getByText('Payment received: €257.00')).toBeVisible();
  await expect(button(page, 'Save')).toHaveCount(0);
  await expect(button(page, 'Send me a test')).toHaveCount(0);
});
