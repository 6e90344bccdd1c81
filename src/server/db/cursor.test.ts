import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { compileGrants } from '../../access/grants.ts';
import { type Subject, visible } from '../../access/subject.ts';
import { cursorOf, readCursor } from './cursor.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';
import { addOrganization } from './test-rows.ts';
import { type ListSpec, listVisible } from './visible-list.ts';

const id = newId();

describe('a cursor', () => {
  it.each([
    ['timestamptz', '2026-02-01T00:00:00.000Z'],
    ['date', '2024-02-29'],
    ['text', 'Any text'],
  ] as const)('comes back as it was: %s', (type, value) => {
    expect(readCursor(cursorOf('-due', value, id), '-due', type)).toEqual({ value, id });
  });

  it.each([
    ['date', '2026-02-30'],
    ['date', '2026-02-01T00:00:00.000Z'],
    ['date', '0000-01-01'],
    ['timestamptz', '2026-02-01'],
    ['text', 'a\0'],
  ] as const)('is refused where the value is no %s: %s', (type, value) => {
    expect(() => readCursor(cursorOf('-due', value, id), '-due', type)).toThrow();
  });
});

describe('a list by calendar date', () => {
  let db: Database;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  const byDate: ListSpec = {
    table: 'organizations',
    sorts: { customer_since: { column: 'customer_since', type: 'date' } },
    filters: {},
  };

  it('gives each row once, in pages of two', async () => {
    const days = ['2026-01-31', '2024-02-29', '2026-01-31', '2025-06-01', '2026-01-31'];
    for (const customer_since of days) await addOrganization(db, { customer_since });
    const profile = { id: 'p', version: 1, grants: { groups: [], resources: {}, may_invite: [] } };
    const reader: Subject = {
      userId: newId(),
      organizationId: null,
      partnerId: null,
      status: 'active',
      grants: compileGrants('global_administrator', profile),
    };
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const request = { sort: '-customer_since', limit: 2, after };
      const page = await listVisible<{ id: string; customer_since: string }>(
        db,
        visible(reader, 'organizations'),
        byDate,
        request,
      );
      seen.push(...page.rows.map((row) => row.customer_since));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(days.toSorted().toReversed());
  });
});
