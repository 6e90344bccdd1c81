import type { Page } from '@playwright/test';
import { type Role, roles } from '../../src/catalog/roles.ts';
import type { Routes } from '../../src/contract/routes.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { expectHeading } from './screens.ts';

type Dashboard = Routes['GET /dashboard']['output'];

const shared = ['trials', 'charges', 'receivables', 'cases'];
const ofCustomers = ['active_subscriptions', ...shared];
const everything = ['recurring_revenue', ...shared, 'growth', 'organizations'];

const people: readonly { role: Role; profile: string; blocks: readonly string[] }[] = [
  { role: 'global_administrator', profile: 'Global Administrator', blocks: everything },
  { role: 'system_administrator', profile: 'Default Admin', blocks: ['cases', 'growth', 'organizations'] },
  { role: 'account_executive', profile: 'CSR Senior', blocks: everything },
  { role: 'partner_administrator', profile: 'Partner Administrator', blocks: everything },
  { role: 'partner_account_executive', profile: 'Partner Account Executive', blocks: everything },
  { role: 'customer', profile: 'Standard Customer', blocks: ofCustomers },
  { role: 'customer', profile: 'Managed Customer', blocks: ofCustomers },
];

/** The dashboard with every table behind a chart unfolded. */
async function unfolded(page: Page): Promise<void> {
  await expectHeading(page, 'Dashboard');
  await expect(page.getByRole('list', { name: 'Figures' })).toBeVisible();
  const folded = page.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** The links of the figures: the tiles, and the counts in the tables. */
function figures(page: Page) {
  const tiles = page.getByRole('list', { name: 'Figures' }).getByRole('link');
  return tiles.or(page.getByRole('main').locator('td a[aria-label]'));
}

/** Opens a figure by a click, and expects the list to show as many as it said. */
async function expectFollowed(page: Page, place: number): Promise<void> {
  const link = figures(page).nth(place);
  const href = (await link.getAttribute('href')) ?? '';
  const text = (await link.getAttribute('aria-label')) ?? (await link.locator('span').nth(1).innerText());
  const count = Number(/^[\d,]+(?=, |$)/.exec(text)?.[0].replaceAll(',', ''));
  await link.click();
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === href);
  const main = page.getByRole('main');
  await expect(main.getByRole('rowheader'), href).toHaveCount(Math.min(count, 50));
  if (count === 0) await expect(main.getByText(/^No \w+ (matches|yet)/), href).toBeVisible();
  else
    await expect(main.getByText(`${Math.min(count, 50)} of ${count}`, { exact: true }), href).toBeVisible();
}

for (const { role, profile, blocks } of people) {
  test(`${roles[role].label}, ${profile}: every figure opens the list that it counts`, async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, role, profile);
    const answer = page.waitForResponse('**/api/v1/dashboard');
    await page.goto('/dashboard');
    const dashboard = (await (await answer).json()) as Dashboard;
    expect(dashboard.blocks.map(({ key }) => key)).toEqual(blocks);
    await unfolded(page);
    const told = dashboard.blocks.flatMap((block) => [...block.figures, ...block.totals]);
    await expect(figures(page)).toHaveCount(told.length);
    for (let place = 0; place < told.length; place += 1) {
      await expectFollowed(page, place);
      await page.goBack();
      await unfolded(page);
    }
  });
}

test('the last month of the trend is the MRR of today', async ({ page }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/dashboard');
  await unfolded(page);
  const mrr = await page
    .getByRole('link', { name: /^Active subscriptions/ })
    .locator('.font-medium')
    .first()
    .innerText();
  const months = page.getByRole('table', { name: 'Monthly recurring revenue' }).getByRole('row');
  await expect(months).toHaveCount(13);
  await expect(months.last().getByRole('cell').first()).toHaveText(mrr);
});

/** Tall enough to see every chart: each is drawn once it is about to be seen. */
for (const { width, height } of [
  { width: 1280, height: 4000 },
  { width: 320, height: 9000 },
]) {
  test(`the charts are drawn, and nothing is wrong at ${width} pixels, light and dark`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await signIn(page, 'global_administrator');
    await page.goto('/dashboard');
    await unfolded(page);
    await expect(page.locator('main svg.recharts-surface')).toHaveCount(5);
    await expectAccessible(page);
  });
}

test('filters of a list can be set by hand, and let go of', async ({ page, admin }) => {
  const overdue = await admin.get<{ count: number }>('/invoices/count?age=overdue');
  await signIn(page, 'global_administrator');
  await page.goto('/invoices');
  await page.getByLabel('Age', { exact: true }).selectOption({ label: 'Overdue, any age' });
  await expect(page.getByRole('rowheader')).toHaveCount(Math.min(overdue.count, 50));
  await page.getByLabel('Due from').fill('2999-01-01');
  await expect(page.getByText('No invoice matches')).toBeVisible();
  await page.getByRole('search').getByRole('button', { name: 'Clear' }).first().click();
  await expect(page.getByLabel('Age', { exact: true })).toHaveValue('');
});
