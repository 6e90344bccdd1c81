import type { Locator, Page } from '@playwright/test';
import { expect } from './base.ts';

/** The links of Commerce in the navigation. */
export const commercePages = [
  'Products',
  'Orders',
  'Subscriptions',
  'Invoices',
  'Payments',
  'Payment methods',
  'Credits',
] as const;

/** The same as customers find them: what they have is theirs. */
export const ownCommercePages = commercePages.map((page) =>
  page === 'Subscriptions' ? 'My subscriptions' : page,
);

/** What a reader finds on the pages of Ambit, by the names they see. */
export function navigation(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Main' });
}

/** The links of the navigation, in order. */
export async function navigationLinks(page: Page): Promise<string[]> {
  await expect(navigation(page).getByRole('link').first()).toBeVisible();
  return navigation(page).getByRole('link').allInnerTexts();
}

export async function goTo(page: Page, link: string): Promise<void> {
  await navigation(page).getByRole('link', { name: link, exact: true }).click();
  await expectHeading(page, link);
}

export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
}

export function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name });
}

/** A row of the list of a page, by the name in its first cell. */
export function row(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader').getByText(name, { exact: true }) });
}

/** Chooses in a field that looks for what is typed. */
export async function choose(within: Page | Locator, label: string, name: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).fill(name);
  await within.getByRole('option', { name, exact: true }).click();
}

/** Types into the list's search box and waits for what it finds. */
export async function search(page: Page, text: string): Promise<void> {
  const found = page.waitForResponse((response) =>
    response.url().includes(`q=${encodeURIComponent(text).replaceAll('%20', '+')}`),
  );
  await page.getByRole('search').getByRole('textbox').first().fill(text);
  await found;
}

export async function openRowMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
}

export async function chooseFromRowMenu(page: Page, name: string, action: string): Promise<void> {
  await openRowMenu(page, name);
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

export async function expectToast(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('region', { name: 'Notifications' }).getByText(text).last()).toBeVisible();
}

/** The value beside a fact's name on a detail page. */
export function fact(page: Page, name: string): Locator {
  return page
    .getByRole('main')
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');
}

/** Chooses what is not chosen yet. */
export async function chooseOther(select: Locator): Promise<Locator> {
  const before = await select.inputValue();
  const values = await select
    .locator('option:enabled')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  await select.selectOption(values.find((value) => value && value !== before) ?? '');
  return select;
}
