import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading, row } from './screens.ts';

test('Ctrl-K finds an organization and Enter opens it', async ({ page, admin }) => {
  const [wanted] = await admin.organizations('sort=-name&kind=customer');
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/');
  await expectHeading(page, 'Sales & Support Hub');
  await page.keyboard.press('Control+k');
  const palette = dialog(page, 'Search and commands');
  await palette.getByRole('combobox').pressSequentially(wanted?.number ?? '');
  await expect(palette.getByRole('option').first()).toContainText(wanted?.name ?? '');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expectHeading(page, wanted?.name ?? '');
});

test('Escape closes the palette and returns the focus to where it was', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/organizations');
  const before = button(page, 'New organization');
  await before.focus();
  await page.keyboard.press('Control+k');
  await expect(dialog(page, 'Search and commands').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Search and commands')).toHaveCount(0);
  await expect(before).toBeFocused();
});

test('an organization is opened, edited and left by keyboard alone', async ({ page, admin }) => {
  const [first] = await admin.organizations('sort=name&status=active');
  await signIn(page, 'account_executive', 'CSR Supervisor');
  await page.goto('/organizations?status=active');
  await row(page, first?.name ?? '')
    .getByRole('link')
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expectHeading(page, first?.name ?? '');
  await button(page, 'Edit').focus();
  await page.keyboard.press('Enter');
  const form = dialog(page, `Edit ${first?.name}`);
  await expect(form.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('!');
  await page.keyboard.press('Escape');
  await expect(dialog(page, 'Discard what you entered?')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Discard', exact: true }).press('Enter');
  await expect(form).toHaveCount(0);
  await expect(button(page, 'Edit')).toBeFocused();
});

test('the first Tab offers to skip to the content', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/organizations');
  await expectHeading(page, 'Customer accounts');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the heading of a record takes the focus when the record arrives late', async ({ page, admin }) => {
  const [first] = await admin.organizations('sort=name&status=active');
  await signIn(page, 'account_executive', 'CSR Supervisor');
  await page.goto('/organizations?status=active');
  const link = row(page, first?.name ?? '')
    .getByRole('link')
    .first();
  await link.focus();
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(`**/api/v1/organizations/${first?.id}`, async (route) => {
    await asked;
    await route.continue();
  });
  await page.keyboard.press('Enter');
  await expect(link).toHaveCount(0);
  answer();
  await expect(page.getByRole('heading', { level: 1, name: first?.name ?? '' })).toBeFocused();
});

test('the palette asks for records once, when typing rests', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/dashboard');
  await expectHeading(page, 'Dashboard');
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has('q')) asked.push(`${pathname} ${searchParams.get('q')}`);
  });
  await page.keyboard.press('Control+k');
  const palette = dialog(page, 'Search and commands');
  await palette.getByRole('combobox').pressSequentially('otter', { delay: 60 });
  await expect(palette.getByRole('option', { name: /Otter/ }).first()).toBeVisible();
  expect(asked.toSorted()).toEqual([
    '/api/v1/articles otter',
    '/api/v1/cases otter',
    '/api/v1/contacts otter',
    '/api/v1/credits otter',
    '/api/v1/invoices otter',
    '/api/v1/orders otter',
    '/api/v1/organizations otter',
    '/api/v1/payment-methods otter',
    '/api/v1/payments otter',
    '/api/v1/products otter',
    '/api/v1/subscriptions otter',
    '/api/v1/users otter',
  ]);
});

test('a question before something is lost starts on the button that keeps it', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/organizations?new=1');
  await dialog(page, 'New organization').getByLabel('Name', { exact: true }).fill('Half a name');
  await page.keyboard.press('Escape');
  await expect(button(page, 'Keep editing')).toBeFocused();
});

test('after a profile is saved the focus is on its heading', async ({ page }) => {
  await signIn(page, 'system_administrator', 'Administrator');
  await page.goto('/profiles');
  await page.getByRole('link', { name: 'Partner Viewer', exact: true }).click();
  const access = page.getByLabel('Contacts, access', { exact: true });
  await access.selectOption({ label: 'None' });
  await button(page, 'Review').press('Enter');
  await dialog(page, 'Review changes').getByRole('button', { name: 'Save changes' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Partner Viewer' })).toBeFocused();
});

test('a form starts in its first field that can be filled in', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/subscriptions');
  await button(page, 'New subscription').press('Enter');
  const form = dialog(page, 'New subscription');
  await expect(form.getByLabel('Organization')).toBeDisabled();
  await expect(form.getByRole('button', { name: 'Clear' })).toHaveCount(0);
  await expect(form.getByLabel('Plan', { exact: true })).toBeFocused();
});

test('the focus stays on the page when what was done takes its own button away', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  const { items } = await (await page.request.get('/api/v1/subscriptions?status=active')).json();
  const [{ id, number }] = items;
  await page.goto(`/subscriptions/${id}`);
  for (const action of ['Pause subscription', 'Resume subscription']) {
    await button(page, action).press('Enter');
    const confirm = page.getByRole('dialog').getByRole('button', { name: action, exact: true });
    await expect(confirm).toBeEnabled();
    await confirm.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeFocused();
  }
});

test('the back button does not throw a half-filled dialog away without asking', async ({ page }) => {
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/subscriptions');
  await page.getByRole('link', { name: 'My cases' }).first().click();
  await button(page, 'New case').click();
  const form = dialog(page, 'New case');
  await form.getByLabel('Subject').fill('Half a sentence');
  await page.goBack();
  await button(page, 'Stay on this page').press('Enter');
  await expect(form.getByLabel('Subject')).toHaveValue('Half a sentence');
});
