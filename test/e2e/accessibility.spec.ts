import type { Page } from '@playwright/test';
import type { Api } from './api.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, chooseFromRowMenu, dialog, navigation } from './screens.ts';
import {
  firstOf,
  firstRowName,
  fromRowMenu,
  open,
  openDialog,
  opened,
  press,
  type Stop,
  visitAll,
} from './stops.ts';

test.use({ viewport: { width: 320, height: 720 }, reducedMotion: 'reduce' });

const organization = async (admin: Api) =>
  `/organizations/${await firstOf(admin, '/organizations?status=active')}`;
/** One whose name has no place to break a line. */
const longWord = async (admin: Api) => {
  const name = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  return `/organizations/${(await admin.post<{ id: string }>('/organizations', { name })).id}`;
};
const partner = async (admin: Api) => `/organizations/${await firstOf(admin, '/organizations?kind=partner')}`;
const contact = async (admin: Api) => `/contacts/${await firstOf(admin, '/contacts')}`;
const user = async (admin: Api) =>
  `/users/${await firstOf(admin, '/users?role=account_executive&status=active')}`;
const profile = (key: string) => async (admin: Api) => {
  const { items } = await admin.get<{ items: { id: string; key: string }[] }>('/profiles');
  return `/profiles/${items.find((one) => one.key === key)?.id}`;
};
const longExport = async (admin: Api) => {
  await admin.post('/exports', { resource: 'contacts', query: {} });
  return '/exports';
};
/** An export that is over is told of. */
const notified = async (admin: Api) => {
  await longExport(admin);
  await expect
    .poll(async () => (await admin.get<{ unread: number }>('/notifications/count')).unread, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  return '/notifications';
};
async function changeProfile(page: Page): Promise<void> {
  await page.getByLabel('Contacts, access').selectOption({ label: 'None' });
  await expect(button(page, 'Review')).toBeVisible();
}

const stops: readonly Stop[] = [
  { name: 'dashboard', address: '/dashboard' },
  { name: 'organizations', address: '/organizations' },
  { name: 'organizations, nothing found', address: '/organizations?q=zzzzzzzz' },
  { name: 'organization with one long word for a name', address: longWord },
  {
    name: 'organizations, row menu',
    address: '/organizations',
    arrange: async (page) => {
      await button(page, `Actions for ${await firstRowName(page)}`).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  { name: 'new organization', address: '/organizations', arrange: opened('New organization') },
  {
    name: 'new organization, with mistakes',
    address: '/organizations',
    arrange: async (page) => {
      await openDialog(page, 'New organization');
      await press('Add organization')(page);
      await expect(page.getByText('Enter the name of the organization.')).toBeVisible();
    },
  },
  { name: 'organization', address: organization },
  { name: 'edit organization', address: organization, arrange: opened('Edit') },
  { name: 'assign organization', address: organization, arrange: opened('Assign') },
  { name: 'partner organization', address: partner },
  { name: 'organization, users tab', address: async (admin) => `${await organization(admin)}?tab=users` },
  {
    name: 'import organizations',
    address: '/organizations/import',
    arrange: async (page) => {
      const buffer = Buffer.from('Id,Name,Terms\n1,Good,14\n2,,14\n3,Bad,many\n');
      await page.getByLabel('CSV file').setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer });
      await press('Check the file')(page);
      await expect(page.getByRole('table', { name: 'What happens to each row' })).toBeVisible();
    },
  },
  { name: 'contacts', address: '/contacts' },
  { name: 'new contact', address: '/contacts', arrange: opened('New contact') },
  { name: 'contact', address: contact },
  { name: 'delete contact', address: contact, arrange: opened('Delete') },
  { name: 'users', address: '/users' },
  {
    name: 'add user',
    address: '/users',
    arrange: async (page) => {
      await openDialog(page, 'Add user');
      await dialog(page, 'Add user').getByLabel('Role', { exact: true }).selectOption({ label: 'Customer' });
      await expect(page.getByLabel('First name')).toBeVisible();
    },
  },
  { name: 'user', address: user },
  { name: 'user, history', address: async (admin) => `${await user(admin)}?tab=history` },
  { name: 'edit user', address: user, arrange: opened('Edit') },
  { name: 'assign profile', address: user, arrange: opened('Assign profile') },
  { name: 'suspend user', address: '/users?status=active&role_type=csr', arrange: fromRowMenu('Suspend') },
  { name: 'import users', address: '/users/import' },
  { name: 'profiles', address: '/profiles' },
  { name: 'new profile', address: '/profiles', arrange: opened('New profile') },
  { name: 'profile, read-only', address: profile('global_administrator') },
  { name: 'profile, changed', address: profile('csr_senior'), arrange: changeProfile },
  {
    name: 'profile, actions',
    address: profile('csr_senior'),
    arrange: async (page) => {
      await button(page, /^Organizations, actions/).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'profile, review',
    address: profile('csr_senior'),
    arrange: async (page) => {
      await changeProfile(page);
      await openDialog(page, 'Review');
    },
  },
  {
    name: 'profile, inviting',
    address: async (admin) => `${await profile('csr_senior')(admin)}?tab=inviting`,
  },
  {
    name: 'profile, versions',
    address: async (admin) => `${await profile('csr_senior')(admin)}?tab=versions`,
  },
  { name: 'company settings', address: '/settings' },
  {
    name: 'audit log, with an entry open',
    address: '/audit-log',
    arrange: async (page) => {
      await page.getByRole('rowheader').first().getByRole('button').click();
    },
  },
  {
    name: 'jobs, runs of one',
    address: '/jobs',
    arrange: async (page) => {
      await button(page, 'Show runs of Purge what has expired').click();
      await expect(button(page, 'Hide runs of Purge what has expired')).toBeVisible();
    },
  },
  {
    name: 'run a job',
    address: '/jobs',
    arrange: async (page) => {
      await chooseFromRowMenu(page, 'Purge what has expired', 'Run now');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'outbox', address: '/outbox' },
  { name: 'my exports', address: longExport },
  { name: 'notifications', address: notified },
  { name: 'organization, timeline', address: async (admin) => `${await organization(admin)}?tab=timeline` },
  { name: 'organization, history', address: async (admin) => `${await organization(admin)}?tab=history` },
  {
    name: 'organizations, export of what is shown or of all',
    address: '/organizations?status=active',
    arrange: async (page) => {
      await button(page, 'Export CSV').click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  { name: 'my profile', address: '/me' },
  {
    name: 'my profile, ending a session',
    address: '/me',
    arrange: async (page) => {
      await button(page, /^End the session on/)
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'profiles, choosing a default',
    address: '/profiles',
    arrange: (page) => openDialog(page, 'Change the default profile of Customer'),
  },
  {
    name: 'palette',
    address: '/dashboard',
    arrange: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search and commands' }).fill('or');
      await expect(page.getByRole('option').nth(3)).toBeVisible();
    },
  },
  {
    name: 'navigation drawer',
    address: '/dashboard',
    arrange: async (page) => {
      await openDialog(page, 'Open navigation');
      await expect(navigation(page)).toBeVisible();
    },
  },
  {
    name: 'account menu',
    address: '/dashboard',
    arrange: async (page) => {
      await button(page, /^Account of/).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
];

visitAll(stops);

test('accessible at 320 pixels: a refusal and a page that does not exist', async ({ page, console }) => {
  console.expectError(/403 \(Forbidden\)/);
  await signIn(page, 'customer', 'Standard Customer');
  for (const refused of ['/profiles', '/outbox', '/email-templates']) {
    await open(page, refused);
    await expect(page.getByText('Whom to ask')).toBeVisible();
    await expectAccessible(page);
  }
  await open(page, '/nowhere');
  await expectAccessible(page);
});

for (const address of [
  '/sign-in',
  '/forgot-password',
  '/reset?token=unknown',
  '/setup?token=unknown',
  '/confirm-email',
]) {
  test(`accessible at 320 pixels: ${address}`, async ({ page }) => {
    await open(page, address);
    await expectAccessible(page);
  });
}

test('accessible at 320 pixels: an activation link that is dead', async ({ page, console }) => {
  console.expectError(/(410 \(Gone\)|422 \(Unprocessable)/);
  await open(page, '/activate?token=0123456789012345678901234567890123456789');
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await expectAccessible(page);
});
