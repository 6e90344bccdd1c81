import type { Locator, Page } from '@playwright/test';
import type { Api, User } from './api.ts';
import { expect } from './base.ts';
import { choose, dialog, expectHeading } from './screens.ts';

/** Goes through the open dialog of a new subscription of the Desk Pro plan, without a trial; its number. */
export async function startSubscription(page: Page): Promise<string> {
  const start = page.getByRole('dialog');
  const plan = start.getByLabel('Plan').locator('option', { hasText: 'Desk Pro' }).first();
  await plan.waitFor({ state: 'attached' });
  await start.getByLabel('Plan').selectOption({ label: (await plan.innerText()).trim() });
  const trial = start.getByRole('checkbox', { name: /trial/i });
  if (await trial.isVisible()) await trial.uncheck();
  await start.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start subscription', exact: true }).click();
  await expectHeading(page, /^S-\d+/);
  return page.getByRole('heading', { level: 1 }).innerText();
}

/** Pays with a card of the demo that is not one that other tests made to be declined. */
export async function payWithGoodMethod(pay: Locator): Promise<void> {
  const methods = pay.getByLabel('Payment method').locator('option');
  await methods.filter({ hasText: '••••' }).first().waitFor({ state: 'attached' });
  const good = (await methods.allInnerTexts()).find((name) => /••••/.test(name) && !/Declining/.test(name));
  await pay.getByLabel('Payment method').selectOption({ label: good ?? '' });
  await pay.getByRole('button', { name: /^Pay / }).click();
  await expect(pay).toHaveCount(0);
}

/** Follows an activation link, chooses a password and signs in with it. */
export async function activate(page: Page, link: string, email: string, password: string): Promise<void> {
  await page.goto(link);
  await expectHeading(page, /^Welcome/);
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('Repeat the password').fill(password);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expectHeading(page, 'Sign in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** The one-time link of the newest mail to somebody, from the outbox of an installation without a mail server. */
export async function linkMailedTo(page: Page, email: string): Promise<string> {
  await page.goto('/outbox');
  await page.getByRole('button', { name: new RegExp(`^Show .* to ${email}$`) }).click();
  const link = page.getByRole('link', { name: /\/activate\?token=/ });
  return (await link.getAttribute('href')) ?? '';
}

/** Assigns what the page shows to somebody, by the dialog of that name. */
export async function reassign(page: Page, name: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  const form = dialog(page, `Assign ${name}`);
  await choose(form, 'Partner account executive', to);
  await form.getByRole('button', { name: /^Assign/ }).click();
}

export const nameOf = (user: User) => `${user.first_name} ${user.last_name}`;

/** Two account executives of the partner that somebody works for. */
export async function executivesOf(admin: Api, email: string) {
  const { partner } = await admin.userWith(email);
  const query = `partner_id=${partner?.id}&role=partner_account_executive&status=active&limit=100`;
  const { items } = await admin.get<{ items: User[] }>(`/users?${query}`);
  const [first, second] = items.filter(({ profile }) => profile.name === 'Partner Account Executive');
  if (!first || !second || !partner) throw new Error('The demo has no partner with two account executives');
  return { partner, first, second };
}
