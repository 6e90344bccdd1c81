import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import type { Row } from '../../src/access/holds.ts';
import type { Permission } from '../../src/catalog/catalog.ts';
import { pathOf } from '../../src/catalog/paths.ts';
import { type RouteKey, routeKeys, routeSpec } from '../../src/contract/routes.ts';
import { newId } from '../../src/server/db/id.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { lists } from '../../src/server/modules/all.ts';
import { type TestApp, testApp } from '../kit/app.ts';
import { plantWorld, randomFrom } from '../kit/random-world.ts';
import { giveProfiles } from '../kit/world-profiles.ts';

type Listed = keyof typeof lists;
type RecordRow = Row & { id: string };
const listed = Object.keys(lists) as Listed[];

let kit: TestApp;
let readers: Awaited<ReturnType<typeof giveProfiles>>;
const rows = new Map<Listed, RecordRow[]>();
const random = randomFrom(20_261_131);

beforeAll(async () => {
  kit = await testApp();
  const world = await plantWorld(kit.db, random, { partners: 3, organizations: 60, contacts: 60, users: 30 });
  readers = (await giveProfiles(kit.db, world.people, random)).slice(0, 34);
  for (const resource of listed) rows.set(resource, await kit.db.raw<RecordRow>(`select * from ${resource}`));
}, 120_000);
afterAll(() => kit.close());

/** Every route over one record of the resource, whatever stands behind its id. */
function routesOver(resource: Listed): RouteKey[] {
  return routeKeys.filter((key) => `${key.split(' ')[1]}/`.startsWith(`${pathOf(resource)}/:id/`));
}

function permissionOf(key: RouteKey): Permission {
  const { access } = routeSpec(key);
  if (access.kind !== 'permit') throw new Error(`${key} asks for no permission`);
  return access.permission;
}

async function ask({ userId }: SessionSubject, key: RouteKey, id: string) {
  const [method = '', path = ''] = key.split(' ');
  const headers = { 'if-match': '"1"', 'idempotency-key': newId() };
  const answer = await kit.as(
    userId,
    method,
    path.replace(/:\w+/g, id),
    method === 'GET' ? undefined : {},
    headers,
  );
  const { decision_id: _, ...body } = answer.body;
  return { status: answer.status, body };
}

/** Every reader with the first row that they may view, or may not, and each route over it. */
function visits(resource: Listed, viewed: boolean) {
  return readers.flatMap(({ label, subject }) => {
    const fits = (row: RecordRow) => decide(subject, `${resource}.view`, row).allowed === viewed;
    const row = (rows.get(resource) ?? []).find(fits);
    if (!row) return [];
    return routesOver(resource).map((key) => ({ who: `${label}: ${key}`, subject, row, key }));
  });
}

describe('every route over one record, for every shipped profile and random ones', () => {
  it.each(listed)(
    'answers hidden %s exactly like missing ones',
    async (resource) => {
      const asked = visits(resource, false);
      for (const { who, subject, row, key } of asked) {
        const answer = await ask(subject, key, row.id);
        expect(answer, who).toEqual(await ask(subject, key, newId()));
        expect(answer.status, who).toBe(decide(subject, permissionOf(key)).allowed ? 404 : 403);
      }
      expect(asked.length).toBeGreaterThan(30);
    },
    300_000,
  );

  it.each(listed)(
    'reads %s that the single check permits, and refuses the rest with 403',
    async (resource) => {
      const seen = { read: 0, refused: 0 };
      for (const { who, subject, row, key } of visits(resource, true)) {
        const { allowed } = decide(subject, permissionOf(key), row);
        // What is permitted and changes something is for the tests of its module.
        if (allowed && !key.startsWith('GET ')) continue;
        const { status, body } = await ask(subject, key, row.id);
        expect(status, who).toBe(allowed ? 200 : 403);
        const problems = allowed ? routeSpec(key).output?.safeParse(body).error?.issues : undefined;
        expect(problems, `${who} answers as it is described`).toBeUndefined();
        seen[allowed ? 'read' : 'refused'] += 1;
      }
      expect(seen.read).toBeGreaterThan(5);
      expect(seen.refused).toBeGreaterThan(5);
    },
    300_000,
  );

  it.each(listed)(
    'offers nothing in a list of %s that the single decision refuses',
    async (resource) => {
      let offered = 0;
      for (const { label, subject } of readers) {
        if (!decide(subject, `${resource}.view`).allowed) continue;
        const { body } = await kit.as(subject.userId, 'GET', `${pathOf(resource)}?limit=20`);
        const list = routeSpec(`GET ${pathOf(resource)}`);
        expect(list.output?.safeParse(body).error?.issues, label).toBeUndefined();
        for (const { id, can } of body.items as { id: string; can: Record<string, boolean> }[]) {
          const row = (rows.get(resource) ?? []).find((one) => one.id === id);
          const kept = Object.keys(can).filter((permission) => can[permission]) as Permission[];
          const refused = kept.filter((permission) => !decide(subject, permission, row).allowed);
          expect(refused, `${label}: ${id}`).toEqual([]);
          offered += kept.length;
        }
      }
      expect(offered).toBeGreaterThan(20);
    },
    120_000,
  );
});
