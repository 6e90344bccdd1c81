import type { Locator, Page } from '@playwright/test';
import type { Api } from './api.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading } from './screens.ts';

const tip = (page: Page) => page.getByRole('tooltip').filter({ visible: true });

/** A dialog whose button does nothing until something is changed. */
async function assignDialog(page: Page, admin: Api): Promise<{ form: Locator; submit: Locator }> {
  const [first] = await admin.organizations('sort=name&status=active&kind=customer');
  await signIn(page, 'global_administrator');
  await page.goto(`/organizations/${first?.id}`);
  await button(page, 'Assign').press('Enter');
  const form = dialog(page, `Assign ${first?.name}`);
  return { form, submit: form.getByRole('button', { name: 'Assign', exact: true }) };
}

async function paidInvoice(page: Page): Promise<Locator> {
  await signIn(page, 'customer', 'Standard Customer');
  await page.goto('/invoices?status=paid');
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expectHeading(page, /^INV-/);
  return button(page, 'Pay');
}

test('a focused button says why it does nothing, and Escape closes only that', async ({ page, admin }) => {
  const { form, submit } = await assignDialog(page, admin);
  await expect(submit).toHaveAccessibleDescription('Nothing is changed yet.');
  await expect(tip(page)).toHaveCount(0);
  await form.getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Tab');
  await expect(submit).toBeFocused();
  await expect(tip(page)).toHaveText('Nothing is changed yet.');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(tip(page)).toHaveCount(0);
  await expect(form).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(tip(page)).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(tip(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
});

test('the reason stays while the pointer goes over to it', async ({ page }) => {
  const pay = await paidInvoice(page);
  await pay.hover({ force: true });
  await expect(tip(page)).toHaveText('It is paid.');
  await tip(page).hover();
  // Longer than the time to get there.
  await page.waitForTimeout(400);
  await expect(tip(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip(page)).toHaveCount(0);
});

test('rows that can not be chosen say why', async ({ page }) => {
  await signIn(page, 'global_administrator');
  await page.goto('/invoices?status=open');
  const all = page.getByRole('checkbox', { name: 'Choose all that are shown', exact: true });
  await expect(all).toHaveAccessibleDescription(/^Only invoices of one organization/);
  await all.click({ force: true });
  await expect(tip(page)).toHaveText(/^Only invoices of one organization/);
  await expect(all).not.toBeChecked();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(tip(page)).toHaveCount(0);
});

test.describe('by touch, 320 pixels wide', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  async function expectInside(page: Page): Promise<void> {
    const box = await tip(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
  }

  test('a tap says why a button of a page does nothing, a tap elsewhere takes it away', async ({ page }) => {
    const pay = await paidInvoice(page);
    await pay.tap({ force: true });
    await expect(tip(page)).toHaveText('It is paid.');
    await expectInside(page);
    await expectAccessible(page);
    await page.getByRole('heading', { level: 1 }).tap();
    await expect(tip(page)).toHaveCount(0);
  });

  test('a tap says why a button of a dialog does nothing, until it does something', async ({
    page,
    admin,
  }) => {
    const { form, submit } = await assignDialog(page, admin);
    await submit.tap({ force: true });
    await expect(tip(page)).toHaveText('Nothing is changed yet.');
    await expectInside(page);
    await expectAccessible(page);
    const executive = form.getByRole('combobox', { name: 'Account executive', exact: true });
    const present = await executive.inputValue();
    await executive.tap();
    await form
      .getByRole('option')
      .filter({ hasNotText: present || 'Nobody' })
      .first()
      .tap();
    await expect(tip(page)).toHaveCount(0);
    await expect(submit).not.toHaveAttribute('aria-disabled');
    await expect(submit).toHaveAccessibleDescription('');
  });
});
