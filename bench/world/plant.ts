import { scopes } from '../../src/catalog/define.ts';
import type { ProfileGrants } from '../../src/catalog/profile-grants.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { organizationsSql, ownersSql } from './organizations-sql.ts';
import { customersSql, staffSql } from './people-sql.ts';

/** The profile of every cell: organizations at one scope, to view and to edit, and their invoices and subscriptions. */
export function grantsOf(scope: (typeof scopes)[number]): ProfileGrants {
  return {
    groups: ['crm', 'commerce'],
    resources: {
      organizations: { level: 'edit', view_scope: scope, edit_scope: scope, actions: [] },
      invoices: { level: 'edit', view_scope: scope, edit_scope: scope, actions: [] },
      subscriptions: { level: 'view', view_scope: scope, actions: [] },
    },
    may_invite: [],
  };
}

/** Fills a migrated database: triggers stay in place, the indexes of the big table are made afterwards. */
export async function plantWorld(db: Database, size: number): Promise<void> {
  await plantProfiles(db);
  await db.script(staffSql);
  await withoutIndexes(db, 'organizations', async () => {
    await db.script(ownersSql(size));
    await db.script(organizationsSql);
  });
  await db.script(customersSql(size));
  await db.script('vacuum analyze organizations');
  await db.script('vacuum analyze users');
}

/** Ten invoices for each organization, over three years, as whoever added the organization made them. */
export async function plantInvoices(db: Database, size: number): Promise<void> {
  await plantWorld(db, Math.max(1000, size / 10));
  await withoutIndexes(db, 'invoices', () => db.script(invoicesSql));
  await db.script('vacuum analyze invoices');
}

const invoicesSql = `
insert into invoices (id, number, organization_id, issued_on, due_on, currency, amount, created_by, created_at, updated_at)
select gen_random_uuid(), 'INV-' || lpad((row_number() over (order by made.at))::text, 7, '0'), organization_id, made.at::date,
  made.at::date + 30, currency, 1000 + (n * 7919) % 500000, created_by, date_trunc('milliseconds', made.at), made.at
from (select o.id as organization_id, o.currency, o.created_by, n as n,
    o.created_at + n * interval '30 days' + random() * interval '20 days' as at
  from organizations o cross join generate_series(1, 10) n) made order by made.at`;

/** Fills a table while it has none but its constraints' indexes, and makes them afterwards. */
export async function withoutIndexes(
  db: Database,
  table: 'organizations' | 'invoices' | 'subscriptions' | 'mrr_movements',
  fill: () => Promise<unknown>,
): Promise<void> {
  const indexes = await db.raw<{ name: string; text: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as text
from pg_index i join pg_class c on c.oid = i.indexrelid
where i.indrelid = $1::regclass and not exists (select from pg_constraint where conindid = c.oid)`,
    [table],
  );
  await db.script(indexes.map(({ name }) => `drop index ${name}`).join(';'));
  await fill();
  const rebuild = indexes.map(({ text }) => text).join(';');
  await db.script(`set maintenance_work_mem = '1GB'; ${rebuild}; reset maintenance_work_mem`);
}

async function plantProfiles(db: Database): Promise<void> {
  for (const type of ['admin', 'csr', 'partner', 'customer'] as const) {
    for (const scope of scopes) {
      const id = newId();
      const key = `${type}_${scope}`;
      const grants = JSON.stringify(grantsOf(scope));
      await db.q.insertInto('profiles').values({ id, key, name: key, role_type: type, grants }).execute();
      await db.q
        .insertInto('profile_versions')
        .values({ profile_id: id, version: 1, grants, name: key })
        .execute();
    }
  }
}
