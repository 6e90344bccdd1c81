import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { addPeople } from '../../../../test/kit/conferring-people.ts';
import { cookieOf, type Inside, insideOf, logInAs, startLoginAs } from '../../../../test/kit/log-in-as.ts';

let kit: TestApp;
let id: (name: string) => string;
beforeAll(async () => {
  kit = await testApp();
  id = await addPeople(kit.db);
});
afterAll(() => kit.close());

async function logged(action: string) {
  return kit.db.q.selectFrom('audit_log').selectAll().where('action', '=', action).orderBy('id').execute();
}

describe('it ends', () => {
  const ended = [401, 'login-as/ended'];
  const codeOf = async (inside: Inside) => {
    const answer = await inside.send('GET', '/organizations');
    return [answer.status, answer.body.code];
  };
  const fresh = async () => {
    const actor = await addPerson(kit.db, 'system_administrator', 'administrator');
    const organization_id = await addOrganization(kit.db);
    const target = await addPerson(kit.db, 'customer', 'standard_customer', { organization_id });
    return { actor, target, inside: await logInAs(kit, actor, target) };
  };

  it('when it is left, twice too, and the own session was there all along', async () => {
    const { actor, inside } = await fresh();
    const left = await inside.send('DELETE', '/session/login-as');
    expect([left.status, cookieOf(left, 'ambit_login_as')]).toEqual([204, '']);
    expect(cookieOf(left, 'ambit_session')).toBeUndefined();
    const again = await inside.send('DELETE', '/session/login-as');
    expect([again.status, again.body.code]).toEqual(ended);
    expect(cookieOf(again, 'ambit_login_as')).toBe('');
    expect((await kit.as(actor, 'DELETE', '/session/login-as')).status).toBe(204);
    expect((await kit.as(actor, 'GET', '/session')).body).toMatchObject({
      user: { id: actor },
      login_as: null,
    });
    const rows = (await logged('users.log_in_as_ended')).filter((row) => row.actor_id === actor);
    expect(rows).toHaveLength(1);
  });

  it('is never answered as the actor instead', async () => {
    const { actor, inside } = await fresh();
    await inside.send('DELETE', '/session/login-as');
    const name = `Never made ${actor}`;
    const answer = await inside.send('POST', '/organizations', { name });
    expect([answer.status, answer.body.code]).toEqual(ended);
    const made = await kit.db.q.selectFrom('organizations').select('id').where('name', '=', name).execute();
    expect(made).toEqual([]);
  });

  const causes: readonly [string, (one: { actor: string; target: string }) => Promise<unknown>][] = [
    ['the target is suspended', ({ target }) => set(target, { status: 'suspended' })],
    ['the target is promoted', ({ target }) => promote(target)],
    ['the target signs out everywhere', ({ target }) => kit.as(target, 'DELETE', '/sessions')],
    ['the actor loses the right', async ({ actor }) => set(actor, { profile_id: id('default_admin') })],
    [
      'the actor holds less than the target',
      async ({ actor }) => set(actor, { profile_id: id('loginOnly') }),
    ],
  ];
  it.each(causes)('when %s', async (_, cause) => {
    const { actor, target, inside } = await fresh();
    expect((await inside.send('GET', '/organizations')).status).toBe(200);
    await cause({ actor, target });
    expect(await codeOf(inside)).toEqual(ended);
  });

  const signedOut: readonly [string, (actor: string) => Promise<unknown>][] = [
    ['signs out', (actor) => kit.as(actor, 'DELETE', '/session')],
    ['signs out everywhere', (actor) => kit.as(actor, 'DELETE', '/sessions')],
    ['is suspended', (actor) => kit.as(id('ga'), 'POST', `/users/${actor}/suspend`, {})],
    ['is suspended behind our back', (actor) => set(actor, { status: 'suspended' })],
  ];
  it.each(signedOut)('when the actor %s', async (_, cause) => {
    const { actor, inside } = await fresh();
    await cause(actor);
    expect(await codeOf(inside)).toEqual([401, 'session/required']);
  });

  it('with a sign-out inside: both end', async () => {
    const { actor, target, inside } = await fresh();
    const out = await inside.send('DELETE', '/session');
    expect([out.status, cookieOf(out, 'ambit_session'), cookieOf(out, 'ambit_login_as')]).toEqual([
      204,
      '',
      '',
    ]);
    expect(await codeOf(inside)).toEqual([401, 'session/required']);
    const open = await kit.db.q.selectFrom('sessions').select('id').where('user_id', '=', actor).execute();
    expect(open).toEqual([]);
    const [entry] = (await logged('session.sign_out')).filter((row) => row.actor_id === actor);
    expect(entry).toMatchObject({ subject_id: target });
  });

  it('when a new one is begun from the same session', async () => {
    const { actor, target, inside } = await fresh();
    const next = await logInAs(kit, actor, target);
    expect(next.token).not.toBe(inside.token);
    expect(await codeOf(inside)).toEqual(ended);
    expect((await next.send('GET', '/session')).status).toBe(200);
  });

  it('leaves nothing behind a new sign-in', async () => {
    const { inside } = await fresh();
    await kit.db.q.updateTable('company_settings').set({ name: 'Acme' }).execute();
    const answer = await inside.send('POST', '/session', { email: 'nobody@example.com', password: 'x' });
    expect(answer.status).toBe(401);
    expect(cookieOf(answer, 'ambit_login_as')).toBeUndefined();
  });

  async function set(userId: string, values: object) {
    await kit.db.q.updateTable('users').set(values).where('id', '=', userId).execute();
  }

  /** To a peer: nobody works as somebody of their own rank. */
  async function promote(userId: string) {
    await set(userId, {
      role: 'system_administrator',
      profile_id: id('administrator'),
      organization_id: null,
    });
  }
});

describe('its token', () => {
  it('is stored as a hash, is new each time, and is for the server alone', async () => {
    const answer = await startLoginAs(kit, id('ga'), id('customer'));
    const token = cookieOf(answer, 'ambit_login_as') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const [cookie] = [answer.headers['set-cookie'] ?? []].flat().map(String);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(answer.text).not.toContain(token);
    const rows = await kit.db.raw('select * from login_as_sessions');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('opens nothing without the session it was started from', async () => {
    const { token } = await logInAs(kit, id('ga'), id('customer'));
    const alone = await kit.as(null, 'GET', '/session', undefined, { cookie: `ambit_login_as=${token}` });
    expect([alone.status, alone.body.code]).toEqual([401, 'session/required']);
    const posing = await kit.as(null, 'GET', '/session', undefined, { cookie: `ambit_session=${token}` });
    expect([posing.status, posing.body.code]).toEqual([401, 'session/required']);
    await kit.as(id('sa'), 'GET', '/session');
    const planted = await insideOf(kit, id('sa'), token).send('GET', '/session');
    expect([planted.status, planted.body.code]).toEqual([401, 'login-as/ended']);
    const madeUp = await insideOf(kit, id('sa'), 'x'.repeat(43)).send('GET', '/session');
    expect([madeUp.status, madeUp.body.code]).toEqual([401, 'login-as/ended']);
  });
});

describe('two tabs', () => {
  it('a page drawn for one person changes nothing as another', async () => {
    const name = { name: `Two tabs ${Date.now()}` };
    const asOneself = { 'ambit-user': id('ga') };
    const inside = await logInAs(kit, id('ga'), id('pae'));
    const early = await inside.send('POST', '/organizations', name, asOneself);
    expect([early.status, early.body.code]).toEqual([409, 'session/other-person']);
    const late = await kit.as(id('ga'), 'POST', '/organizations', name, { 'ambit-user': id('pae') });
    expect([late.status, late.body.code]).toEqual([409, 'session/other-person']);
    const right = await kit.as(id('ga'), 'POST', '/organizations', name, asOneself);
    expect(right.status).toBe(201);
  });
});

describe('in time', () => {
  it('after half an hour, however much it is used', async () => {
    const actor = id('ga');
    const inside = await logInAs(kit, actor, id('pae'));
    for (const minutes of [10, 10, 9]) {
      kit.pass(minutes / 1440);
      expect((await inside.send('GET', '/organizations')).status).toBe(200);
    }
    kit.pass(2 / 1440);
    const answer = await inside.send('GET', '/organizations');
    expect([answer.status, answer.body.code]).toEqual([401, 'login-as/ended']);
    expect((await kit.as(actor, 'GET', '/session')).body).toMatchObject({ user: { id: actor } });
  });

  it('an export that was begun before stops with the page it is at', async () => {
    await kit.db.raw(
      `insert into organizations (id, name, parent_partner_id, partner_account_executive_id)
select gen_random_uuid(), 'Exported ' || n, $1, $2 from generate_series(1, 700) n`,
      [id('partner'), id('pae')],
    );
    const inside = await logInAs(kit, id('ga'), id('pae'));
    const whole = await inside.send('GET', '/organizations/export.csv');
    expect(whole.text.split('\n').length).toBeGreaterThan(700);
    const { clock } = kit.app;
    let asked = 0;
    // The request, its first page and its second page ask in turn: the second comes too late.
    Object.assign(kit.app, { clock: () => new Date(clock().getTime() + asked++ * 16 * 60_000) });
    const cut = await inside.send('GET', '/organizations/export.csv').catch(() => null);
    Object.assign(kit.app, { clock });
    expect(asked).toBe(3);
    expect(cut?.text.split('\n').length ?? 0).toBeLessThan(520);
  });
});
