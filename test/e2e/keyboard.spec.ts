import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading, row } from './screens.ts';

test('Ctrl-K finds an organization and Enter opens it', async ({ page, admin }) => {
  const [wanted] = await admin.organizations('sort=-name&kind=customer');
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/');
  await expectHeading(page, 'Dashboard');
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
  await expectHeading(page, 'Organizations');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
