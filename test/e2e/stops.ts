import type { Page } from '@playwright/test';
import type { Role } from '../../src/catalog/roles.ts';
import type { Api } from './api.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, chooseFromRowMenu } from './screens.ts';

/** A page, in a state, to be looked at. */
export interface Stop {
  name: string;
  /** Who looks at it; the Global Administrator unless said otherwise. */
  as?: readonly [role: Role, profile?: string];
  address: string | ((admin: Api) => Promise<string>);
  /** Brings the page into the state to look at, after it has loaded. */
  arrange?: (page: Page) => Promise<void>;
}

export async function firstOf(admin: Api, list: string): Promise<string> {
  const { items } = await admin.get<{ items: { id: string }[] }>(list);
  return items[0]?.id ?? '';
}

export const press = (name: string) => async (page: Page) => button(page, name).first().click();

export async function openDialog(page: Page, name: string): Promise<void> {
  await press(name)(page);
  await expect(page.getByRole('dialog')).toBeVisible();
}

export const opened = (name: string) => (page: Page) => openDialog(page, name);

export async function firstRowName(page: Page): Promise<string> {
  return (await page.getByRole('rowheader').first().getByRole('link').innerText()).trim();
}

export const fromRowMenu = (action: string) => async (page: Page) => {
  await chooseFromRowMenu(page, await firstRowName(page), action);
  await expect(page.getByRole('dialog')).toBeVisible();
};

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  // A dialog that the address opens hides it from the accessibility tree, at times before it was looked for.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}

const administrator = ['global_administrator'] as const;

/** One test for each stop, as its person. */
export function visitAll(stops: readonly Stop[]): void {
  for (const { name, address, arrange, as = administrator } of stops) {
    test(`accessible at 320 pixels: ${name}`, async ({ page, admin }) => {
      await signIn(page, ...as);
      await open(page, typeof address === 'string' ? address : await address(admin));
      await arrange?.(page);
      await expectAccessible(page);
    });
  }
}
