import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import { hasGrant } from '../../src/access/grants.ts';
import type { Row as AnyRow } from '../../src/access/holds.ts';
import { isPermission, type Permission, resourceKeys } from '../../src/catalog/catalog.ts';
import { roles } from '../../src/catalog/roles.ts';
import {
  allNotificationKinds,
  kindSpec,
  type NotificationKind,
} from '../../src/contract/notification-kinds.ts';
import type { Row } from '../../src/server/db/tables.ts';
import { insertRows } from '../../src/server/db/write-rows.ts';
import { caseMails } from '../../src/server/mail/templates/cases.ts';
import { tellAbout } from '../../src/server/modules/cases/tell.ts';
import { type Notice, notify } from '../../src/server/notifications/notify.ts';
import { type TestApp, testApp } from '../kit/app.ts';
import { plantWorld, randomFrom } from '../kit/random-world.ts';
import { giveProfiles } from '../kit/world-profiles.ts';

type Reader = Awaited<ReturnType<typeof giveProfiles>>[number]['subject'];
type RecordRow = AnyRow & { id: string };

let kit: TestApp;
let everybody: readonly Reader[];
const random = randomFrom(20_261_132);

/** Everybody has chosen to be told of everything, on the page and by mail. */
beforeAll(async () => {
  kit = await testApp();
  const world = await plantWorld(kit.db, random, { partners: 3, organizations: 40, contacts: 10, users: 60 });
  everybody = (await giveProfiles(kit.db, world.people, random)).map(({ subject }) => subject);
  const choices = everybody.flatMap(({ userId: user_id }) =>
    allNotificationKinds.map((kind) => ({ user_id, kind, page: true, mail: true })),
  );
  await insertRows(kit.db, 'notification_choices', choices);
}, 120_000);
afterAll(() => kit.close());
beforeEach(async () => {
  await kit.db.q.deleteFrom('notifications').execute();
  await kit.db.q.deleteFrom('mails').execute();
});

/** Notices of a kind that name everybody, as if nobody had asked whom they concern. */
async function noticesOf(kind: NotificationKind): Promise<Notice[]> {
  const people = everybody.map(({ userId }) => userId);
  const { about } = kindSpec(kind);
  if (about.kind === 'nothing') return [{ kind, resource: null, people }];
  if (about.kind === 'own')
    return resourceKeys
      .filter((resource) => isPermission(`${resource}.${about.verb}`))
      .map((resource) => ({ kind, resource, label: resource, people }));
  const { resource } = about;
  const rows = await kit.db.raw<RecordRow>(`select * from ${resource} order by md5(id::text) limit 25`);
  return rows.map((record) => ({ kind, resource, record, people }));
}

function concerns(reader: Reader, { kind, resource, record }: Notice): boolean {
  const { about, to } = kindSpec(kind);
  if (!to.includes(roles[reader.grants.role].type)) return false;
  if (about.kind === 'nothing') return true;
  if (about.kind === 'own') return hasGrant(reader.grants, `${resource}.${about.verb}` as Permission);
  return decide(reader, `${resource}.view` as Permission, record).allowed;
}

async function mailed(): Promise<{ to_address: string; template: string }[]> {
  return kit.db.q.selectFrom('mails').select(['to_address', 'template']).execute();
}

const addressOf = (id: string) => `${id}@example.com`;

describe('who is told = whom the single check lets open the record', () => {
  it.each(allNotificationKinds)(
    'of %s, on the page and by mail, whoever is named',
    async (kind) => {
      let told = 0;
      for (const notice of await noticesOf(kind)) {
        await kit.db.q.deleteFrom('notifications').execute();
        await kit.db.q.deleteFrom('mails').execute();
        await notify(kit.app, notice);
        const expected = everybody.filter((reader) => concerns(reader, notice)).map(({ userId }) => userId);
        const rows = await kit.db.q.selectFrom('notifications').select('user_id').execute();
        expect(rows.map(({ user_id }) => user_id).sort()).toEqual(expected.toSorted());
        expect((await mailed()).map(({ to_address }) => to_address).sort()).toEqual(
          expected.map(addressOf).sort(),
        );
        told += expected.length;
        expect(expected.length).toBeLessThan(everybody.length);
      }
      expect(told).toBeGreaterThan(0);
    },
    120_000,
  );

  it('of what happens in a case: mails of their own go to nobody who could not open it', async () => {
    const cases = await kit.db.raw<Row<'cases'>>('select * from cases');
    const templates = Object.keys(caseMails);
    const reached = { mails: 0, nobody: 0 };
    for (const record of cases.slice(0, 200)) {
      await kit.db.q.deleteFrom('mails').execute();
      const by = random.pick(everybody);
      const event = random.pick(['opened', 'replied', 'reopened'] as const);
      const side = random.pick(['asks', 'answers'] as const);
      await tellAbout(kit.app, { event, record, by, side, text: 'Something private' });
      const openers = everybody.filter((reader) => decide(reader, 'cases.view', record).allowed);
      const addresses = openers.map(({ userId }) => userId).filter((id) => id !== by.userId);
      const mails = await mailed();
      expect(addresses.map(addressOf)).toEqual(
        expect.arrayContaining(mails.map(({ to_address }) => to_address)),
      );
      expect(templates).toEqual(expect.arrayContaining(mails.map(({ template }) => template)));
      reached[mails.length > 0 ? 'mails' : 'nobody'] += 1;
    }
    expect(reached.mails).toBeGreaterThan(20);
    expect(reached.nobody).toBeGreaterThan(20);
  }, 120_000);
});
