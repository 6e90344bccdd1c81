import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import { hasGrant } from '../../src/access/grants.ts';
import type { Row } from '../../src/access/holds.ts';
import {
  isPermission,
  type RecordResource,
  type ResourceKey,
  resourceKeys,
} from '../../src/catalog/catalog.ts';
import { recordResources } from '../../src/catalog/record-resources.ts';
import { allNotificationKinds, kindSpec } from '../../src/contract/notification-kinds.ts';
import type { AppContext } from '../../src/server/app-context.ts';
import { readConfig } from '../../src/server/config.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { insertRows } from '../../src/server/db/write-rows.ts';
import { simulatedGateway } from '../../src/server/gateway/simulated/simulated-gateway.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { createJobQueue } from '../../src/server/jobs/job-queue.ts';
import { createMailQueue } from '../../src/server/mail/create-mail-queue.ts';
import { markRead, ownNotifications, unreadOf } from '../../src/server/notifications/own-notifications.ts';
import { everyProfile } from '../kit/conformance-people.ts';
import { testDatabase } from '../kit/database.ts';
import { plantWorld, randomFrom, type World } from '../kit/random-world.ts';

type RecordRow = Row & { id: string };
interface Planted {
  readonly id: string;
  readonly user_id: string;
  readonly kind: (typeof allNotificationKinds)[number];
  readonly resource: ResourceKey | null;
  readonly record_id: string | null;
}

let db: Database;
let app: AppContext;
let world: World;
let planted: Planted[];
const records = new Map<string, RecordRow>();
const random = randomFrom(20_261_129);

/** Every person is told of everything at once, as if nobody had asked whether they may know. */
beforeAll(async () => {
  db = await testDatabase();
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const clock = () => new Date();
  const mail = createMailQueue({ db, config, log: pino({ level: 'silent' }) });
  const gateway = simulatedGateway({ db, clock, secret: 'test'.repeat(8), settleAfterMs: 1000 });
  app = { db, config, mail, jobs: createJobQueue(db), gateway, clock };
  world = await plantWorld(db, random, { partners: 3, organizations: 40, contacts: 10, users: 40 });
  const ids = new Map<RecordResource, string[]>();
  for (const resource of recordResources) {
    const rows = await db.raw<RecordRow>(`select * from ${resource}`);
    for (const row of rows) records.set(row.id, row);
    ids.set(
      resource,
      rows.map(({ id }) => id),
    );
  }
  planted = world.people.flatMap(({ id }) => noticesFor(id, ids));
  const at = new Date();
  await insertRows(
    db,
    'notifications',
    planted.map((one, index) => ({
      ...one,
      label: 'its label',
      data: {},
      at: new Date(at.getTime() - (index % 7) * 1000),
      read_at: index % 5 === 0 ? at : null,
    })),
  );
}, 120_000);
afterAll(() => db.close());

function noticesFor(user_id: string, ids: ReadonlyMap<RecordResource, readonly string[]>): Planted[] {
  return allNotificationKinds.flatMap((kind): Planted[] => {
    const { about } = kindSpec(kind);
    const base = { user_id, kind };
    if (about.kind === 'nothing') return [{ id: newId(), ...base, resource: null, record_id: null }];
    if (about.kind === 'own')
      return resourceKeys
        .filter((key) => isPermission(`${key}.${about.verb}`))
        .map((resource) => ({ id: newId(), ...base, resource, record_id: null }));
    const { resource } = about;
    const all = ids.get(resource) ?? [];
    return Array.from({ length: 6 }, () => ({ id: newId(), ...base, resource, record_id: random.pick(all) }));
  });
}

function seen(subject: SessionSubject, { kind, resource, record_id }: Planted): boolean {
  const { about } = kindSpec(kind);
  if (about.kind === 'nothing') return true;
  const permission = `${resource}.${about.kind === 'own' ? about.verb : 'view'}`;
  if (!isPermission(permission)) return false;
  if (about.kind === 'own') return hasGrant(subject.grants, permission);
  const record = records.get(record_id ?? '');
  return record !== undefined && decide(subject, permission, record).allowed;
}

async function everyOne(subject: SessionSubject) {
  const items: Awaited<ReturnType<typeof ownNotifications>>['items'] = [];
  let after: string | undefined;
  do {
    const page = await ownNotifications(app, subject, { limit: 9, after });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}

describe('notifications = those whose record the single check opens now', () => {
  it('holds for list, count and mark as read, for every shipped profile and 60 random ones', async () => {
    let hidden = 0;
    for (const { label, subject } of everyProfile(world, random, 60)) {
      const own = planted.filter(({ user_id }) => user_id === subject.userId);
      const expected = own.filter((one) => seen(subject, one));
      const items = await everyOne(subject);
      const who = `${label} (${subject.grants.role})`;
      expect(items.map(({ id }) => id).sort(), who).toEqual(expected.map(({ id }) => id).sort());
      const { unread } = await unreadOf(app, subject);
      expect(unread, who).toBe(items.filter(({ read_at }) => read_at === null).length);
      const [unseen] = own.filter((one) => !expected.includes(one));
      if (unseen) {
        hidden += 1;
        await expect(markRead(app, subject, unseen.id)).rejects.toMatchObject({ code: 'record/missing' });
      }
    }
    expect(hidden).toBeGreaterThan(20);
  }, 300_000);

  it('shows nobody what others were told', async () => {
    const [one] = everyProfile(world, random, 0);
    const other = planted.find(({ user_id }) => user_id !== one?.subject.userId);
    if (!one || !other) throw new Error('nobody');
    await expect(markRead(app, one.subject, other.id)).rejects.toMatchObject({ code: 'record/missing' });
  });
});
