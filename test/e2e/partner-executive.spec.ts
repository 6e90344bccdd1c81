import { expect, test } from './base.ts';
import { signIn } from './people.ts';
import { button, dialog, expectHeading, expectToast, fact, goTo, row, search } from './screens.ts';

test('a partner account executive sees the accounts assigned to them, and no others', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'partner_account_executive', 'Partner Account Executive');
  const me = await admin.userWith(person.email);
  const cohort = await admin.organizations(`partner_id=${me.partner?.id}&sort=name`);
  const mine = cohort.filter((one) => one.partner_account_executive?.id === me.id);
  // The partner's own account is everybody's of the partner.
  const others = cohort.filter(
    (one) => one.partner_account_executive?.id !== me.id && one.id !== me.partner?.id,
  );
  await page.goto('/organizations');
  await expect(page.getByRole('link', { name: mine[0]?.name ?? '', exact: true })).toBeVisible();
  await expect(row(page, me.partner?.name ?? '')).toBeVisible();
  const shown = await page.getByRole('rowheader').allInnerTexts();
  expect(others.map(({ name }) => name).filter((name) => shown.includes(name))).toEqual([]);
  await search(page, others[0]?.name ?? '');
  await expect(page.getByText('No organization matches')).toBeVisible();
});

test('a partner account executive adds an account and looks after it from then on', async ({
  page,
  admin,
}) => {
  const person = await signIn(page, 'partner_account_executive', 'Partner Account Executive');
  const me = await admin.userWith(person.email);
  await page.goto('/organizations');
  await button(page, 'New organization').click();
  const form = dialog(page, 'New organization');
  await expect(form.getByLabel('Kind')).toHaveCount(0);
  await form.getByLabel('Name', { exact: true }).fill('Crooked Kettle Bakery');
  await form.getByRole('button', { name: 'Add organization' }).click();
  await expectToast(page, 'Crooked Kettle Bakery was added');
  await expectHeading(page, 'Crooked Kettle Bakery');
  await expect(fact(page, 'Partner')).toHaveText(me.partner?.name ?? '');
  await expect(fact(page, 'Partner account executive')).toHaveText(person.name);
  await goTo(page, 'Customer accounts');
  await search(page, 'Crooked Kettle');
  await expect(row(page, 'Crooked Kettle Bakery')).toBeVisible();
});
