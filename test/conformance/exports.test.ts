import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import type { Row } from '../../src/access/holds.ts';
import { type ExportableKey, exportableResources } from '../../src/catalog/record-resources.ts';
import type { Database } from '../../src/server/db/database.ts';
import { exporters } from '../../src/server/exports/exporters.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { everyProfile } from '../kit/conformance-people.ts';
import { testDatabase } from '../kit/database.ts';
import { plantWorld, randomFrom, type World } from '../kit/random-world.ts';

type RecordRow = Row & { id: string };

let db: Database;
let world: World;
const rows = new Map<ExportableKey, RecordRow[]>();
const random = randomFrom(20_261_130);

beforeAll(async () => {
  db = await testDatabase();
  // More than two pages of organizations and contacts.
  world = await plantWorld(db, random, { partners: 3, organizations: 520, contacts: 1050, users: 60 });
  for (const resource of exportableResources) {
    rows.set(resource, await db.raw<RecordRow>(`select * from ${resource}`));
  }
}, 120_000);
afterAll(() => db.close());

/** The ids in a whole file, which stand in its last column. */
async function idsIn(subject: SessionSubject, resource: ExportableKey): Promise<unknown[]> {
  const { page, headers } = exporters[resource];
  const ids: unknown[] = [];
  let after: string | undefined;
  do {
    const part = await page(db, subject, { sort: '-created_at', after });
    for (const { id, cells } of part.rows) {
      expect([cells.length, cells.at(-1)]).toEqual([headers.length, id]);
      ids.push(id);
    }
    after = part.next ?? undefined;
  } while (after !== undefined);
  return ids;
}

describe('a file = the rows on which the single check permits both view and export', () => {
  it('holds for every list, every shipped profile and 40 random ones', async () => {
    let written = 0;
    for (const { label, subject } of everyProfile(world, random, 40)) {
      for (const resource of exportableResources) {
        const expected = (rows.get(resource) ?? [])
          .filter(
            (row) =>
              decide(subject, `${resource}.view`, row).allowed &&
              decide(subject, `${resource}.export`, row).allowed,
          )
          .map(({ id }) => id);
        const ids = await idsIn(subject, resource);
        const who = `${label} (${subject.grants.role}) on ${resource}`;
        expect(ids.toSorted(), who).toEqual(expected.sort());
        expect(await exporters[resource].total(db, subject, { sort: '-created_at' }), who).toBe(ids.length);
        const all = (rows.get(resource) ?? []).map(({ id }) => id);
        const reached = await exporters[resource].reached(db, subject, all);
        expect([...reached].sort(), who).toEqual(expected);
        written += ids.length;
      }
    }
    expect(written).toBeGreaterThan(5000);
  }, 300_000);

  it('says in each heading what stands below, and in the last which record it is', () => {
    for (const { headers } of Object.values(exporters)) {
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers.at(-1)).toBe('Id');
    }
  });
});
