import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, expectHeading, navigation } from './screens.ts';

test('a page that was never loaded says that the server can not be reached, and opens once it can', async ({
  page,
  context,
  console,
}) => {
  console.expectError(/ERR_INTERNET_DISCONNECTED|Failed to fetch|cannot be reached/);
  await signIn(page, 'system_administrator', 'Administrator');
  await page.goto('/organizations');
  await expectHeading(page, 'Organizations');
  await context.setOffline(true);
  await navigation(page).getByRole('link', { name: 'Jobs', exact: true }).click();
  const failed = page.getByRole('main').getByRole('alert');
  await expect(failed).toContainText('could not be loaded');
  await button(page, 'Try again').click();
  await expect(failed).toBeVisible();
  await context.setOffline(false);
  await button(page, 'Try again').click();
  await expectHeading(page, 'Jobs');
});
