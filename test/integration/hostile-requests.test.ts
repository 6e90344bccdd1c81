import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../src/server/build-app.ts';
import { newId } from '../../src/server/db/id.ts';
import {
  addOrganization,
  addPerson,
  addProfile,
  shippedProfileId,
  type TestApp,
  testApp,
  tokenOf,
} from '../kit/app.ts';

let kit: TestApp;
let admin: string;
let partner: string;
let partnerAdmin: string;

beforeAll(async () => {
  kit = await testApp();
  admin = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  partner = await addOrganization(kit.db, { kind: 'partner' });
  partnerAdmin = await addPerson(kit.db, 'partner_administrator', 'partner_administrator', {
    partner_id: partner,
  });
});
afterAll(() => kit.close());

const first = { 'if-match': '"1"' };

describe('text that no database keeps', () => {
  const bad = ['a\u0000b', 'a\ud800b'];
  it.each(bad)('is refused with its field: %j', async (text) => {
    const organization = await kit.as(admin, 'POST', '/organizations', { name: text });
    expect([organization.status, organization.body.fields]).toMatchObject([422, [{ field: 'name' }]]);
    const search = await kit.as(
      admin,
      'GET',
      `/organizations?q=${encodeURIComponent(text.replace('\ud800', '\0'))}`,
    );
    expect(search.status).toBe(422);
    const names = await kit.as(admin, 'PATCH', '/me', { first_name: text });
    expect(names.status).toBe(422);
    const signIn = await kit.as(null, 'POST', '/session', { email: text, password: 'x' });
    expect(signIn.status).toBe(422);
  });

  it.each(bad)('does not break the record of a refusal: %j', async (text) => {
    const profile_id = await addProfile(kit.db, `Narrow ${newId()}`, 'admin', {
      profiles: { level: 'edit', actions: ['create'] },
    });
    const narrow = await addPerson(kit.db, 'system_administrator', 'administrator', { profile_id });
    const copied_from = await shippedProfileId(kit.db, 'administrator');
    const answer = await kit.as(narrow, 'POST', '/profiles', { name: text, copied_from });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('byte sequence');
  });

  it.each(bad)('is refused in the keys of a draft: %j', async (text) => {
    const id = await shippedProfileId(kit.db, 'partner_viewer');
    const grants = { groups: [], resources: { [text]: { level: 'view', actions: [] } }, may_invite: [] };
    const answer = await kit.as(admin, 'PATCH', `/profiles/${id}`, { grants }, first);
    expect(answer.status).toBe(422);
  });
});

describe('forged places and versions', () => {
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const time = '2026-01-01T00:00:00.000Z';
  it.each([
    cursor('-created_at', time, '-'.repeat(36)),
    cursor('-created_at', '0000-01-01T00:00:00.000Z', newId()),
    cursor('-created_at', '2026-02-30T00:00:00.000Z', newId()),
    cursor('-created_at', '2026-02-01T24:00:00.000Z', newId()),
    cursor('name', 'a\u0000', newId()),
    cursor('-created_at', [time], newId()),
    cursor('-created_at', time, newId(), 'more').slice(3),
  ])('answers 422 to the cursor %s', async (after) => {
    const answer = await kit.as(admin, 'GET', `/organizations?after=${after}`);
    expect([answer.status, answer.body.fields]).toMatchObject([422, [{ field: 'after' }]]);
  });

  it.each(['/audit-log?from=0000-01-01', '/audit-log?to=0000-01-01', '/audit-log?to=9999-12-31'])(
    'does not fail on the date of %s',
    async (path) => {
      expect((await kit.as(admin, 'GET', path)).status).toBeLessThan(500);
    },
  );

  it('does not fail on a date that no calendar of the database has', async () => {
    const answer = await kit.as(admin, 'POST', '/organizations', {
      name: 'Old',
      customer_since: '0000-01-01',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it('says that company settings moved', async () => {
    const answer = await kit.as(admin, 'PATCH', '/company-settings', { name: 'X' }, { 'if-match': '"99"' });
    expect([answer.status, answer.body.code]).toEqual([409, 'request/version-moved']);
  });
});

describe('the limit of requests', () => {
  async function statusesOf(attempts: { url: string; cookie?: string }[]) {
    const server = await buildApp({ ...kit.app, config: { ...kit.app.config, requestsPerMinute: 5 } });
    const statuses = [];
    for (const { url, cookie } of attempts) {
      const headers = cookie === undefined ? {} : { cookie: `ambit_session=${cookie}` };
      statuses.push((await server.inject({ url, headers })).statusCode);
    }
    await server.close();
    return statuses;
  }
  const times = (count: number) => Array.from({ length: count }, (_, index) => index);

  it('is not escaped by made-up cookies', async () => {
    const attempts = times(7).map((index) => ({ url: '/api/v1/session', cookie: `made-up-${index}` }));
    expect((await statusesOf(attempts)).slice(5)).toEqual([429, 429]);
  });

  it.each(['/%61pi/v1/session', '/api/v1/%73ession', 'http://localhost/api/v1/session'])(
    'is not escaped by another spelling: %s',
    async (url) => {
      expect((await statusesOf(times(7).map(() => ({ url })))).slice(5)).toEqual([429, 429]);
    },
  );

  it('is counted for each session once it has opened something', async () => {
    await kit.as(admin, 'GET', '/session');
    await kit.as(partnerAdmin, 'GET', '/session');
    const [one, other] = [admin, partnerAdmin].map((id) => tokenOf(id));
    const url = '/api/v1/session';
    const first = times(6).map(() => ({ url, cookie: one ?? '' }));
    const statuses = await statusesOf([...first, { url, cookie: other ?? '' }, { url, cookie: one ?? '' }]);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
  });
});

describe('what is sent', () => {
  it('can not reach the prototype of anything', async () => {
    const send = (payload: string) =>
      kit.server.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'content-type': 'application/json' },
        payload,
      });
    expect((await send('{"__proto__":{"email":"a"}}')).statusCode).toBe(400);
    const id = await shippedProfileId(kit.db, 'partner_viewer');
    const strange = { constructor: { level: 'view', actions: ['constructor', 'toString'] } };
    const grants = { groups: ['constructor'], resources: strange, may_invite: ['constructor'] };
    const { status } = await kit.as(admin, 'PATCH', `/profiles/${id}`, { grants }, first);
    expect(status).toBe(422);
    const limits = { constructor: { EUR: 1 } };
    const given = { level: 'view', view_scope: 'all', actions: ['toString'], limits };
    const preview = { groups: ['crm'], resources: { organizations: given }, may_invite: [] };
    const answer = await kit.as(admin, 'POST', `/profiles/${id}/preview`, { grants: preview });
    expect([answer.status, (answer.body.problems as unknown[]).length]).toEqual([200, 2]);
  });

  it('does not put a second line into the mails of the product', async () => {
    const answer = await kit.as(admin, 'PATCH', '/me', { first_name: 'you,\n\nyour account is blocked' });
    expect([answer.status, answer.body.fields]).toMatchObject([422, [{ field: 'first_name' }]]);
  });

  it('comes from this site', async () => {
    const sites: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of sites) {
      const answer = await kit.as(admin, 'PATCH', '/me', { first_name: 'Evil' }, headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'request/cross-site']);
    }
  });
});

describe('behind a proxy', () => {
  it('does not believe the addresses that a caller wrote before the proxy', async () => {
    const server = await buildApp({ ...kit.app, config: { ...kit.app.config, trustProxy: true } });
    const answers = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const { statusCode } = await server.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'x-forwarded-for': `198.51.100.${attempt}, 203.0.113.9` },
        payload: { email: `${newId()}@nowhere.example`, password: 'guess' },
      });
      answers.push(statusCode);
    }
    await server.close();
    expect(answers.slice(-2)).toEqual([429, 429]);
  });

  it('does not show the metrics to whom it passes on', async () => {
    const get = (headers: Record<string, string>) => kit.server.inject({ url: '/metrics', headers });
    expect((await get({})).statusCode).toBe(200);
    expect((await get({ 'x-forwarded-for': '198.51.100.1' })).statusCode).toBe(404);
  });
});
