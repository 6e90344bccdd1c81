import { test as base, expect, type Page } from '@playwright/test';
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts';

export interface Console {
  /** Names a console error this test provokes on purpose; any other one fails it. */
  expectError(pattern: RegExp): void;
}

interface TestFixtures {
  console: Console;
}

interface WorkerFixtures extends ServerOptions {
  server: RunningServer;
}

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
  console: [
    async ({ page }, use) => {
      const expected: RegExp[] = [];
      const seen = collectErrors(page);
      await use({ expectError: (pattern) => expected.push(pattern) });
      const unexpected = seen.filter((text) => !expected.some((pattern) => pattern.test(text)));
      expect(unexpected, 'unexpected errors in the browser console').toEqual([]);
    },
    { auto: true },
  ],
});

function collectErrors(page: Page): string[] {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`);
  });
  return seen;
}

export { expect };
