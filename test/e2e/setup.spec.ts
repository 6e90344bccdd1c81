import { test as base, expect } from './base.ts';
import { button, expectHeading } from './screens.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** A server whose database nobody has been in. */
const test = base.extend<{ emptyServer: RunningServer }>({
  emptyServer: [
    async ({ engine }, use) => {
      const server = await startServer(engine, { demo: false });
      await use(server);
      await server.stop();
    },
    { timeout: 60_000 },
  ],
});

test('the link that an empty installation prints makes its first administrator, once', async ({
  page,
  anotherPage,
  emptyServer,
  console,
}) => {
  console.expectError(/410 \(Gone\)/);
  const link = emptyServer.output().match(/http\S+\/setup\?token=\S+/)?.[0] ?? '';
  await page.goto(emptyServer.url);
  await expectHeading(page, 'Sign in');
  await expect(page.getByText('Nobody can sign in yet.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Demo company' })).toHaveCount(0);

  await page.goto(link);
  await page.getByLabel('Company name').fill('Tidewater Ltd');
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Byron');
  await page.getByLabel('E-mail').fill('ada@tidewater.example');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await button(page, 'Create administrator').click();
  await expect(page.getByText('Use at least 12 characters.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill('long enough to be good');
  await button(page, 'Create administrator').click();
  await expectHeading(page, 'Sign in');

  await page.getByLabel('E-mail').fill('ada@tidewater.example');
  await page.getByLabel('Password', { exact: true }).fill('long enough to be good');
  await button(page, 'Sign in').click();
  await expectHeading(page, 'Dashboard');
  await expect(page.getByRole('complementary')).toContainText('Tidewater Ltd');
  await expect(page.getByText('Nothing to count yet')).toBeVisible();

  const late = await anotherPage();
  await late.goto(link);
  await late.getByLabel('First name').fill('Mallory');
  await late.getByLabel('Last name').fill('Late');
  await late.getByLabel('E-mail').fill('mallory@tidewater.example');
  await late.getByLabel('Password', { exact: true }).fill('also long enough to be good');
  await button(late, 'Create administrator').click();
  await expect(late.getByRole('alert')).toBeVisible();
  const demo = await late.request.post(`${emptyServer.url}/api/v1/demo/session`, {
    data: { email: 'gwen.globalis@demo.example' },
  });
  expect(demo.status(), 'one-click sign-in exists in the demo only').toBe(404);
  // The server ends before the pages do: what they fetch while idle is not to find it gone.
  for (const open of [page, late]) await open.goto('about:blank');
});
