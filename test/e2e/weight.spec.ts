import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { expectHeading } from './screens.ts';

const limit = 200_000;
/** Charts are drawn into a page that is there already. */
const charts = /\/assets\/charts-/;

/** Bytes of all scripts that a page loads, each packed by itself, as they travel; what comes after it left out. */
async function scriptWeight(page: Page, open: () => Promise<void>, late?: RegExp): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script' || late?.test(response.url())) return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await open();
  await page.waitForLoadState('networkidle');
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('the sign-in page stays light', async ({ page }) => {
  const weight = await scriptWeight(page, async () => {
    await page.goto('/');
    await expectHeading(page, 'Sign in');
  });
  expect(weight).toBeGreaterThan(10_000);
  expect(weight).toBeLessThan(limit);
});

for (const [role, address] of [
  ['global_administrator', '/'],
  ['global_administrator', '/organizations'],
  ['account_executive', '/'],
  ['partner_administrator', '/'],
  ['customer', '/'],
] as const) {
  test(`the first page of a signed-in person stays light: ${address} of a ${role}`, async ({ page }) => {
    await signIn(page, role);
    const opened = async () => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('rowheader').first()).toBeVisible();
    };
    const weight = await scriptWeight(page, opened, charts);
    expect(weight).toBeGreaterThan(10_000);
    expect(weight).toBeLessThan(limit);
  });
}

test('scripts travel packed, and are kept by the browser', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  for (const encoding of ['br', 'gzip']) {
    const answer = await request.get(script, { headers: { 'accept-encoding': encoding } });
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      'content-encoding': encoding,
      'content-type': expect.stringContaining('javascript'),
      'cache-control': expect.stringContaining('immutable'),
    });
  }
});

test('charts are a script of their own, which a page without them does not load', async ({ page }) => {
  await signIn(page, 'global_administrator');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('/organizations');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  expect(loaded.filter((url) => charts.test(url))).toEqual([]);
  const drawn = page.waitForResponse((response) => charts.test(response.url()));
  await page.goto('/dashboard');
  await page.getByRole('heading', { name: 'Monthly recurring revenue' }).scrollIntoViewIfNeeded();
  expect(gzipSync(await (await drawn).body()).length).toBeLessThan(150_000);
});
