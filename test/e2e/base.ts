import { test as base, expect, type Page } from '@playwright/test';
import { Api } from './api.ts';
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts';

export interface Console {
  /** Names a console error this test provokes on purpose; any other one fails it. */
  expectError(pattern: RegExp): void;
}

interface TestFixtures {
  console: Console;
  /** The API as the Global Administrator of the demo: to prepare what a journey needs. */
  admin: Api;
  /** Another browser, of another person; its console is watched as well. */
  anotherPage: () => Promise<Page>;
  errorsSeen: string[];
}

interface WorkerFixtures extends ServerOptions {
  server: RunningServer;
}

// Asking who is signed in is how the page finds out that nobody is; Chromium logs the answer by itself.
const nobodySignedIn =
  /^Failed to load resource:.* 401 \(Unauthorized\) \(\S+\/api\/v1\/(session|me\/access)\)$/;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  engine: ['embedded', { option: true, scope: 'worker' }],
  server: [
    async ({ engine }, use) => {
      const server = await startServer(engine);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  // Playwright reads the names of other fixtures off the pattern, so it may not be left out.
  errorsSeen: async ({ engine: _engine }, use) => use([]),
  console: [
    async ({ page, errorsSeen, server }, use, testInfo) => {
      const expected: RegExp[] = [nobodySignedIn];
      watch(page, errorsSeen);
      await use({ expectError: (pattern) => expected.push(pattern) });
      if (testInfo.status !== testInfo.expectedStatus || errorsSeen.length > 0) {
        await testInfo.attach('server', { body: server.output() });
      }
      const unexpected = errorsSeen.filter((text) => !expected.some((pattern) => pattern.test(text)));
      expect(unexpected, 'unexpected errors in the browser console').toEqual([]);
    },
    { auto: true },
  ],
  admin: async ({ playwright, server }, use) => {
    const request = await playwright.request.newContext({ baseURL: server.url });
    const admin = new Api(request);
    await admin.signIn('global_administrator');
    await use(admin);
    await request.dispose();
  },
  anotherPage: async ({ browser, contextOptions, server, errorsSeen }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL: server.url });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, errorsSeen);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

function watch(page: Page, seen: string[]): void {
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`);
  });
}

export { expect };
