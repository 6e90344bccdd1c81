import type { Api } from './api.ts';
import { expect, test } from './base.ts';
import { button } from './screens.ts';
import { firstOf, opened, press, type Stop, visitAll } from './stops.ts';

test.use({ viewport: { width: 320, height: 720 }, reducedMotion: 'reduce' });

const article = (status: string) => async (admin: Api) =>
  `/articles/${await firstOf(admin, `/articles?status=${status}`)}`;
const support = async (admin: Api) => `/articles/${await firstOf(admin, '/articles?q=Pay%20an%20invoice')}`;

const stops: readonly Stop[] = [
  { name: 'articles', address: '/articles' },
  { name: 'articles, nothing found', address: '/articles?q=zzzzzzzz' },
  { name: 'article', address: support },
  { name: 'draft', address: article('draft') },
  { name: 'publish an article', address: article('draft'), arrange: opened('Publish') },
  { name: 'take an article back', address: article('published'), arrange: opened('Back to draft') },
  { name: 'archive an article', address: article('published'), arrange: opened('Archive') },
  { name: 'new article', address: '/articles/new' },
  {
    name: 'new article, with mistakes',
    address: '/articles/new',
    arrange: async (page) => {
      await page.getByLabel('Customers').uncheck();
      await press('Save as draft')(page);
      await expect(page.getByText('Enter a title.')).toBeVisible();
    },
  },
  { name: 'edit an article', address: async (admin) => `${await support(admin)}/edit` },
  { name: 'e-mail templates', address: '/email-templates' },
  { name: 'e-mail template', address: '/email-templates/invoice_issued' },
  { name: 'e-mail template that is always sent', address: '/email-templates/activation' },
  {
    name: 'restore a default',
    address: async (admin) => {
      const key = 'payment_failed';
      const { version } = await admin.get<{ version: number }>(`/email-templates/${key}`);
      await admin.patch(`/email-templates/${key}`, { subject: `Failed ${version}: {{amount}}` }, version);
      return `/email-templates/${key}`;
    },
    arrange: async (page) => {
      await expect(button(page, 'Restore default')).toBeEnabled();
      await opened('Restore default')(page);
    },
  },
];

visitAll(stops);
