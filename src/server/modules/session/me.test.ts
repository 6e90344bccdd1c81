import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/kit/database.ts';
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

let app: TestApp;
beforeAll(async () => {
  app = await testApp(await testDatabase());
});
afterAll(() => app.close());

test('own access lists the groups in which something is held, with levels and scopes', async () => {
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  const { output } = await call(app, 'GET /me/access', undefined, { token });
  expect(output.groups).toEqual(['overview', 'crm', 'commerce', 'content', 'settings']);
  expect(output.profile).toMatchObject({ key: 'csr_senior', name: 'CSR Senior', version: 1 });
  expect(output.resources.organizations).toMatchObject({
    level: 'edit',
    view_scope: 'all',
    edit_scope: 'created_or_assigned',
    actions: ['create', 'export'],
  });
  expect(output.resources.profiles).toEqual({
    level: 'none',
    view_scope: null,
    edit_scope: null,
    actions: [],
    limits: {},
    edit_fields: null,
  });
});

test('a group without anything held is hidden, and own details of a customer name their organization', async () => {
  const id = '0197a000-0000-7000-8000-000000000001';
  await app.db.q.insertInto('organizations').values({ id, name: 'Acme' }).execute();
  const person = await addPerson(app, { role: 'customer', profile: 'billing_contact', organization_id: id });
  const token = await signedIn(app, person.email);
  const { output } = await call(app, 'GET /me/access', undefined, { token });
  expect(output.groups).toEqual(['crm', 'commerce']);
  const own = await call(app, 'GET /session', undefined, { token });
  expect(own.output).toMatchObject({ organization_name: 'Acme', user: { organization_id: id } });
});

test('own names change with a new version and an audit row', async () => {
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  const { output } = await call(app, 'PATCH /me', { first_name: 'Rear Admiral' }, { token });
  expect(output).toMatchObject({ first_name: 'Rear Admiral', last_name: 'Hopper', version: 2 });
  const rows = await auditOf(app, 'session.names_changed');
  expect(rows.at(-1)?.changes).toEqual([{ field: 'first_name', from: 'Grace', to: 'Rear Admiral' }]);
});

async function ask(email: string) {
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  await call(app, 'POST /me/email', { email, current_password: password }, { token });
  return { person, token, link: await mailedToken(app, email) };
}

async function emailOf(id: string) {
  const row = await app.db.q
    .selectFrom('users')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.email;
}

test('an address changes when the link to the new one is opened; the old one is told', async () => {
  const { person, link } = await ask('new@example.com');
  expect(await emailOf(person.id)).toBe(person.email);
  await call(app, 'POST /email-change/confirm', { token: link });
  expect(await emailOf(person.id)).toBe('new@example.com');
  expect((await mailsTo(app, person.email)).map((mail) => mail.template)).toEqual(['email_changed']);
  await expect(call(app, 'POST /email-change/confirm', { token: link })).rejects.toMatchObject({
    code: 'link/invalid',
  });
});

test('the link dies for good when somebody else got the address', async () => {
  const { person, link } = await ask('wanted@example.com');
  const other = await addPerson(app, { email: 'wanted@example.com' });
  const confirm = () => call(app, 'POST /email-change/confirm', { token: link });
  await expect(confirm()).rejects.toMatchObject({ code: 'link/invalid' });
  await app.db.q
    .updateTable('users')
    .set({ email: 'moved@example.com' })
    .where('id', '=', other.id)
    .execute();
  await expect(confirm()).rejects.toMatchObject({ code: 'link/invalid' });
  expect(await emailOf(person.id)).toBe(person.email);
});

test('a new address asks for the password, and must be another one', async () => {
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  const wrong = call(app, 'POST /me/email', { email: 'a@example.com', current_password: 'wrong' }, { token });
  await expect(wrong).rejects.toMatchObject({ code: 'session/password-wrong' });
  const same = call(app, 'POST /me/email', { email: person.email, current_password: password }, { token });
  await expect(same).rejects.toMatchObject({ code: 'request/invalid' });
});

test('who is signed in is told in which time zone to show times, and whom to ask', async () => {
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  const session = async () => (await call(app, 'GET /session', undefined, { token })).output;
  expect(await session()).toMatchObject({ time_zone: 'UTC', support_email: null });
  const settings = { time_zone: 'Europe/Warsaw', support_email: 'help@acme.example' };
  await app.db.q.updateTable('company_settings').set(settings).execute();
  expect(await session()).toMatchObject(settings);
});

test('a person chooses how they read dates and times; what they do not choose is the company’s', async () => {
  await app.db.q.updateTable('company_settings').set({ time_zone: 'UTC', language: 'de-DE' }).execute();
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  const session = async () => (await call(app, 'GET /session', undefined, { token })).output;
  expect(await session()).toMatchObject({ time_zone: 'UTC', formats: 'de-DE', user: { time_zone: null } });
  const chosen = { language: 'en-US', time_zone: 'America/New_York' } as const;
  const { output } = await call(app, 'PATCH /me', chosen, { token });
  expect(output).toMatchObject({ ...chosen, version: 2 });
  expect(await session()).toMatchObject({
    time_zone: 'America/New_York',
    formats: 'en-US',
    company_formats: { language: 'de-DE', time_zone: 'UTC' },
  });
  await call(app, 'PATCH /me', { time_zone: null }, { token });
  expect(await session()).toMatchObject({ time_zone: 'UTC', formats: 'en-US' });
  const rows = await auditOf(app, 'session.preferences_changed');
  expect(rows.at(-1)?.changes).toEqual([{ field: 'time_zone', from: 'America/New_York', to: null }]);
  await app.db.q.updateTable('company_settings').set({ language: 'en' }).execute();
});

test.each(['Mars/Olympus', '+02:00', '', 'x'.repeat(64), 'UTC\nX'])(
  '%j is no time zone, and nothing is half-written',
  async (time_zone) => {
    const person = await addPerson(app);
    const token = await signedIn(app, person.email);
    await expect(call(app, 'PATCH /me', { first_name: 'Half', time_zone }, { token })).rejects.toMatchObject({
      code: 'request/invalid',
      particulars: { fields: [{ field: 'time_zone' }] },
    });
    const { output } = await call(app, 'GET /me', undefined, { token });
    expect(output).toMatchObject({ first_name: 'Grace', time_zone: null });
  },
);

test('mails say when, as their reader reads times', async () => {
  const person = await addPerson(app, { language: 'en-US', time_zone: 'Asia/Tokyo' });
  const token = await signedIn(app, person.email);
  const at = app.clock();
  const change = { current_password: password, new_password: 'another correct horse' };
  await call(app, 'POST /me/password', change, { token });
  const [mail] = await mailsTo(app, person.email);
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'Asia/Tokyo' }).format(at);
  expect(mail?.body_text).toContain(day);
  expect(mail?.body_text).toContain('(Asia/Tokyo)');
});
