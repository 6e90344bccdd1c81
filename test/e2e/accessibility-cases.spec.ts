import type { Page } from '@playwright/test';
import type { Api } from './api.ts';
import { expect, test } from './base.ts';
import { firstOf, openDialog, opened, type Stop, visitAll } from './stops.ts';

test.use({ viewport: { width: 320, height: 720 }, reducedMotion: 'reduce' });

const one = (query: string) => async (admin: Api) => `/cases/${await firstOf(admin, `/cases?${query}`)}`;
const open = one('status=open');
/** The oldest are long settled: what is too late is explained there. */
const over = one('status=closed&sort=created_at');
const asNote = async (page: Page) => page.getByRole('switch', { name: 'Internal note' }).click();

const stops: readonly Stop[] = [
  { name: 'cases', address: '/cases' },
  { name: 'cases of nobody', address: '/cases?assignee_id=nobody' },
  { name: 'a case', address: open },
  { name: 'a case, internal note', address: open, arrange: asNote },
  { name: 'a case that is over', address: over },
  {
    name: 'new case',
    address: '/cases?new=1',
    arrange: async (page) => page.getByRole('dialog').waitFor(),
  },
  ...['Edit', 'Assign', 'Close'].map(
    (action): Stop => ({ name: `case, ${action}`, address: open, arrange: opened(action) }),
  ),
  {
    name: 'case, Assign, with who is offered',
    address: open,
    arrange: async (page) => {
      await openDialog(page, 'Assign');
      await page.getByRole('combobox', { name: 'Assigned to' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'case, Reopen',
    address: one('status=resolved'),
    arrange: (page) => openDialog(page, 'Reopen'),
  },
  { name: 'import cases', address: '/cases/import' },
];

visitAll(stops);
