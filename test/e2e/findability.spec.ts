import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading, fact, goTo, row, search } from './screens.ts';

// The three tasks of docs/findability.md, each by the way that is written down there, and what else was hard to find.

test('read access with case replies only: cloned, narrowed, and read again before it is given', async ({
  page,
}) => {
  await signIn(page, 'global_administrator');
  await page.goto('/profiles');
  await page.getByRole('link', { name: 'CSR Junior' }).last().click();
  await expect(row(page, 'Cases').getByText('Reply, Internal notes')).toBeVisible();
  await button(page, 'Clone').click();
  const copy = dialog(page, 'Clone CSR Junior');
  await copy.getByLabel('Name').fill('Case replies');
  await copy.getByRole('button', { name: 'Create copy' }).click();
  await expectHeading(page, 'Case replies');
  await expect(page.getByText('downloads and sends their invoices')).toHaveCount(0);
  for (const [resource, actions] of [
    ['Cases', ['Internal notes']],
    ['Invoices', ['Download', 'Send']],
    ['Users', ['Reset password']],
  ] as const) {
    await button(page, new RegExp(`^${resource}, actions`)).click();
    const drawer = dialog(page, `${resource}: actions`);
    for (const action of actions) await drawer.getByLabel(action, { exact: true }).uncheck();
    await drawer.getByRole('button', { name: 'Done' }).click();
  }
  await button(page, 'Review').click();
  await dialog(page, 'Review changes').getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText(/; can reply to cases; cannot/)).toBeVisible();
  await page.goto('/users?new=1');
  const form = dialog(page, 'Add user');
  await form.getByLabel('Role').selectOption({ label: 'Account Executive' });
  await form.getByLabel('Profile').selectOption({ label: 'Case replies' });
  await expect(form.getByText(/; can reply to cases; cannot/)).toBeVisible();
});

test('the menu of each row is in sight for an administrator, who sees the most columns', async ({ page }) => {
  await signIn(page, 'global_administrator');
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of ['/users', '/organizations', '/cases', '/invoices', '/subscriptions', '/orders']) {
    await page.goto(path);
    const menu = page.getByRole('row').nth(1).getByRole('button').last();
    await expect(menu, path).toBeInViewport({ ratio: 1 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `${path} scrolls in its frame, never the page`).toBe(1280);
  }
});

test('which partner serves an account: in the list, on its page, and that none does', async ({
  page,
  admin,
}) => {
  const accounts = await admin.organizations('kind=customer&sort=name');
  const served = accounts.find(({ partner }) => partner);
  const direct = accounts.find(({ partner }) => !partner);
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/organizations');
  await search(page, served?.number ?? '');
  await row(page, served?.name ?? '')
    .getByRole('link', { name: served?.partner?.name ?? '' })
    .click();
  await expectHeading(page, served?.partner?.name ?? '');
  await page.goto(`/organizations/${direct?.id}`);
  await expect(fact(page, 'Partner')).toHaveText('None');
});

test('why an invoice is unpaid: a failed payment, or that nobody tried', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/payments?status=failed');
  const failed = page.getByRole('rowheader').first().getByRole('link');
  const payment = await failed.innerText();
  await failed.click();
  await expectHeading(page, payment);
  await page.getByRole('main').getByRole('link', { name: /^INV-/ }).first().click();
  const reason = page.getByRole('alert').filter({ hasText: 'The last payment failed' });
  await reason.getByRole('link', { name: payment }).click();
  await expectHeading(page, payment);

  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/');
  await goTo(page, 'Invoices');
  await page.getByRole('row', { name: /Open/ }).getByRole('link', { name: /^INV-/ }).first().click();
  await expect(page.getByText('Unpaid: nobody has tried to pay it yet')).toBeVisible();
});

test('of several fields that are missing in a new credit, the first is focused', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Supervisor');
  await page.goto('/credits?new=1');
  const form = dialog(page, 'New credit');
  await form.getByRole('button', { name: 'Issue credit' }).click();
  await expect(form.getByText('Say what it is for.')).toBeVisible();
  await expect(form.getByLabel('Organization')).toBeFocused();
});
