import type { Api, Organization, User } from './api.ts';
import { expect, test } from './base.ts';
import { signIn, signInAs } from './people.ts';
import {
  button,
  choose,
  chooseFromRowMenu,
  dialog,
  expectHeading,
  expectToast,
  goTo,
  row,
  search,
} from './screens.ts';

interface Staff {
  loser: User;
  winner: User;
  account: Organization;
}

/** Two account executives of one partner, and an account of the first that somebody else added. */
async function staffOf(admin: Api, administratorEmail: string): Promise<Staff> {
  const { partner } = await admin.userWith(administratorEmail);
  const query = `partner_id=${partner?.id}&role=partner_account_executive&status=active&limit=100`;
  const { items } = await admin.get<{ items: User[] }>(`/users?${query}`);
  const executives = items.filter(({ profile }) => profile.name === 'Partner Account Executive');
  const [loser, winner] = executives;
  if (!loser || !winner) throw new Error('The demo has no partner with two account executives');
  const account = await admin.post<Organization>('/organizations', {
    name: `Paper Boat Rentals ${Date.now()}`,
    parent_partner_id: partner?.id,
    partner_account_executive_id: loser.id,
  });
  return { account, loser, winner };
}

const nameOf = (user: User) => `${user.first_name} ${user.last_name}`;

test('a re-assigned account changes hands at once', async ({ page, admin, anotherPage, console }) => {
  console.expectError(/404 \(Not Found\)/);
  const administrator = await signIn(page, 'partner_administrator');
  const { account, loser, winner } = await staffOf(admin, administrator.email);
  const losing = await anotherPage();
  await signInAs(losing, loser.email);
  await losing.goto('/organizations');
  await search(losing, account.name);
  await expect(row(losing, account.name)).toBeVisible();

  await page.goto(`/organizations/${account.id}`);
  await button(page, 'Assign').click();
  const form = dialog(page, `Assign ${account.name}`);
  await expect(form.getByLabel('Account executive', { exact: true })).toHaveCount(0);
  await expect(form.getByLabel('Partner', { exact: true })).toHaveCount(0);
  await choose(form, 'Partner account executive', nameOf(winner));
  await form.getByRole('button', { name: /^Assign/ }).click();
  await expectToast(page, `${account.name} is assigned`);

  await losing.getByRole('link', { name: account.name, exact: true }).click();
  await expectHeading(losing, 'Not found');
  const winning = await anotherPage();
  await signInAs(winning, winner.email);
  await winning.goto('/organizations');
  await search(winning, account.name);
  await row(winning, account.name).getByRole('link').first().click();
  await expectHeading(winning, account.name);
});

test('a suspended account executive is out with the next click, and back once enabled', async ({
  page,
  admin,
  anotherPage,
  console,
}) => {
  console.expectError(/401 \(Unauthorized\)/);
  const administrator = await signIn(page, 'partner_administrator');
  const { winner } = await staffOf(admin, administrator.email);
  const name = nameOf(winner);
  const suspended = await anotherPage();
  await signInAs(suspended, winner.email);
  await suspended.goto('/dashboard');
  await expectHeading(suspended, 'Dashboard');

  await page.goto('/users');
  await search(page, winner.last_name);
  await chooseFromRowMenu(page, name, 'Suspend');
  await dialog(page, `Suspend ${name}?`)
    .getByRole('button', { name: `Suspend ${name}` })
    .click();
  await expectToast(page, `${name} is suspended`);
  await expect(row(page, name)).toContainText('Suspended');

  await suspended.getByRole('link', { name: 'Contacts', exact: true }).click();
  await expectHeading(suspended, 'Sign in');

  await chooseFromRowMenu(page, name, 'Enable');
  await dialog(page, `Enable ${name}?`)
    .getByRole('button', { name: `Enable ${name}` })
    .click();
  await expectToast(page, `${name} can sign in again`);
  await signInAs(suspended, winner.email);
  await suspended.goto('/');
  await expectHeading(suspended, winner.partner?.name ?? '');

  await chooseFromRowMenu(page, name, 'Sign out everywhere');
  await dialog(page, `Sign ${name} out everywhere?`)
    .getByRole('button', { name: `Sign ${name} out` })
    .click();
  await expectToast(page, `${name} is signed out everywhere`);
  await suspended.goto('/contacts');
  await expectHeading(suspended, 'Sign in');
});

test('a partner administrator finds the people of their own partner only', async ({ page, admin }) => {
  const administrator = await signIn(page, 'partner_administrator');
  const { partner } = await admin.userWith(administrator.email);
  await page.goto('/users');
  await goTo(page, 'Users');
  await search(page, 'Globalis');
  await expect(page.getByText('Nobody matches')).toBeVisible();
  await button(page, 'Clear filters').click();
  const own = row(page, nameOf((await staffOf(admin, administrator.email)).loser));
  await expect(own).toContainText(partner?.name ?? '');
});
