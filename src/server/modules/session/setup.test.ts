import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/kit/database.ts';
import { createSetupLink } from './setup.ts';
import { addPerson, call, password, type TestApp, testApp } from './test-session.ts';

let app: TestApp;
beforeEach(async () => {
  app = await testApp(await testDatabase());
});
afterEach(() => app.close());

const first = {
  first_name: 'Ada',
  last_name: 'Byron',
  email: 'ada@example.com',
  password,
  company_name: 'Engines',
};

async function tokenOfLink(): Promise<string> {
  const link = await createSetupLink(app);
  expect(link).toMatch(/^https:\/\/portal\.example\.com\/setup\?token=[\w-]{43}$/);
  return link?.split('=')[1] ?? '';
}

test('of two set-ups at once one makes the first administrator', async () => {
  const token = await tokenOfLink();
  const options = await call(app, 'GET /sign-in-options', undefined);
  expect(options.output).toEqual({ company_name: 'My company', demo: false, needs_setup: true });
  const both = await Promise.allSettled([
    call(app, 'POST /setup', { ...first, token }),
    call(app, 'POST /setup', { ...first, token, email: 'other@example.com' }),
  ]);
  expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const people = await app.db.q.selectFrom('users').selectAll().execute();
  expect(people).toMatchObject([{ role: 'global_administrator', status: 'active', first_name: 'Ada' }]);
  const { output } = await call(app, 'POST /session', { email: people[0]?.email ?? '', password });
  expect(output).toMatchObject({ company_name: 'Engines', user: { profile_name: 'Global Administrator' } });
});

test('a set-up link is worth nothing once anybody exists', async () => {
  const token = await tokenOfLink();
  await addPerson(app);
  await expect(call(app, 'POST /setup', { ...first, token })).rejects.toMatchObject({ code: 'link/invalid' });
  expect(await createSetupLink(app)).toBeNull();
});

test('without demo mode there are no demo people', async () => {
  await addPerson(app, { email: 'grace@demo.example' });
  await expect(call(app, 'GET /demo/people', undefined)).rejects.toMatchObject({ code: 'record/missing' });
  const entering = call(app, 'POST /demo/session', { email: 'grace@demo.example' });
  await expect(entering).rejects.toMatchObject({ code: 'record/missing' });
});

test('a demo signs in its own people without a password, and nobody else', async () => {
  await app.close();
  app = await testApp(await testDatabase(), { AMBIT_DEMO: '1' });
  await addPerson(app, { email: 'grace@demo.example' });
  await addPerson(app, {
    email: 'root@demo.example',
    role: 'global_administrator',
    profile: 'global_administrator',
  });
  await addPerson(app, { email: 'real@example.com' });
  await addPerson(app, { email: 'gone@demo.example', status: 'suspended' });
  const { output } = await call(app, 'GET /demo/people', undefined);
  expect(output.items.map((person) => person.email)).toEqual(['root@demo.example', 'grace@demo.example']);
  const entered = await call(app, 'POST /demo/session', { email: 'grace@demo.example' });
  expect(entered.output).toMatchObject({ demo: true, user: { email: 'grace@demo.example' } });
  for (const email of ['real@example.com', 'gone@demo.example', 'nobody@demo.example']) {
    await expect(call(app, 'POST /demo/session', { email })).rejects.toMatchObject({
      code: 'record/missing',
    });
  }
});
