import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import { compileGrants } from '../../src/access/grants.ts';
import type { Subject } from '../../src/access/subject.ts';
import { permissionSpec, permissions } from '../../src/catalog/catalog.ts';
import { pathOf } from '../../src/catalog/paths.ts';
import { shippedProfiles } from '../../src/catalog/profiles.ts';
import { type Role, roles } from '../../src/catalog/roles.ts';
import { problems } from '../../src/contract/problems.ts';
import { routeKeys, routeSpec } from '../../src/contract/routes.ts';
import { newId } from '../../src/server/db/id.ts';
import { problemStatuses } from '../../src/server/http/openapi.ts';
import { addOrganization, addPerson, type TestApp, testApp } from '../kit/app.ts';

let kit: TestApp;
const people: { key: string; role: Role; id: string }[] = [];
let own: string;
let foreign: string;

beforeAll(async () => {
  kit = await testApp();
  const partner = await addOrganization(kit.db, { kind: 'partner', name: 'Own partner' });
  const otherPartner = await addOrganization(kit.db, { kind: 'partner', name: 'Other partner' });
  own = await addOrganization(kit.db, { parent_partner_id: partner });
  foreign = await addOrganization(kit.db, { parent_partner_id: otherPartner });
  for (const { key, role_type } of shippedProfiles) {
    for (const role of Object.keys(roles) as Role[]) {
      if (roles[role].type !== role_type) continue;
      if ((key === 'global_administrator') !== (role === 'global_administrator')) continue;
      const place =
        role_type === 'customer'
          ? { organization_id: own }
          : role_type === 'partner'
            ? { partner_id: partner }
            : {};
      people.push({ key, role, id: await addPerson(kit.db, role, key, place) });
    }
  }
}, 120_000);
afterAll(() => kit.close());

describe('routes and permissions are one set', () => {
  it('enforces every permission of the catalog by a route', () => {
    const enforced = new Set(
      routeKeys
        .map((key) => routeSpec(key).access)
        .flatMap((access) => (access.kind === 'permit' ? [access.permission] : [])),
    );
    expect(permissions.filter((permission) => !enforced.has(permission))).toEqual([]);
  });

  it('guards a route by the resource whose path it stands under', () => {
    const elsewhere = routeKeys.filter((key) => {
      const { access } = routeSpec(key);
      if (access.kind !== 'permit') return false;
      return `/${key.split('/')[1]}` !== pathOf(permissionSpec(access.permission).resource);
    });
    expect(elsewhere).toEqual(['GET /outbox']);
  });

  it('asks for the version wherever details are changed', () => {
    const unversioned = routeKeys.filter((key) => key.startsWith('PATCH ') && !routeSpec(key).versioned);
    // Nobody but the person themselves writes there.
    expect(unversioned).toEqual(['PATCH /me']);
  });

  it('keeps the list of routes without a session as it was reviewed', () => {
    expect(routeKeys.filter((key) => routeSpec(key).access.kind === 'anyone')).toMatchInlineSnapshot(`
      [
        "POST /session",
        "GET /sign-in-options",
        "GET /demo/people",
        "POST /demo/session",
        "POST /password-reset",
        "POST /password-reset/confirm",
        "POST /activation/check",
        "POST /activation",
        "POST /setup",
        "POST /email-change/confirm",
      ]
    `);
  });

  it('answers problem codes of the closed list only', async () => {
    const answer = await kit.as(null, 'GET', '/organizations');
    expect(Object.keys(problems)).toContain(answer.body.code);
  });

  it('refers in OpenAPI to nothing that is not described there', async () => {
    const { components, paths } = (await kit.server.inject('/api/openapi.json')).json() as {
      components: Record<string, Record<string, unknown>>;
      paths: object;
    };
    const named = [...JSON.stringify([components, paths]).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(named.filter(([, kind = '', name = '']) => components[kind]?.[name] === undefined)).toEqual([]);
    expect(named.length).toBeGreaterThan(routeKeys.length);
  });

  it('describes every route in OpenAPI', async () => {
    const answer = await kit.server.inject('/api/openapi.json');
    const described = Object.entries((answer.json() as { paths: Record<string, object> }).paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(
          (method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`,
        ),
    );
    expect(described.sort()).toEqual([...routeKeys].sort());
  });
});

async function wrongAnswers(
  person: (typeof people)[number],
  key: (typeof routeKeys)[number],
): Promise<string[]> {
  const { access } = routeSpec(key);
  if (access.kind !== 'permit') return [];
  const [method = '', path = ''] = key.split(' ');
  const answer = await kit.as(
    person.id,
    method,
    path.replace(/:\w+/g, newId()),
    method === 'GET' ? undefined : {},
  );
  const granted = decide(subjectOf(person), access.permission).allowed;
  const onlyGlobal = key === 'GET /outbox' && person.role !== 'global_administrator';
  const failed = answer.status >= 500;
  const refusedRightly = (answer.status === 403) === (!granted || onlyGlobal);
  const missingRightly = !granted || !path.includes(':') || [404, 428].includes(answer.status);
  const { output } = routeSpec(key);
  const described =
    answer.status < 400
      ? output === undefined || output.safeParse(answer.body).success
      : problemStatuses(key, routeSpec(key)).includes(answer.status);
  return refusedRightly && missingRightly && described && !failed
    ? []
    : [`${person.key} ${key} -> ${answer.status}`];
}

function subjectOf(person: (typeof people)[number]): Subject {
  const profile = shippedProfiles.find(({ key }) => key === person.key);
  if (!profile) throw new Error('no profile');
  const grants = compileGrants(person.role, { id: 'x', version: 1, grants: profile.grants });
  return { userId: person.id, organizationId: null, partnerId: null, status: 'active', grants };
}

describe('every route for every person', () => {
  it('asks for a session first', async () => {
    for (const key of routeKeys) {
      if (routeSpec(key).access.kind === 'anyone') continue;
      const [method = '', path = ''] = key.split(' ');
      const answer = await kit.as(
        null,
        method,
        path.replace(/:\w+/g, newId()),
        method === 'GET' ? undefined : {},
      );
      expect(answer.status, key).toBe(401);
    }
  });

  it('refuses what the profile does not grant, and nothing else with 403', async () => {
    const wrong: string[] = [];
    for (const person of people) {
      for (const key of routeKeys) wrong.push(...(await wrongAnswers(person, key)));
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('answers a hidden record exactly like a missing one', async () => {
    for (const person of people.filter(
      ({ role }) => roles[role].type === 'customer' || roles[role].type === 'partner',
    )) {
      const hidden = await kit.as(person.id, 'GET', `/organizations/${foreign}`);
      const missing = await kit.as(person.id, 'GET', `/organizations/${newId()}`);
      const malformed = await kit.as(person.id, 'GET', '/organizations/not-an-id');
      expect(hidden.status, person.key).toBe(404);
      expect(hidden.body).toEqual(missing.body);
      expect(hidden.body).toEqual(malformed.body);
    }
  });

  it('ships with each row what the single decision says', async () => {
    for (const person of people) {
      const list = await kit.as(person.id, 'GET', '/organizations');
      if (list.status !== 200) continue;
      for (const row of list.body.items as { id: string; can: Record<string, boolean> }[]) {
        const one = await kit.as(person.id, 'GET', `/organizations/${row.id}`);
        expect(one.body.can).toEqual(row.can);
        const tried = await kit.as(person.id, 'PATCH', `/organizations/${row.id}`, {}, { 'if-match': '"1"' });
        expect(tried.status === 403, `${person.key} edits ${row.id}`).toBe(
          row.can['organizations.edit'] !== true,
        );
      }
    }
  }, 120_000);

  it('records every refusal with its decision id', async () => {
    const customer = people.find(({ key }) => key === 'managed_customer');
    if (!customer) throw new Error('nobody');
    const answer = await kit.as(
      customer.id,
      'PATCH',
      `/organizations/${own}`,
      { name: 'Mine' },
      { 'if-match': '"1"' },
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'access/level']);
    const rows = await kit.db.q
      .selectFrom('audit_log')
      .selectAll()
      .where('decision_id', '=', String(answer.body.decision_id))
      .execute();
    expect(rows.map(({ actor_id, action, outcome, code }) => ({ actor_id, action, outcome, code }))).toEqual([
      { actor_id: customer.id, action: 'organizations.edit', outcome: 'refused', code: 'access/level' },
    ]);
  });
});
