import type { Api } from './api.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading, fact, goTo, row, search } from './screens.ts';
import { startSubscription } from './work.ts';

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

interface InvoicePage {
  items: { id: string }[];
  next: string | null;
}

/** An open invoice whose last payment failed; other tests leave failed payments of paid ones. */
async function failedInvoice(admin: Api, after = ''): Promise<string> {
  const { items, next } = await admin.get<InvoicePage>(`/invoices?status=open&limit=100${after}`);
  for (const { id } of items) {
    const { failure } = await admin.get<{ failure: object | null }>(`/invoices/${id}/content`);
    if (failure) return id;
  }
  if (next === null) throw new Error('The demo has no open invoice with a failed payment');
  return failedInvoice(admin, `&after=${next}`);
}

test('why an invoice is unpaid: a failed payment, or that nobody tried', async ({ page, admin }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto(`/invoices/${await failedInvoice(admin)}`);
  const reason = page.getByRole('alert').filter({ hasText: 'The last payment failed' });
  const payment = await reason.getByRole('link').innerText();
  await reason.getByRole('link').click();
  await expectHeading(page, payment);

  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/?tab=subscriptions');
  await page.getByRole('link', { name: 'Start a subscription' }).click();
  await startSubscription(page);
  await goTo(page, 'Invoices');
  await page.getByRole('rowheader').first().getByRole('link').click();
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
