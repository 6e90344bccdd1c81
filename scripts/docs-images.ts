import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Role } from '../src/catalog/roles.ts';
import { Api } from '../test/e2e/api.ts';
import { startServer } from '../test/e2e/start-server.ts';
import { ensureBuild } from './ensure.cjs';
import { findChromium } from './tools.cjs';

/** Takes the pictures of the documentation anew, from the demo company: `node scripts/docs-images.ts`. */
interface Picture {
  readonly name: string;
  readonly as: readonly [role: Role, profile?: string];
  readonly address: string | ((api: Api) => Promise<string>);
  readonly dark?: boolean;
  readonly narrow?: boolean;
  readonly arrange?: (page: Page) => Promise<void>;
}

const folder = path.resolve(import.meta.dirname, '..', 'docs', 'images');

const firstOf = (list: string, tail: string) => async (api: Api) => {
  const { items } = await api.get<{ items: { id: string }[] }>(list);
  return `/${list.split('?')[0]?.replace(/^\//, '')}/${items[0]?.id}${tail}`;
};

async function profileOf(api: Api): Promise<string> {
  const { items } = await api.get<{ items: { id: string; name: string }[] }>('/profiles');
  return `/profiles/${items.find(({ name }) => name === 'CSR Senior')?.id}`;
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

async function typeIntoPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').pressSequentially('tea');
  await page.getByRole('option').nth(2).waitFor();
}

const pictures: readonly Picture[] = [
  { name: 'customer-hub', as: ['customer', 'Standard Customer'], address: '/' },
  {
    name: 'customer-hub-narrow',
    as: ['customer', 'Standard Customer'],
    address: '/',
    narrow: true,
    dark: true,
  },
  {
    name: 'customer-subscriptions',
    as: ['customer', 'Standard Customer'],
    address: '/?tab=subscriptions',
  },
  { name: 'pay', as: ['customer', 'Managed Customer'], address: '/', arrange: press('Pay') },
  { name: 'partner-hub', as: ['partner_administrator'], address: '/' },
  { name: 'partner-executives', as: ['partner_administrator'], address: '/?tab=executives' },
  {
    name: 'acting-for-an-account',
    as: ['partner_account_executive', 'Partner Account Executive'],
    address: firstOf('/organizations?kind=customer', ''),
  },
  { name: 'sales-hub', as: ['account_executive', 'CSR Senior'], address: '/' },
  { name: 'case', as: ['account_executive', 'CSR Supervisor'], address: firstOf('/cases?status=open', '') },
  { name: 'dashboard', as: ['account_executive', 'CSR Supervisor'], address: '/dashboard' },
  {
    name: 'palette-dark',
    as: ['account_executive', 'CSR Senior'],
    address: '/',
    dark: true,
    arrange: typeIntoPalette,
  },
  { name: 'articles', as: ['system_administrator', 'Administrator'], address: firstOf('/articles', '/edit') },
  { name: 'email-template', as: ['global_administrator'], address: '/email-templates/invoice_issued' },
  { name: 'admin-users', as: ['global_administrator'], address: '/users' },
  { name: 'profile-editor', as: ['global_administrator'], address: profileOf },
  {
    name: 'organizations-dark',
    as: ['account_executive', 'CSR Senior'],
    address: '/organizations',
    dark: true,
  },
];

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, as, address, dark = false, narrow = false, arrange } = picture;
  const context = await browser.newContext({
    baseURL: url,
    viewport: narrow ? { width: 320, height: 700 } : { width: 1280, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  try {
    const api = new Api(context.request);
    await api.signIn(...as);
    const page = await context.newPage();
    await page.goto(typeof address === 'string' ? address : await address(api), { waitUntil: 'networkidle' });
    await arrange?.(page);
    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
    console.log(`${name}.png`);
  } finally {
    await context.close();
  }
}

ensureBuild();
const server = await startServer('embedded');
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath === null ? {} : { executablePath }),
});
try {
  for (const picture of pictures) await take(browser, server.url, picture);
} finally {
  await browser.close();
  await server.stop();
}
