import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/kit/database.ts';
import { loadSubject } from '../../http/session-subject.ts';
import { endSessions } from './sessions.ts';
import { addPerson, auditOf, call, password, signedIn, type TestApp, testApp } from './test-session.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp(await testDatabase());
});
afterAll(() => app.close());

test('the right password opens a session that is stored by its hash only', async () => {
  const person = await addPerson(app, { email: 'ada@example.com' });
  const { output, cookie } = await call(app, 'POST /session', { email: ' ADA@example.com', password });
  expect(output.user).toMatchObject({
    id: person.id,
    role_label: 'Account Executive',
    profile_name: 'CSR Senior',
  });
  expect(output).toMatchObject({ company_name: 'My company', demo: false });
  expect(cookie).toMatch(/^[\w-]{43}$/);
  const rows = await app.db.q.selectFrom('sessions').selectAll().where('user_id', '=', person.id).execute();
  expect(JSON.stringify(rows)).not.toContain(cookie);
  expect(await loadSubject(app.db, cookie ?? '', app.clock())).toMatchObject({ userId: person.id });
  expect((await auditOf(app, 'session.sign_in')).at(-1)).toMatchObject({
    actor_id: person.id,
    actor_name: 'Grace Hopper',
  });
});

test.each([
  ['a wrong password', { status: 'active' }, 'wrong password'],
  ['an invited person', { status: 'invited', password_hash: null }, password],
  ['a suspended person', { status: 'suspended' }, password],
  ['a deactivated person', { status: 'deactivated' }, password],
] as const)('%s is refused like an unknown person', async (_what, values, given) => {
  const person = await addPerson(app, values);
  const refused = await refusal(person.email, given);
  expect(refused).toEqual(await refusal('nobody@example.com', given));
  expect(refused).toMatchObject({ code: 'session/refused', particulars: {} });
  const rows = await auditOf(app, 'session.refused');
  expect(rows.filter((row) => row.item_id === person.id)).toMatchObject([
    { outcome: 'refused', code: 'session/refused', actor_name: 'Grace Hopper' },
  ]);
  expect(JSON.stringify(rows)).not.toContain('nobody@example.com');
});

async function refusal(email: string, given: string): Promise<unknown> {
  return call(app, 'POST /session', { email, password: given }).catch((error: unknown) => error);
}

test('the eleventh attempt of a minute is refused, per address and per account', async () => {
  const person = await addPerson(app);
  const perAccount = (given: string) => call(app, 'POST /session', { email: person.email, password: given });
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await expect(perAccount('wrong password')).rejects.toMatchObject({ code: 'session/refused' });
  }
  const late = await perAccount(password).catch((error: unknown) => error);
  expect(late).toMatchObject({ code: 'request/too-many' });
  expect(late).toHaveProperty(
    'particulars.retryAfterSeconds',
    expect.toSatisfy((n) => n > 0 && n <= 60),
  );

  const fromOne = (email: string) =>
    call(app, 'POST /session', { email, password: 'x' }, { address: '192.0.2.7' });
  const answers = await Promise.allSettled(
    Array.from({ length: 14 }, (_, n) => fromOne(`n${n}@example.com`)),
  );
  const codes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'opened'));
  expect(codes.filter((code) => code === 'session/refused')).toHaveLength(10);
  expect(codes.filter((code) => code === 'request/too-many')).toHaveLength(4);

  app.pass(61);
  await expect(perAccount(password)).resolves.toBeDefined();
});

test('a session ends after 12 hours without use', async () => {
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  app.pass(12 * 3600 - 60);
  expect(await loadSubject(app.db, token, app.clock())).not.toBeNull();
  app.pass(24 * 3600);
  expect(await loadSubject(app.db, token, app.clock())).toBeNull();
});

test('a session in use still ends after 14 days', async () => {
  const person = await addPerson(app);
  const token = await signedIn(app, person.email);
  const alive: boolean[] = [];
  for (let half = 1; half <= 31; half += 1) {
    app.pass(11 * 3600);
    const subject = await loadSubject(app.db, token, app.clock());
    alive.push(subject !== null);
    if (subject) await call(app, 'GET /session', undefined, { token });
  }
  expect(alive.indexOf(false)).toBe(30);
});

test('signing out ends this session, or all of them', async () => {
  const person = await addPerson(app);
  const [one, two, three] = [
    await signedIn(app, person.email),
    await signedIn(app, person.email),
    await signedIn(app, person.email),
  ];
  const { output } = await call(app, 'GET /me/sessions', undefined, { token: two });
  expect(output.items.map((item) => item.current).toSorted()).toEqual([false, false, true]);
  const { cookie } = await call(app, 'DELETE /session', undefined, { token: one });
  expect(cookie).toBeNull();
  const subjects = (tokens: string[]) =>
    Promise.all(tokens.map((token) => loadSubject(app.db, token, app.clock())));
  expect((await subjects([one, two, three])).map((subject) => subject !== null)).toEqual([false, true, true]);
  await call(app, 'DELETE /sessions', undefined, { token: two });
  expect(await subjects([two, three])).toEqual([null, null]);
  expect(await auditOf(app, 'session.sign_out')).toHaveLength(1);
});

test('sessions can be ended by others, keeping one', async () => {
  const person = await addPerson(app);
  const [kept, ended] = [await signedIn(app, person.email), await signedIn(app, person.email)];
  const subject = await loadSubject(app.db, kept, app.clock());
  await endSessions(app, person.id, subject?.sessionId);
  expect(await loadSubject(app.db, kept, app.clock())).not.toBeNull();
  expect(await loadSubject(app.db, ended, app.clock())).toBeNull();
});
