import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { addPeople } from '../../../../test/kit/conferring-people.ts';
import {
  cookieOf,
  type Inside,
  insideOf,
  logInAs,
  reason,
  startLoginAs,
} from '../../../../test/kit/log-in-as.ts';

let kit: TestApp;
let id: (name: string) => string;
beforeAll(async () => {
  kit = await testApp();
  id = await addPeople(kit.db);
});
afterAll(() => kit.close());

const names = ['ga', 'sa', 'fullSa', 'narrowSa', 'pa', 'otherPa', 'pae', 'otherPae', 'ae', 'customer'];

async function logged(action: string) {
  return kit.db.q.selectFrom('audit_log').selectAll().where('action', '=', action).orderBy('id').execute();
}

describe('who may log in as whom', () => {
  const below = ['pa', 'otherPa', 'pae', 'otherPae', 'ae', 'customer'];
  const allows: Readonly<Record<string, readonly string[]>> = {
    ga: ['sa', 'fullSa', 'narrowSa', ...below],
    sa: below,
    fullSa: below,
    narrowSa: [],
    pa: ['pae'],
    otherPa: ['otherPae'],
    pae: [],
    otherPae: [],
    ae: [],
    customer: [],
  };
  it.each(names)('%s', async (actor) => {
    const allowed: string[] = [];
    for (const target of names) {
      const answer = await startLoginAs(kit, id(actor), id(target));
      if (answer.status === 200) allowed.push(target);
      else expect([403, 404], `${actor} as ${target}`).toContain(answer.status);
    }
    expect(allowed).toEqual(allows[actor]);
  });

  it('a row offers it exactly where it is allowed', async () => {
    for (const actor of ['ga', 'sa', 'narrowSa', 'pa', 'ae']) {
      const { body } = await kit.as(id(actor), 'GET', '/users?limit=200');
      const items = body.items as { id: string; can: Record<string, boolean> }[];
      const offered = names.filter((name) =>
        items.some((row) => row.id === id(name) && row.can['users.login_as']),
      );
      expect(offered, actor).toEqual(allows[actor]);
    }
  });

  it('refuses with a reason, and writes it down', async () => {
    const answer = await startLoginAs(kit, id('sa'), id('ga'));
    expect([answer.status, answer.body.code]).toEqual([403, 'access/outside-boundary']);
    const peer = await startLoginAs(kit, id('sa'), id('fullSa'));
    expect(peer.status).toBe(403);
    const narrow = await addPerson(kit.db, 'system_administrator', 'administrator', {
      profile_id: id('narrow'),
    });
    expect((await startLoginAs(kit, narrow, id('customer'))).body.code).toBe('access/action-not-granted');
    const refused = (await logged('users.login_as')).filter(({ outcome }) => outcome === 'refused');
    expect(refused.some((row) => row.actor_id === id('sa') && row.item_id === id('fullSa'))).toBe(true);
    expect(refused.some((row) => row.actor_id === narrow)).toBe(true);
  });

  it.each([
    [{}, 'reason'],
    [{ reason: '   ' }, 'reason'],
    [{ reason: 'x'.repeat(501) }, 'reason'],
    [{ reason, minutes: 600 }, 'minutes'],
  ])('%j is refused, naming %s', async (body, field) => {
    const answer = await startLoginAs(kit, id('ga'), id('customer'), body);
    expect(answer.status).toBe(422);
    expect((answer.body.fields as { field: string }[]).map((one) => one.field)).toContain(field);
    expect(cookieOf(answer, 'ambit_login_as')).toBeUndefined();
  });

  it.each(['invited', 'suspended', 'deactivated'] as const)('somebody %s is 409', async (status) => {
    const target = await addPerson(kit.db, 'account_executive', 'csr_junior', { status });
    const answer = await startLoginAs(kit, id('ga'), target);
    expect([answer.status, answer.body.code]).toEqual([409, 'login-as/not-active']);
  });

  it('not from another site', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const path = `/users/${id('customer')}/login-as`;
      const answer = await kit.as(id('ga'), 'POST', path, { reason }, headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'request/cross-site']);
    }
  });
});

describe('inside', () => {
  let inside: Inside;
  beforeEach(async () => {
    inside = await logInAs(kit, id('ga'), id('customer'));
  });

  it('is the other person, and says who is at work', async () => {
    const { body } = await inside.send('GET', '/session');
    expect(body.user).toMatchObject({ id: id('customer') });
    expect(body.login_as).toMatchObject({ actor_name: 'Test global_administrator', reason });
    const left = (body.login_as as { seconds_left: number }).seconds_left;
    expect(left).toBeGreaterThan(29 * 60);
    expect(left).toBeLessThanOrEqual(30 * 60);
    const access = (await inside.send('GET', '/me/access')).body;
    expect(access).toMatchObject({ role: 'customer', login_as: { id: id('ga') } });
    const resources = access.resources as Record<string, { actions: string[] }>;
    expect(resources.payment_methods?.actions).toEqual([]);
    expect(resources.contacts?.actions).toEqual(['create', 'delete']);
  });

  it('reaches what the other person reaches, no more', async () => {
    const { body } = await inside.send('GET', '/organizations');
    expect((body.items as { id: string }[]).map((row) => row.id)).toEqual([id('cohort')]);
    expect((await inside.send('GET', `/organizations/${id('foreign')}`)).status).toBe(404);
    expect((await inside.send('GET', '/audit-log')).status).toBe(403);
    expect((await inside.send('GET', '/profiles')).status).toBe(403);
  });

  it('makes records of the other person, and the log names both', async () => {
    const contact = await inside.send('POST', '/contacts', {
      organization_id: id('cohort'),
      first_name: 'Ada',
      last_name: 'Inside',
      kind: 'billing',
    });
    expect(contact.status, contact.text).toBe(201);
    const made = String(contact.body.id);
    const row = await kit.db.q
      .selectFrom('contacts')
      .select('created_by')
      .where('id', '=', made)
      .executeTakeFirstOrThrow();
    expect(row.created_by).toBe(id('customer'));
    const [entry] = await kit.db.q.selectFrom('audit_log').selectAll().where('item_id', '=', made).execute();
    expect(entry).toMatchObject({
      actor_id: id('ga'),
      actor_name: 'Test global_administrator',
      subject_id: id('customer'),
      subject_name: 'Test standard_customer',
    });
    const { body } = await kit.as(id('ga'), 'GET', `/audit-log?item_id=${made}`);
    expect(body.items).toMatchObject([{ subject_name: 'Test standard_customer' }]);
    const csv = await kit.as(id('ga'), 'GET', `/audit-log/export.csv?item_id=${made}`);
    expect(csv.text).toContain('Test global_administrator,Test standard_customer');
  });

  it('is told to the person, and is none of their sessions', async () => {
    const { body } = await kit.as(id('customer'), 'GET', '/me/sessions');
    expect((body.used_by as unknown[])[0]).toMatchObject({ actor_name: 'Test global_administrator', reason });
    const sessions = await kit.db.q
      .selectFrom('sessions')
      .select('id')
      .where('user_id', '=', id('customer'))
      .execute();
    expect((body.items as { id: string }[]).map((row) => row.id).sort()).toEqual(
      sessions.map((row) => row.id).sort(),
    );
  });

  it.each([
    ['PATCH', '/me', { first_name: 'Mallory' }],
    ['POST', '/me/password', { current_password: 'x', new_password: 'correct horse battery' }],
    ['POST', '/me/email', { email: 'mallory@example.com', current_password: 'x' }],
    ['GET', '/me/sessions', undefined],
    ['DELETE', '/sessions', undefined],
    ['POST', '/payment-methods', {}],
    ['POST', '/invoices/pay', {}],
    ['POST', '/users', {}],
    ['GET', '/users/conferrable', undefined],
  ])('%s %s stays with the person', async (method, path, body) => {
    const answer = await inside.send(method, path, body);
    expect([answer.status, answer.body.code]).toEqual([403, 'access/inside-login-as']);
    expect(answer.body.detail).toBeTruthy();
    const [entry] = await kit.db.q
      .selectFrom('audit_log')
      .selectAll()
      .where('decision_id', '=', String(answer.body.decision_id))
      .execute();
    expect(entry).toMatchObject({ outcome: 'refused', actor_id: id('ga'), subject_id: id('customer') });
  });

  it('leads nowhere further: nobody logs in as a third', async () => {
    const asAdministrator = await logInAs(kit, id('ga'), id('sa'));
    const answer = await asAdministrator.send('POST', `/users/${id('customer')}/login-as`, { reason });
    expect([answer.status, answer.body.code]).toEqual([403, 'access/inside-login-as']);
    const rights = await asAdministrator.send('GET', `/users/${id('customer')}`);
    expect(Object.values(rights.body.can as object)).not.toContain(true);
  });
});

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
    const rows = (await logged('users.login_as_ended')).filter((row) => row.actor_id === actor);
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
