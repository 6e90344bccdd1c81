import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/kit/database.ts';
import { newId } from './id.ts';
import { migrations } from './migrations/list.ts';
import { addOrganization, addProfile, addUser } from './test-rows.ts';

test('an upgrade says of old entries of the log whose they are, and leaves the log append-only', async () => {
  const db = await emptyDatabase();
  const at = migrations.findIndex(({ name }) => name === '0029-exports-and-timelines');
  for (const { sql } of migrations.slice(0, at)) await db.transaction(() => db.script(sql));
  const partner = await addOrganization(db, { kind: 'partner' });
  const customer = await addOrganization(db, { parent_partner_id: partner });
  const profile = await addProfile(db, 'partner');
  const user = await addUser(db, { role: 'partner_administrator', profile_id: profile, partner_id: partner });
  const entries: [string, string | null, string | null][] = [
    ['organizations', customer, customer],
    ['users', user, partner],
    ['organizations', newId(), null],
    ['profiles', profile, null],
    ['session', null, null],
  ];
  for (const [item_type, item_id] of entries) {
    await db.raw(
      `insert into audit_log (id, actor_name, item_type, item_id, action, outcome)
values ($1, 'Ada', $2, $3, 'x.edit', 'allowed')`,
      [newId(), item_type, item_id],
    );
  }
  for (const { sql } of migrations.slice(at)) await db.transaction(() => db.script(sql));
  const rows = await db.raw<{ item_type: string; item_id: string | null; organization_id: string | null }>(
    'select item_type, item_id, organization_id from audit_log order by id',
  );
  expect(rows.map((row) => [row.item_type, row.item_id, row.organization_id])).toEqual(entries);
  await expect(db.script(`update audit_log set action = 'else'`)).rejects.toThrow('refused');
  await db.close();
}, 120_000);
