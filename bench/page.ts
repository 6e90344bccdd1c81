import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { ensureBuild } from '../scripts/ensure.cjs';
import { findChromium } from '../scripts/tools.cjs';
import { type Role, roles } from '../src/catalog/roles.ts';
import type { Routes } from '../src/contract/routes.ts';
import { startServer } from '../test/e2e/start-server.ts';
import { median } from './measure.ts';

/** Milliseconds within which the largest thing of a page should stand there. */
const aim = 1200;
const rounds = 5;

interface Visit {
  readonly page: string;
  readonly as: Role | null;
  readonly path: string;
}

export interface PaintResult extends Visit {
  /** Medians of five cold loads, milliseconds: the first and the largest paint, and the requests of the load. */
  readonly first: number;
  readonly largest: number;
  readonly requests: number;
  readonly kilobytes: number;
}

const lists: Readonly<Record<Role, string>> = {
  global_administrator: '/users',
  system_administrator: '/organizations',
  account_executive: '/contacts',
  partner_administrator: '/subscriptions',
  partner_account_executive: '/organizations',
  customer: '/invoices',
};

const visits: readonly Visit[] = [
  { page: 'Sign-in', as: null, path: '/' },
  ...(Object.keys(roles) as Role[]).flatMap((as) => [
    { page: 'Home', as, path: '/' },
    { page: `List ${lists[as]}`, as, path: lists[as] },
  ]),
];

/** Loads a page with nothing in the browser's cache, and reads what the browser itself noted. */
async function load(browser: Browser, url: string, { as, path }: Visit) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } });
  try {
    if (as) {
      const people = await context.request.get('/api/v1/demo/people');
      const { items } = (await people.json()) as Routes['GET /demo/people']['output'];
      const email = items.find(({ role }) => role === as)?.email;
      await context.request.post('/api/v1/demo/session', { data: { email } });
    }
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'networkidle' });
    return await page.evaluate(painted);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
async function painted() {
  const largest = await new Promise<number>((resolve) => {
    let last = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) last = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    setTimeout(() => resolve(last), 200);
  });
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return {
    largest,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    requests: loaded.length,
    kilobytes: loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
  };
}

/** Every visit five times, in turn, so that other work on the machine falls on all of them. */
export async function measurePaint(url: string): Promise<PaintResult[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath === null ? {} : { executablePath }),
  });
  try {
    const seen = visits.map((visit) => ({ visit, loads: [] as Awaited<ReturnType<typeof load>>[] }));
    await load(browser, url, { page: 'warm', as: null, path: '/' });
    for (let round = 0; round < rounds; round += 1)
      for (const { visit, loads } of seen) loads.push(await load(browser, url, visit));
    return seen.map(({ visit, loads }) => ({
      ...visit,
      first: median(loads.map(({ first }) => first)),
      largest: median(loads.map(({ largest }) => largest)),
      requests: median(loads.map(({ requests }) => requests)),
      kilobytes: median(loads.map(({ kilobytes }) => kilobytes)),
    }));
  } finally {
    await browser.close();
  }
}

export function paintTable(results: readonly PaintResult[]): string {
  const lines = results.map(
    ({ page, as, first, largest, requests, kilobytes }) =>
      `| ${page} | ${as ? roles[as].label : 'nobody'} | ${first.toFixed(0)} | ${largest.toFixed(0)} | ${requests} | ${kilobytes.toFixed(0)} |`,
  );
  const over = results.filter(({ largest }) => largest > aim).length;
  return `| Page | As | First contentful paint, ms | Largest contentful paint, ms | Requests | KiB |
|---|---|---|---|---|---|
${lines.join('\n')}

Medians of ${rounds} loads with an empty cache on the loopback, embedded database, demo company. Aim: largest within ${aim} ms; over it: ${over} of ${results.length}.
`;
}

if (import.meta.main) {
  ensureBuild();
  const server = await startServer('embedded');
  try {
    const results = await measurePaint(server.url);
    const folder = new URL('./results/', import.meta.url);
    mkdirSync(folder, { recursive: true });
    const date = new Date().toISOString().slice(0, 10);
    writeFileSync(
      new URL(`${date}-page.json`, folder),
      `${JSON.stringify({ date, aim, results }, null, 2)}\n`,
    );
    writeFileSync(new URL('README-page-table.md', folder), paintTable(results));
    console.log(paintTable(results));
  } finally {
    await server.stop();
  }
}
