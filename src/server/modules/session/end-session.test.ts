import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { newId } from '../../db/id.ts';
import { openSession } from './sessions.ts';

let kit: TestApp;
let person: string;
beforeAll(async () => {
  kit = await testApp();
});
afterAll(() => kit.close());

async function opened(userId: string, userAgent: string) {
  const { token } = await openSession(kit.app, userId, { address: '192.0.2.1', userAgent });
  const send = async (method: 'GET' | 'DELETE', path: string) => {
    const answer = await kit.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { cookie: `ambit_session=${token}` },
    });
    return { status: answer.statusCode, text: answer.body, cookie: answer.headers['set-cookie'] };
  };
  const list = async () =>
    (JSON.parse((await send('GET', '/me/sessions')).text) as { items: Listed[] }).items;
  return { token, send, list };
}
type Listed = { id: string; user_agent: string; address: string; current: boolean };

async function twoSessions() {
  person = await addPerson(kit.db, 'account_executive', 'csr_junior');
  return { here: await opened(person, 'Here'), there: await opened(person, 'There') };
}

function entries() {
  return kit.db.q
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', 'session.ended')
    .where('item_id', '=', person)
    .execute();
}

test('the list names device, address and the session it is asked from, and no token', async () => {
  const { here, there } = await twoSessions();
  const { text } = await here.send('GET', '/me/sessions');
  expect(
    (await here.list()).map(({ user_agent, address, current }) => [user_agent, address, current]),
  ).toEqual(
    expect.arrayContaining([
      ['Here', '192.0.2.1', true],
      ['There', '192.0.2.1', false],
    ]),
  );
  for (const { token } of [here, there]) expect(text).not.toContain(token);
  const rows = await kit.db.q.selectFrom('sessions').select('token_hash').execute();
  for (const { token_hash } of rows) {
    for (const form of ['hex', 'base64', 'base64url'] as const) {
      expect(text).not.toContain(Buffer.from(token_hash).toString(form));
    }
  }
});

test('one session ends at once, the other goes on, and the log says so', async () => {
  const { here, there } = await twoSessions();
  const [other] = (await here.list()).filter(({ current }) => !current);
  const ended = await here.send('DELETE', `/me/sessions/${other?.id}`);
  expect([ended.status, ended.cookie]).toEqual([204, undefined]);
  expect((await there.send('GET', '/me')).status).toBe(401);
  expect((await here.list()).map(({ user_agent }) => user_agent)).toEqual(['Here']);
  expect(await entries()).toMatchObject([
    { actor_id: person, item_type: 'users', outcome: 'allowed', detail: { device: 'There', current: false } },
  ]);
});

test('ending the session in use signs out', async () => {
  const { here, there } = await twoSessions();
  const [own] = (await here.list()).filter(({ current }) => current);
  const ended = await here.send('DELETE', `/me/sessions/${own?.id.toUpperCase()}`);
  expect(ended.status).toBe(204);
  expect(String(ended.cookie)).toMatch(/^ambit_session=;/);
  expect((await here.send('GET', '/me')).status).toBe(401);
  expect((await there.send('GET', '/me')).status).toBe(200);
});

test("somebody else's session is missing, like one that never was, and goes on", async () => {
  const { here } = await twoSessions();
  const stranger = await opened(await addPerson(kit.db, 'global_administrator', 'global_administrator'), 'X');
  const [theirs] = await stranger.list();
  const answers = await Promise.all(
    [theirs?.id, newId(), 'not-an-id'].map((id) => here.send('DELETE', `/me/sessions/${id}`)),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await stranger.send('GET', '/me')).status).toBe(200);
  const [mine] = await here.list();
  expect((await stranger.send('DELETE', `/me/sessions/${mine?.id}`)).status).toBe(404);
  expect(await entries()).toEqual([]);
});
