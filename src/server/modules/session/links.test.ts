import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/kit/database.ts';
import { loadSubject } from '../../http/session-subject.ts';
import { sendActivation, sendPasswordReset } from './links.ts';
import { passwordResetsSettled } from './password-reset.ts';
import {
  addPerson,
  auditOf,
  call,
  mailedToken,
  mailsTo,
  password,
  signedIn,
  type TestApp,
  testApp,
} from './test-session.ts';

const dead = { code: 'link/invalid', particulars: {} };
const next = 'another long password';
let app: TestApp;
beforeAll(async () => {
  app = await testApp(await testDatabase());
});
afterAll(() => app.close());

test('an activation link sets the first password, once', async () => {
  const person = await addPerson(app, { status: 'invited', password_hash: null });
  await app.db.transaction(() => sendActivation(app, person));
  const token = await mailedToken(app, person.email);
  const [mail] = await mailsTo(app, person.email);
  expect(mail).toMatchObject({ status: 'outbox', template: 'activation' });
  expect(mail?.body_text).toContain(`https://portal.example.com/activate?token=${token}`);

  const { output } = await call(app, 'POST /activation/check', { token });
  expect(output).toEqual({ email: person.email, first_name: 'Grace' });
  const both = await Promise.allSettled([
    call(app, 'POST /activation', { token, password }),
    call(app, 'POST /activation', { token, password: next }),
  ]);
  expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(call(app, 'POST /activation', { token, password })).rejects.toMatchObject(dead);
  const row = await app.db.q
    .selectFrom('users')
    .selectAll()
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: 'active', version: 2 });
  expect(await auditOf(app, 'session.activated')).toMatchObject([
    { item_id: person.id, actor_id: person.id },
  ]);
});

test('unknown, expired, replaced and foreign links are refused alike', async () => {
  const person = await addPerson(app, { status: 'invited', password_hash: null });
  await app.db.transaction(() => sendActivation(app, person));
  const replaced = await mailedToken(app, person.email);
  await app.db.transaction(() => sendActivation(app, person));
  const token = await mailedToken(app, person.email);
  for (const given of ['x'.repeat(43), replaced]) {
    await expect(call(app, 'POST /activation/check', { token: given })).rejects.toMatchObject(dead);
    await expect(call(app, 'POST /activation', { token: given, password })).rejects.toMatchObject(dead);
  }
  await expect(call(app, 'POST /password-reset/confirm', { token, password })).rejects.toMatchObject(dead);
  await expect(call(app, 'POST /email-change/confirm', { token })).rejects.toMatchObject(dead);
  app.pass(7 * 24 * 3600 + 1);
  await expect(call(app, 'POST /activation', { token, password })).rejects.toMatchObject(dead);
});

test('an activation link of somebody suspended meanwhile is dead', async () => {
  const person = await addPerson(app, { status: 'invited', password_hash: null });
  await app.db.transaction(() => sendActivation(app, person));
  const token = await mailedToken(app, person.email);
  await app.db.q.updateTable('users').set({ status: 'deactivated' }).where('id', '=', person.id).execute();
  await expect(call(app, 'POST /activation/check', { token })).rejects.toMatchObject(dead);
  await expect(call(app, 'POST /activation', { token, password })).rejects.toMatchObject(dead);
});

test('guessing links is limited per address', async () => {
  const guess = () =>
    call(app, 'POST /activation/check', { token: 'y'.repeat(43) }, { address: '192.0.2.9' });
  for (let attempt = 1; attempt <= 10; attempt += 1) await expect(guess()).rejects.toMatchObject(dead);
  await expect(guess()).rejects.toMatchObject({ code: 'request/too-many' });
});

test('a reset ends every session and tells the person', async () => {
  const person = await addPerson(app);
  const session = await signedIn(app, person.email);
  await call(app, 'POST /password-reset', { email: person.email.toUpperCase() });
  await passwordResetsSettled();
  const token = await mailedToken(app, person.email);
  await call(app, 'POST /password-reset/confirm', { token, password: next });
  expect(await loadSubject(app.db, session, app.clock())).toBeNull();
  await expect(call(app, 'POST /session', { email: person.email, password })).rejects.toMatchObject({
    code: 'session/refused',
  });
  await call(app, 'POST /session', { email: person.email, password: next });
  await expect(call(app, 'POST /password-reset/confirm', { token, password })).rejects.toMatchObject(dead);
  const templates = (await mailsTo(app, person.email)).map((mail) => mail.template);
  expect(templates).toEqual(['password_reset', 'password_changed']);
  const rows = JSON.stringify(await auditOf(app, 'session.password_reset'));
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(next);
});

test('a reset of unknown, invited and suspended people is answered alike and sends nothing', async () => {
  const invited = await addPerson(app, { status: 'invited', password_hash: null });
  const suspended = await addPerson(app, { status: 'suspended' });
  for (const email of ['nobody@example.com', invited.email, suspended.email]) {
    await expect(call(app, 'POST /password-reset', { email })).resolves.toEqual({
      output: undefined,
      cookie: undefined,
    });
    await passwordResetsSettled();
    expect(await mailsTo(app, email)).toEqual([]);
  }
});

test('a reset link lives for an hour', async () => {
  const person = await addPerson(app);
  await app.db.transaction(() => sendPasswordReset(app, person));
  const token = await mailedToken(app, person.email);
  app.pass(3601);
  await expect(call(app, 'POST /password-reset/confirm', { token, password: next })).rejects.toMatchObject(
    dead,
  );
});

test('an own new password asks for the current one, ends the other sessions and kills open links', async () => {
  const person = await addPerson(app);
  const [here, there] = [await signedIn(app, person.email), await signedIn(app, person.email)];
  await app.db.transaction(() => sendPasswordReset(app, person));
  const link = await mailedToken(app, person.email);
  const change = (current_password: string) =>
    call(app, 'POST /me/password', { current_password, new_password: next }, { token: here });
  await expect(change('wrong password')).rejects.toMatchObject({ code: 'session/password-wrong' });
  await change(password);
  expect(await loadSubject(app.db, here, app.clock())).not.toBeNull();
  expect(await loadSubject(app.db, there, app.clock())).toBeNull();
  expect((await mailsTo(app, person.email)).at(-1)?.template).toBe('password_changed');
  await expect(call(app, 'POST /password-reset/confirm', { token: link, password })).rejects.toMatchObject(
    dead,
  );
});

test('mails say whom to write to, once the company has said it', async () => {
  const person = await addPerson(app);
  await app.db.transaction(() => sendPasswordReset(app, person));
  await app.db.q.updateTable('company_settings').set({ support_email: 'help@acme.example' }).execute();
  await app.db.transaction(() => sendPasswordReset(app, person));
  const [without, withSupport] = (await mailsTo(app, person.email)).map((mail) => mail.body_text);
  expect(without).not.toContain('Questions?');
  expect(withSupport).toMatch(/Questions\? Write to help@acme\.example\n$/);
});
