import type { Locator, Page } from '@playwright/test';
import type { Role } from '../../src/catalog/roles.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, chooseOther, dialog, expectHeading, goTo, row } from './screens.ts';

interface Leaving {
  what: string;
  as: readonly [role: Role, profile: string];
  /** Goes from page to page as a reader does, fills something in and gives back where it stands. */
  fill: (page: Page) => Promise<Locator>;
}

async function firstRecord(page: Page, list: string): Promise<void> {
  await page.goto(list);
  await page.getByRole('rowheader').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/[0-9a-f-]{36}/);
}

const customer = ['customer', 'Standard Customer'] as const;
const administrator = ['system_administrator', 'Administrator'] as const;

const leavings: readonly Leaving[] = [
  {
    what: 'a profile for a person',
    as: administrator,
    fill: async (page) => {
      await firstRecord(page, '/users?role=customer&status=active');
      await button(page, 'Assign profile').click();
      return chooseOther(dialog(page, /^Role and profile of/).getByLabel('Profile', { exact: true }));
    },
  },
  {
    what: 'the default profile of a role',
    as: administrator,
    fill: async (page) => {
      await page.goto('/dashboard');
      await goTo(page, 'Profiles');
      await button(page, 'Change the default profile of Customer').click();
      return chooseOther(dialog(page, 'Default profile of Customer').getByLabel('Default profile'));
    },
  },
  {
    what: 'a change of a subscription',
    as: customer,
    fill: async (page) => {
      await firstRecord(page, '/subscriptions?status=active');
      await button(page, 'Change').click();
      const quantity = dialog(page, /^Change S-/).getByLabel(/^Quantity/);
      await quantity.fill('7');
      return quantity;
    },
  },
  {
    what: 'the reason of a cancellation',
    as: customer,
    fill: async (page) => {
      await firstRecord(page, '/subscriptions?status=active');
      await button(page, 'Cancel subscription').click();
      const reason = dialog(page, /^Cancel S-/).getByLabel('Reason');
      await reason.fill('Too many lanterns');
      return reason;
    },
  },
  {
    what: 'how an invoice is paid',
    as: customer,
    fill: async (page) => {
      await firstRecord(page, '/invoices?status=open');
      await button(page, 'Pay').click();
      const pay = dialog(page, /^Pay INV-/);
      await pay.getByLabel('Payment method').selectOption('new');
      await pay.getByLabel('Name of the holder').fill('Cora Customerson');
      return pay.getByLabel('Name of the holder');
    },
  },
];

for (const { what, as, fill } of leavings) {
  test(`the back button asks before it throws away ${what}`, async ({ page }) => {
    await signIn(page, ...as);
    const filled = await fill(page);
    const value = await filled.inputValue();
    const address = page.url();
    await page.goBack();
    await button(page, 'Stay on this page').click();
    await expect(filled).toHaveValue(value);
    expect(page.url()).toBe(address);
    await page.goBack();
    await button(page, 'Leave without saving').click();
    await expect(page).not.toHaveURL(address);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('the back button asks at the preview of a new subscription, and once it is changed again', async ({
  page,
}) => {
  await signIn(page, ...customer);
  await page.goto('/dashboard');
  await goTo(page, 'My subscriptions');
  await button(page, 'New subscription').click();
  const form = dialog(page, 'New subscription');
  await chooseOther(form.getByLabel('Plan', { exact: true }));
  await form.getByRole('button', { name: 'Continue', exact: true }).click();
  const back = button(page, 'Back');
  await expect(back).toBeVisible();
  await page.goBack();
  await button(page, 'Stay on this page').click();
  await back.click();
  await form.getByLabel(/^Quantity/).fill('3');
  await page.goBack();
  await button(page, 'Stay on this page').click();
  await expect(form.getByLabel(/^Quantity/)).toHaveValue('3');
});

test('what was booked leaves its page without asking', async ({ page }) => {
  await signIn(page, ...customer);
  await firstRecord(page, '/subscriptions?status=active');
  await expectHeading(page, /^S-/);
  const number = await page.getByRole('heading', { level: 1 }).innerText();
  await button(page, 'Change').click();
  const change = dialog(page, /^Change S-/);
  await change.getByLabel(/^Quantity/).fill('9');
  await change.getByRole('button', { name: 'Confirm change' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expectHeading(page, 'My subscriptions');
  await expect(row(page, number)).toBeVisible();
});
