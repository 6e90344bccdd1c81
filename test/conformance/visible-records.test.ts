import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import { compileGrants } from '../../src/access/grants.ts';
import type { Row } from '../../src/access/holds.ts';
import { type Subject, visible, visibleToBoth } from '../../src/access/subject.ts';
import type { Permission } from '../../src/catalog/catalog.ts';
import { scopes } from '../../src/catalog/define.ts';
import type { ProfileGrants } from '../../src/catalog/profile-grants.ts';

import { shippedProfiles } from '../../src/catalog/profiles.ts';
import { rolesOfType } from '../../src/catalog/roles.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { aggregateVisible } from '../../src/server/db/visible-aggregate.ts';
import { countCap, countVisible, type ListSpec, listVisible } from '../../src/server/db/visible-list.ts';
import { lists } from '../../src/server/modules/all.ts';
import { testDatabase } from '../kit/database.ts';
import { plantWorld, type Random, randomFrom, randomGrants, type World } from '../kit/random-world.ts';

type Listed = keyof typeof lists;
const listed = Object.keys(lists) as Listed[];

let db: Database;
let world: World;
const rows = new Map<Listed, (Row & { id: string })[]>();
const random = randomFrom(20_261_123);

beforeAll(async () => {
  db = await testDatabase();
  world = await plantWorld(db, random, { partners: 6, organizations: 700, contacts: 900, users: 400 });
  for (const resource of listed) {
    rows.set(resource, await db.raw<Row & { id: string }>(`select * from ${resource}`));
  }
}, 120_000);
afterAll(() => db.close());

function subjectOf(person: World['people'][number], grants: ProfileGrants): Subject {
  return {
    userId: person.id,
    organizationId: person.organizationId,
    partnerId: person.partnerId,
    status: 'active',
    grants: compileGrants(person.role, { id: newId(), version: 1, grants }),
  };
}

async function everyPage(
  subject: Subject,
  resource: Listed,
  spec: ListSpec,
  sort: string,
  limit: number,
  more = {},
) {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await listVisible<{ id: string }>(db, visible(subject, resource), spec, {
      sort,
      limit,
      after,
      ...more,
    });
    ids.push(...page.rows.map((row) => row.id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return ids;
}

function allowed(subject: Subject, resource: Listed, permission: Permission): (Row & { id: string })[] {
  return (rows.get(resource) ?? []).filter((row) => decide(subject, permission, row).allowed);
}

async function expectAgreement(subject: Subject, resource: Listed): Promise<void> {
  const spec = lists[resource];
  const expected = allowed(subject, resource, `${resource}.view`);
  const ids = expected.map((row) => row.id).sort();
  const sort = random.pick([`-created_at`, Object.keys(spec.sorts)[1] ?? 'created_at']);
  expect((await everyPage(subject, resource, spec, sort, 200)).sort(), `${resource} list`).toEqual(ids);
  expect(await countVisible(db, visible(subject, resource), spec, {})).toEqual({
    count: Math.min(ids.length, countCap),
    capped: ids.length > countCap,
  });
  // By a column that no rollup has, and by nothing: as far as a rollup goes.
  for (const by of ['r.created_by', 'true']) {
    const counted = await aggregateVisible<{ count: number }>(db, visible(subject, resource), () => ({
      table: spec.table,
      groupBy: { told: by },
    }));
    expect(
      counted.reduce((sum, { count }) => sum + Number(count), 0),
      `${resource} aggregate by ${by}`,
    ).toBe(ids.length);
  }
  const q = ` ${random.below(10)}${random.below(9)}`;
  const found = expected.filter((row) => String(row.search_text).includes(q)).map((row) => row.id);
  expect((await everyPage(subject, resource, spec, sort, 2, { q })).sort(), `${resource} search`).toEqual(
    found.sort(),
  );
  expect((await countVisible(db, visible(subject, resource), spec, { q })).count).toBe(found.length);
}

function personOf(roleType: Parameters<typeof rolesOfType>[0]): World['people'][number] {
  const fitting = rolesOfType(roleType);
  return random.pick(world.people.filter((person) => fitting.includes(person.role)));
}

function cases(source: Random): { label: string; subject: () => Subject }[] {
  const shipped = shippedProfiles.map(({ key, role_type, grants }) => ({
    label: key,
    subject: () => subjectOf(personOf(role_type), grants),
  }));
  const made = Array.from({ length: 200 }, (_, index) => ({
    label: `random profile ${index}`,
    subject: () => subjectOf(source.pick(world.people), randomGrants(source)),
  }));
  return [...shipped, ...made];
}

describe('list = count = search = aggregate = the single check', () => {
  it('plants at least 2,000 rows, with nulls in every column of a rule', () => {
    const all = listed.flatMap((resource) => rows.get(resource) ?? []);
    expect(all.length).toBeGreaterThanOrEqual(2000);
    expect(listed.filter((resource) => (rows.get(resource) ?? []).length < 100)).toEqual([]);
    for (const column of [
      'created_by',
      'partner_id',
      'account_executive_id',
      'partner_account_executive_id',
      'requester_id',
      'assignee_id',
    ]) {
      expect(
        all.some((row) => row[column] === null),
        column,
      ).toBe(true);
      expect(
        all.some((row) => row[column] !== null && row[column] !== undefined),
        column,
      ).toBe(true);
    }
  });

  it('holds for every shipped profile and 200 random ones', async () => {
    for (const { label, subject } of cases(random)) {
      const person = subject();
      for (const resource of listed) {
        await expectAgreement(person, resource).catch((error: unknown) => {
          throw new Error(`${label} (${person.grants.role}) on ${resource}`, { cause: error });
        });
      }
    }
  }, 300_000);

  it('gives each row once, in pages of two, for people with few records', async () => {
    for (const person of world.people.slice(0, 20)) {
      const own = subjectOf(person, {
        groups: ['crm'],
        resources: { organizations: { level: 'view', view_scope: 'created_or_assigned', actions: [] } },
        may_invite: [],
      });
      const ids = await everyPage(own, 'organizations', lists.organizations, '-created_at', 2);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...ids].sort()).toEqual(
        allowed(own, 'organizations', 'organizations.view')
          .map((row) => row.id)
          .sort(),
      );
    }
  }, 120_000);

  it('gives a customer what colleagues share and what they asked themselves, in pages of two', async () => {
    const customers = world.people.filter(({ role }) => role === 'customer');
    const seen = { own: 0, shared: 0, hidden: 0 };
    for (const [index, person] of customers.slice(0, 120).entries()) {
      const view_scope = scopes[index % scopes.length] ?? 'all';
      const subject = subjectOf(person, {
        groups: ['crm'],
        resources: { cases: { level: 'view', view_scope, actions: [] } },
        may_invite: [],
      });
      const expected = allowed(subject, 'cases', 'cases.view');
      for (const sort of ['-created_at', 'updated_at']) {
        const ids = await everyPage(subject, 'cases', lists.cases, sort, 2);
        expect(new Set(ids).size).toBe(ids.length);
        expect([...ids].sort()).toEqual(expected.map((row) => row.id).sort());
      }
      const own = expected.filter((row) => row.visibility === 'private');
      expect(own.every((row) => row.requester_id === person.id)).toBe(true);
      const there = (rows.get('cases') ?? []).filter((row) => row.organization_id === person.organizationId);
      seen.own += own.length;
      seen.shared += expected.length - own.length;
      seen.hidden += there.length - expected.length;
    }
    expect(
      Object.values(seen).every((count) => count > 10),
      JSON.stringify(seen),
    ).toBe(true);
  }, 120_000);

  it('exports exactly the rows on which the export is permitted', async () => {
    for (const person of world.people.slice(0, 30)) {
      const subject = subjectOf(person, randomGrants(random));
      const proof = visible(subject, 'organizations', 'organizations.export');
      const page = await listVisible<{ id: string }>(db, proof, lists.organizations, {
        sort: 'name',
        limit: 2000,
      });
      const expected = allowed(subject, 'organizations', 'organizations.export').map((row) => row.id);
      expect(page.rows.map((row) => row.id).sort()).toEqual(expected.sort());
    }
  });

  it('narrows a list to what another person sees too, and never widens it', async () => {
    let shared = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      const [wide, narrow] = [random.pick(shippedProfiles), random.pick(shippedProfiles)];
      const subject = subjectOf(
        personOf(wide.role_type),
        turn % 3 === 0 ? randomGrants(random) : wide.grants,
      );
      const other = subjectOf(personOf(narrow.role_type), narrow.grants);
      for (const resource of listed) {
        const seen = new Set(allowed(other, resource, `${resource}.view`).map((row) => row.id));
        const expected = allowed(subject, resource, `${resource}.view`).filter((row) => seen.has(row.id));
        const proof = visibleToBoth(subject, other, resource);
        const page = await listVisible<{ id: string }>(db, proof, lists[resource], {
          sort: '-created_at',
          limit: 2000,
        });
        expect(page.rows.map((row) => row.id).sort()).toEqual(expected.map((row) => row.id).sort());
        expect((await countVisible(db, proof, lists[resource], {})).count).toBe(
          Math.min(expected.length, countCap),
        );
        shared += expected.length;
      }
    }
    expect(shared).toBeGreaterThan(100);
  }, 120_000);

  it('gives a person without organization, partner or status no rows at all', async () => {
    const everything = shippedProfiles.find(({ key }) => key === 'administrator')?.grants;
    if (!everything) throw new Error('no administrator profile');
    for (const role of ['customer', 'partner_account_executive', 'partner_administrator'] as const) {
      const lost = { id: newId(), role, organizationId: null, partnerId: null };
      for (const resource of listed) {
        expect(
          await everyPage(subjectOf(lost, everything), resource, lists[resource], '-created_at', 200),
        ).toEqual([]);
      }
    }
    const person = world.people.find(({ role }) => role === 'system_administrator');
    if (!person) throw new Error('no administrator');
    const suspended = { ...subjectOf(person, everything), status: 'suspended' as const };
    expect(await everyPage(suspended, 'organizations', lists.organizations, '-created_at', 200)).toEqual([]);
  });
});
