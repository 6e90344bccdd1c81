import type { Page } from '@playwright/test';
import type { Api } from './api.ts';
import { expect, test } from './base.ts';
import { button, dialog } from './screens.ts';
import { openDialog, opened, type Stop, visitAll } from './stops.ts';

test.use({ viewport: { width: 320, height: 720 }, reducedMotion: 'reduce' });

const customer = ['customer', 'Standard Customer'] as const;
const billing = ['customer', 'Billing Contact'] as const;
const executive = ['partner_account_executive', 'Partner Account Executive'] as const;
const administrator = ['partner_administrator', 'Partner Administrator'] as const;
const sales = ['account_executive', 'CSR Senior'] as const;

/** The account that the billing contact of the demo belongs to. */
async function accountOf(admin: Api): Promise<string> {
  const person = (await admin.people()).find(({ profile }) => profile === 'Billing Contact');
  return `/organizations/${(await admin.userWith(person?.email ?? '')).organization?.id}`;
}

async function chooseTwo(page: Page): Promise<void> {
  const choices = page.getByRole('checkbox', { name: /^Choose (?!all)/ });
  await choices.nth(0).check();
  await choices.nth(1).check();
}

async function preview(page: Page): Promise<void> {
  await chooseTwo(page);
  await button(page, 'Assign…').click();
  const form = dialog(page, 'Assign accounts');
  await form.getByLabel('Partner account executive').click();
  await form.getByRole('option').nth(1).click();
  await button(page, 'Preview').click();
  await expect(dialog(page, 'What will happen')).toBeVisible();
}

const lists = ['invoices', 'payments', 'credits', 'payment_methods', 'contacts', 'colleagues'];

visitAll([
  { name: 'customer hub', as: customer, address: '/' },
  ...lists.map((list): Stop => ({ name: `customer hub, ${list}`, as: customer, address: `/?list=${list}` })),
  { name: 'customer hub, subscriptions', as: customer, address: '/?tab=subscriptions' },
  { name: 'customer hub of a billing contact', as: billing, address: '/' },
  { name: 'customer hub, pay', as: customer, address: '/', arrange: opened('Pay') },
  { name: 'partner hub', as: executive, address: '/' },
  { name: "partner hub, the partner's own account", as: executive, address: '/?tab=account' },
  { name: 'partner hub, account executives', as: administrator, address: '/?tab=executives' },
  { name: 'acting for an account', as: executive, address: accountOf },
  {
    name: 'new organization with its first user',
    as: executive,
    address: '/?tab=customers',
    arrange: async (page) => {
      await openDialog(page, 'New organization');
      await page.getByLabel('Invite somebody who signs in for it').check();
    },
  },
  { name: 'accounts chosen', as: administrator, address: '/organizations', arrange: chooseTwo },
  {
    name: 'assign many accounts',
    as: administrator,
    address: '/organizations',
    arrange: async (page) => {
      await chooseTwo(page);
      await button(page, 'Assign…').click();
      await expect(page.getByLabel('Partner account executive')).toBeVisible();
    },
  },
  { name: 'what assigning many does', as: administrator, address: '/organizations', arrange: preview },
  { name: 'sales hub', as: sales, address: '/' },
  { name: 'sales hub, subscriptions', as: sales, address: '/?tab=subscriptions' },
  { name: 'sales hub, invoices', as: sales, address: '/?tab=invoices' },
  {
    name: 'what a customer sees',
    as: sales,
    address: async (admin) => `${await accountOf(admin)}?tab=seen`,
    arrange: async (page) => {
      await page.getByLabel('Person').selectOption({ index: 1 });
      await expect(page.getByRole('heading', { name: 'Their navigation' })).toBeVisible();
    },
  },
]);
