import type { Case } from '../../src/contract/cases.ts';
import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectToast, fact } from './screens.ts';

test('of many that can be chosen the first are offered, and by keyboard any that is typed', async ({
  page,
  admin,
}) => {
  await signIn(page, 'global_administrator');
  const last = (await admin.organizations('kind=customer&status=active&sort=-name')).at(0);
  await page.goto('/cases?new=1');
  const form = dialog(page, 'New case');
  const field = form.getByRole('combobox', { name: 'Organization' });
  await field.press('ArrowDown');
  await expect(form.getByRole('option')).toHaveCount(20);
  await expect(form.getByText('Type to find more')).toBeVisible();
  await field.pressSequentially(last?.number ?? '');
  await expect(form.getByRole('option')).toHaveCount(1);
  await expect(form.getByText('Type to find more')).toHaveCount(0);
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue(last?.name ?? '');
});

test('a case is taken from who works on it by keyboard alone', async ({ page, admin }) => {
  const me = await signIn(page, 'account_executive', 'CSR Supervisor');
  const { items } = await admin.get<{ items: Case[] }>('/cases?assignee_id=nobody&settled_at=never&limit=1');
  const number = items[0]?.number ?? '';
  await page.goto(`/cases/${items[0]?.id}`);
  const form = dialog(page, `Assign ${number}`);
  const field = form.getByRole('combobox', { name: 'Assigned to' });
  const submit = async () => {
    await form.getByRole('button', { name: 'Assign' }).press('Enter');
    await expectToast(page, `${number} is assigned`);
    await expect(form).toHaveCount(0);
  };

  await button(page, 'Assign').press('Enter');
  await expect(field).toBeFocused();
  await field.pressSequentially(me.email, { delay: 20 });
  await expect(form.getByRole('option')).toHaveText([me.name]);
  await field.press('ArrowDown');
  await field.press('Enter');
  await submit();
  await expect(fact(page, 'Assigned to')).toHaveText(me.name);

  await button(page, 'Assign').press('Enter');
  await expect(field).toHaveValue(me.name);
  await field.press('ArrowDown');
  await expect(form.getByRole('option', { name: me.name })).toHaveAttribute('aria-selected', 'true');
  await field.press('Escape');
  await field.fill('nobody of this name');
  await expect(form.getByText('Nothing found')).toBeVisible();
  await field.press('Tab');
  await expect(field).toHaveValue(me.name);
  await field.press('ControlOrMeta+a');
  await field.press('Delete');
  await submit();
  await expect(fact(page, 'Assigned to')).toHaveText('Nobody yet');
});
