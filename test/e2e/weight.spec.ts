import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { expectHeading } from './screens.ts';

const limit = 200_000;

/** Bytes of all scripts that a page loads, each packed by itself, as they travel. */
async function scriptWeight(page: Page, open: () => Promise<void>): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
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

for (const address of ['/', '/organizations']) {
  test(`the first page of a signed-in person stays light: ${address}`, async ({ page }) => {
    await signIn(page, 'global_administrator');
    const weight = await scriptWeight(page, async () => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('rowheader').first()).toBeVisible();
    });
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
