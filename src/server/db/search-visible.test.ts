import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/kit/database.ts';
import { compileGrants } from '../../access/grants.ts';
import { type Subject, visible } from '../../access/subject.ts';
import type { Scope } from '../../catalog/define.ts';
import type { Role } from '../../catalog/roles.ts';
import { organizations } from '../modules/organizations/records.ts';
import type { Database } from './database.ts';
import { newId } from './id.ts';
import { addOrganization, addProfile, addUser } from './test-rows.ts';
import { countVisible, listVisible } from './visible-list.ts';

/** More rows than a search looks at one by one, so that the index has to answer. */
const many = 3_000;
let db: Database;
let partnerId: string;
let maker: string;
beforeAll(async () => {
  db = await testDatabase();
  partnerId = await addOrganization(db, { kind: 'partner', name: 'Reseller' });
  const other = await addOrganization(db, { kind: 'partner', name: 'Rival' });
  const profile = await addProfile(db, 'partner');
  maker = await addUser(db, {
    role: 'partner_account_executive',
    profile_id: profile,
    partner_id: partnerId,
  });
  for (const [partner, creator] of [
    [partnerId, maker],
    [other, null],
  ]) {
    await db.raw(
      `insert into organizations (id, name, parent_partner_id, created_by, created_at)
select gen_random_uuid(), case when n = 17 then 'Needle' when n % 40 = 0 then 'Frequent' else 'Plain' end || ' ' || n,
  $1, case when n % 2 = 1 then $2::uuid end, timestamptz '2026-01-01Z' + n * interval '1 minute'
from generate_series(1, ${many}) n`,
      [partner, creator],
    );
  }
});
afterAll(() => db.close());

function subjectOf(role: Role, scope: Scope): Subject {
  const grants = {
    groups: ['crm' as const],
    resources: { organizations: { level: 'view' as const, view_scope: scope, actions: [] } },
    may_invite: [],
  };
  return {
    userId: maker,
    status: 'active',
    organizationId: null,
    partnerId: role === 'account_executive' ? null : partnerId,
    grants: compileGrants(role, { id: newId(), version: 1, grants }),
  };
}

async function search(subject: Subject, q: string) {
  const seen = visible(subject, 'organizations');
  const page = await listVisible<{ id: string; name: string }>(db, seen, organizations.list, {
    q,
    sort: '-created_at',
    limit: 50,
  });
  const { count } = await countVisible(db, seen, organizations.list, { q });
  return { names: page.rows.map(({ name }) => name), more: page.next !== null, count };
}

describe.each([
  { role: 'partner_administrator', scope: 'all', needles: 1, frequent: 75 },
  { role: 'partner_administrator', scope: 'created', needles: 1, frequent: 0 },
  { role: 'partner_account_executive', scope: 'created_or_assigned', needles: 1, frequent: 0 },
  { role: 'account_executive', scope: 'all', needles: 2, frequent: 150 },
] as const)('$role, $scope', ({ role, scope, needles, frequent }) => {
  test('finds a rare text wherever it stands', async () => {
    const found = await search(subjectOf(role, scope), 'NEEDLE');
    expect(found).toEqual({ names: Array(needles).fill('Needle 17'), more: false, count: needles });
  });

  test('finds the first of a frequent one, and counts all', async () => {
    const { names, more, count } = await search(subjectOf(role, scope), 'frequent');
    expect(count).toBe(frequent);
    expect(names).toHaveLength(Math.min(frequent, 50));
    expect(more).toBe(frequent > 50);
    expect(names.slice(0, 1)).toEqual(frequent > 0 ? ['Frequent 3000'] : []);
  });
});

test('a page that one branch fills does not hide newer hits far along another', async () => {
  const profile = await addProfile(db, 'csr');
  const userId = await addUser(db, { role: 'account_executive', profile_id: profile });
  const add = (made: number, column: string, from: string, text: string) =>
    db.raw(
      `insert into organizations (id, name, ${column}, created_at)
select gen_random_uuid(), ${text} || ' ' || n, $1, timestamptz '${from}' - n * interval '1 minute'
from generate_series(1, ${made}) n`,
      [userId],
    );
  await add(900, 'created_by', '2026-05-02Z', `case when n > 700 then 'Yonder' else 'Nothing' end`);
  await add(80, 'account_executive_id', '2026-04-01Z', `'Yonder old'`);
  const { names, more } = await search(
    { ...subjectOf('account_executive', 'created_or_assigned'), userId },
    'yonder',
  );
  expect(names).toEqual(Array.from({ length: 50 }, (_, n) => `Yonder ${701 + n}`));
  expect(more).toBe(true);
});
