import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import { hasGrant } from '../../src/access/grants.ts';
import type { Row } from '../../src/access/holds.ts';
import { organizationResources } from '../../src/catalog/record-resources.ts';
import { type AuditEntry, auditAll } from '../../src/server/audit/audit.ts';
import type { Database } from '../../src/server/db/database.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { timelineOf } from '../../src/server/records/timeline.ts';
import { everyProfile, personUnder } from '../kit/conformance-people.ts';
import { testDatabase } from '../kit/database.ts';
import { plantWorld, randomFrom, type World } from '../kit/random-world.ts';

type RecordRow = Row & { id: string; organization_id: string | null; partner_id: string | null };
type Told = (typeof organizationResources)[number];

interface Logged {
  readonly id: string;
  readonly item_type: Told;
  readonly item_id: string;
  readonly outcome: string;
  readonly action: string;
}

let db: Database;
let world: World;
let log: Logged[];
const records = new Map<string, RecordRow>();
/** Few enough that each has something of every kind. */
let places: string[];
const random = randomFrom(20_261_128);

beforeAll(async () => {
  db = await testDatabase();
  world = await plantWorld(db, random, { partners: 3, organizations: 12, contacts: 60, users: 60 });
  const entries: AuditEntry[] = [];
  for (const resource of organizationResources) {
    for (const row of await db.raw<RecordRow>(`select * from ${resource}`)) {
      records.set(row.id, row);
      const about = { itemType: resource, itemId: row.id, itemLabel: 'as it was called' };
      entries.push({ ...about, action: `${resource}.edit`, changes: [{ field: 'secret', from: 1, to: 2 }] });
      if (random.chance(0.3)) entries.push({ ...about, action: `${resource}.view`, outcome: 'refused' });
      if (random.chance(0.2)) entries.push({ ...about, action: 'session.sign_in' });
    }
  }
  await auditAll(db, entries);
  log = await db.raw<Logged>('select id, item_type, item_id, outcome, action from audit_log');
  places = await db
    .raw<{ id: string }>('select id from organizations')
    .then((rows) => rows.map(({ id }) => id));
}, 120_000);
afterAll(() => db.close());

async function everyEntry(subject: SessionSubject, organizationId: string, kind?: Told) {
  const items: Awaited<ReturnType<typeof timelineOf>>['items'] = [];
  let after: string | undefined;
  do {
    const page = await timelineOf(db, subject, { organizationId, kind, limit: 40, after });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

/** By the single check over the record of each entry, and by nothing else. */
function expected(subject: SessionSubject, organizationId: string): string[] {
  const readsLog = hasGrant(subject.grants, 'audit_log.view');
  return log
    .filter(({ item_type, item_id, outcome, action }) => {
      const record = records.get(item_id);
      if (!record || action.startsWith('session.') || (outcome === 'refused' && !readsLog)) return false;
      const whose = record.organization_id ?? record.partner_id;
      return whose === organizationId && decide(subject, `${item_type}.view`, record).allowed;
    })
    .map(({ id }) => id)
    .sort();
}

describe('a timeline = the log of the records that the single check opens', () => {
  it('holds for every shipped profile and 60 random ones', async () => {
    let told = 0;
    for (const { label, subject } of everyProfile(world, random, 60)) {
      for (const place of [
        random.pick(places),
        subject.organizationId ?? subject.partnerId ?? places[0] ?? '',
      ]) {
        const items = await everyEntry(subject, place);
        expect(items.map(({ id }) => id).sort(), `${label} (${subject.grants.role})`).toEqual(
          expected(subject, place),
        );
        told += items.length;
      }
    }
    expect(told).toBeGreaterThan(500);
  }, 300_000);

  it('tells the newest first, each once, and of one kind where that is asked for', async () => {
    const everybody = world.people.find(({ role }) => role === 'global_administrator');
    if (!everybody) throw new Error('nobody');
    const subject = personUnder(everybody, { groups: [], resources: {}, may_invite: [] });
    const place = random.pick(places);
    const items = await everyEntry(subject, place);
    const order = items.map(({ at, id }) => `${at} ${id}`);
    expect(order).toEqual([...order].sort().reverse());
    expect(new Set(order).size).toBe(order.length);
    for (const kind of organizationResources) {
      const ofKind = await everyEntry(subject, place, kind);
      expect(ofKind.map(({ id }) => id)).toEqual(
        items.filter((one) => one.resource === kind).map(({ id }) => id),
      );
    }
  });

  it('tells nobody but readers of the log of fields that the record itself does not show', async () => {
    for (const { label, subject } of everyProfile(world, random, 20)) {
      const items = await everyEntry(subject, subject.organizationId ?? random.pick(places));
      const secrets = items.filter(({ changes }) => changes.length > 0);
      const readsLog = hasGrant(subject.grants, 'audit_log.view');
      expect(secrets.length > 0, label).toBe(readsLog && items.length > 0);
    }
  });

  it('gives a person without organization or partner nothing', async () => {
    for (const role of ['customer', 'partner_account_executive', 'partner_administrator'] as const) {
      const somebody = world.people[0];
      if (!somebody) throw new Error('nobody');
      const lost = { ...somebody, role, organizationId: null, partnerId: null };
      const all = { groups: ['crm', 'commerce', 'settings'] as const, may_invite: [] };
      const resources = Object.fromEntries(
        organizationResources.map((key) => [
          key,
          { level: 'view' as const, view_scope: 'all' as const, actions: [] },
        ]),
      );
      const subject = personUnder(lost, { ...all, resources });
      for (const place of places) expect(await everyEntry(subject, place)).toEqual([]);
    }
  });
});
