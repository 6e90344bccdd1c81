import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import {
  button,
  chooseFromRowMenu,
  dialog,
  expectHeading,
  expectToast,
  goTo,
  navigation,
  row,
} from './screens.ts';

const job = 'Purge what has expired';

test('an administrator runs a job and sees what came of it', async ({ page, console }) => {
  console.expectError(/502 \(Bad Gateway\)/);
  await signIn(page, 'system_administrator', 'Administrator');
  await page.goto('/dashboard');
  await goTo(page, 'Jobs');
  await expect(row(page, 'Forget old job runs')).toContainText('Every day at 03:30');
  const keys: (string | undefined)[] = [];
  // The first answer is lost on the way: the attempt is repeated under its own name, and is still one run.
  await page.route('**/api/v1/jobs/run', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    const answer = await route.fetch();
    if (keys.length > 1) return route.fulfill({ response: answer });
    return route.fulfill({ status: 502, body: '' });
  });
  await chooseFromRowMenu(page, job, 'Run now');
  const confirm = dialog(page, `Run “${job}” now?`);
  await confirm.getByRole('button', { name: 'Run it now' }).click();
  await expect(confirm.getByRole('alert')).toBeVisible();
  await confirm.getByRole('button', { name: 'Run it now' }).click();
  await expectToast(page, 'runs in a moment');
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys).toEqual([keys[0], keys[0]]);
  await expect(row(page, job)).toContainText('Done');
  await button(page, `Show runs of ${job}`).click();
  const runs = page.getByRole('list', { name: `Runs of ${job}` });
  await expect(runs.getByText('Run now by').first()).toBeVisible();
  expect(await runs.getByText('Run now by').count()).toBe(1);
});

test('whoever may not see jobs finds no way to them', async ({ page, console }) => {
  console.expectError(/403 \(Forbidden\)/);
  await signIn(page, 'account_executive', 'CSR Senior');
  await page.goto('/jobs');
  await expect(page.getByRole('main').getByText('Whom to ask')).toBeVisible();
  await expect(navigation(page).getByRole('link', { name: 'Jobs' })).toHaveCount(0);
  await page.goto('/dashboard');
  await expectHeading(page, 'Dashboard');
});
