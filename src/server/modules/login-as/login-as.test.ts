import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { addPeople } from '../../../../test/kit/conferring-people.ts';
import { cookieOf, type Inside, logInAs, reason, startLoginAs } from '../../../../test/kit/log-in-as.ts';

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
    const can = Object.entries(rights.body.can as Record<string, boolean>);
    expect(can.filter(([, granted]) => granted)).toEqual([['users.export', true]]);
  });
});
