import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn, signInAs } from './people.ts';
import { button, expectHeading, expectToast, row } from './screens.ts';
import { startServer } from './start-server.ts';

async function downloaded(page: Page, start: () => Promise<void>): Promise<string[]> {
  const downloading = page.waitForEvent('download');
  await start();
  const text = await readFile(await (await downloading).path(), 'utf8');
  return text.trim().split('\r\n');
}

test('an export of filtered invoices holds what is shown, with all of them a choice beside it', async ({
  page,
}) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/invoices?status=open');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  const shown = await page.getByRole('rowheader').allInnerTexts();
  const total = await page.request.get('/api/v1/invoices/count?status=open');
  const choose = (name: string) => async () => {
    await button(page, 'Export CSV').click();
    await page.getByRole('menuitem', { name }).click();
  };
  const [head, ...lines] = await downloaded(page, choose('These results'));
  expect(head).toMatch(/^Number,Organization,Organization id,Subscription,Status,Issued,Due,/);
  expect(lines.length).toBe(((await total.json()) as { count: number }).count);
  for (const number of shown) expect(lines.some((line) => line.startsWith(`${number.trim()},`))).toBe(true);
  expect(lines.every((line) => line.includes(',Open,'))).toBe(true);
  const all = await downloaded(page, choose('All invoices'));
  expect(all.length).toBeGreaterThan(lines.length + 1);
  expect(all.some((line) => line.includes(',Paid,'))).toBe(true);
});

test('a long export goes on without its page, is found again and downloaded', async ({ page, engine }) => {
  test.setTimeout(180_000);
  const server = await startServer(engine);
  try {
    await page.goto(server.url);
    await page.request.post(`${server.url}/api/v1/demo/session`, {
      data: { email: (await peopleAt(page, server.url))[0]?.email },
    });
    await importMany(page, server.url);
    await page.goto(`${server.url}/organizations`);
    await expect(page.getByRole('rowheader').first()).toBeVisible();
    await button(page, 'Export CSV').click();
    await expectHeading(page, 'My exports');
    await expectToast(page, 'The export is being written');
    // Left at once, and come back to over the menu of the account.
    await page.goto(`${server.url}/organizations`);
    await button(page, /^Account of/).click();
    await page.getByRole('menuitem', { name: 'My exports' }).click();
    await expectHeading(page, 'My exports');
    await expect(row(page, 'Organizations')).toContainText('Ready', { timeout: 60_000 });
    const link = page.getByRole('link', { name: /^Download Organizations/ });
    const lines = await downloaded(page, () => link.click());
    expect(lines.length).toBeGreaterThan(1101);
    expect(lines.filter((line) => line.includes(',Bulk ')).length).toBe(1100);
    await expect(page.getByRole('link', { name: /^Notifications, 1|^Notifications, 2/ })).toBeVisible();
  } finally {
    // The page still fetches what it may need next.
    await page.goto('about:blank');
    await server.stop();
  }
});

async function peopleAt(page: Page, url: string): Promise<{ email: string }[]> {
  const answer = await page.request.get(`${url}/api/v1/demo/people`);
  return ((await answer.json()) as { items: { email: string }[] }).items;
}

async function importMany(page: Page, url: string): Promise<void> {
  const rows = Array.from({ length: 1100 }, (_, index) => `B-${index},Bulk ${index}`).join('\n');
  const content = Buffer.from(`id,name\n${rows}\n`).toString('base64');
  const data = {
    file_name: 'bulk.csv',
    source: 'bulk',
    content_base64: content,
    mapping: { external_id: 'id', name: 'name' },
    date_format: 'YYYY-MM-DD',
    mode: 'all_or_nothing',
    dry_run: false,
  };
  const answer = await page.request.post(`${url}/api/v1/organizations/import`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test('somebody is told of an account, opens it from the bell, and has read it', async ({ page, admin }) => {
  const { items: users } = await admin.get<{
    items: { id: string; email: string; profile: { name: string } }[];
  }>('/users?role=account_executive&status=active');
  const next = users.find(({ profile }) => profile.name === 'CSR Senior');
  const made = await admin.post<{ id: string; version: number }>('/organizations', { name: 'Bell Badger' });
  await signInAs(page, next?.email ?? '');
  await page.goto('/notifications');
  await expectHeading(page, 'Notifications');
  const assigned = await admin.request.post(`/api/v1/organizations/${made.id}/assign`, {
    data: { account_executive_id: next?.id },
    headers: { 'if-match': `"${made.version}"` },
  });
  expect(assigned.ok()).toBe(true);
  await page.goto('/organizations');
  const bell = page.getByRole('banner').getByRole('link', { name: /^Notifications, \d+ unread/ });
  await expect(bell).toBeVisible();
  await bell.focus();
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Notifications');
  await page.getByRole('link', { name: 'You look after Bell Badger from now on.' }).click();
  await expectHeading(page, 'Bell Badger');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const timeline = page.getByRole('table', { name: 'What happened, newest first' });
  await expect(timeline.getByText(/^Moved to /)).toBeVisible();
  await expect(timeline.getByText('Added')).toBeVisible();
  await page.goto('/notifications');
  await expect(row(page, 'You look after Bell Badger from now on.')).toContainText('Read');
  await page.goto('/notifications?unread=true');
  await button(page, 'Mark all as read').click();
  await expect(
    page.getByRole('banner').getByRole('link', { name: 'Notifications, none unread' }),
  ).toBeVisible();
  await expect(page.getByText('Nothing unread')).toBeVisible();
});

test('what somebody does not want to be told of stays untold', async ({ page, admin }) => {
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/me');
  const box = page.getByRole('checkbox', { name: 'Account assigned to you: on the page' });
  await expect(box).toBeChecked();
  const saved = page.waitForResponse((one) => one.request().method() === 'PUT' && one.ok());
  await box.click();
  await expect(box).not.toBeChecked();
  await saved;
  await page.reload();
  await expect(box).not.toBeChecked();
  const me = (await (await page.request.get('/api/v1/me')).json()) as { id: string };
  const made = await admin.post<{ id: string; version: number }>('/organizations', { name: 'Quiet Quail' });
  await admin.request.post(`/api/v1/organizations/${made.id}/assign`, {
    data: { account_executive_id: me.id },
    headers: { 'if-match': `"${made.version}"` },
  });
  await page.goto('/notifications');
  await expectHeading(page, 'Notifications');
  await expect(page.getByText('Quiet Quail')).toHaveCount(0);
  await page.goto('/me');
  await box.click();
  await expect(box).toBeChecked();
});
