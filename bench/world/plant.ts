import { scopes } from '../../src/catalog/define.ts';
import type { ProfileGrants } from '../../src/catalog/profile-grants.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { organizationsSql, ownersSql } from './organizations-sql.ts';
import { customersSql, staffSql } from './people-sql.ts';

/** The profile of every cell: organizations at one scope, to view and to edit. */
export function grantsOf(scope: (typeof scopes)[number]): ProfileGrants {
  return {
    groups: ['crm'],
    resources: { organizations: { level: 'edit', view_scope: scope, edit_scope: scope, actions: [] } },
    may_invite: [],
  };
}

/** Fills a migrated database: triggers stay in place, the indexes of the big table are made afterwards. */
export async function plantWorld(db: Database, size: number): Promise<void> {
  await plantProfiles(db);
  await db.script(staffSql);
  const indexes = await db.raw<{ name: string; text: string }>(
    `select c.relname as name, pg_get_indexdef(c.oid) as text
from pg_index i join pg_class c on c.oid = i.indexrelid
where i.indrelid = 'organizations'::regclass and not exists (select from pg_constraint where conindid = c.oid)`,
  );
  await db.script(indexes.map(({ name }) => `drop index ${name}`).join(';'));
  await db.script(ownersSql(size));
  await db.script(organizationsSql);
  const rebuild = indexes.map(({ text }) => text).join(';');
  await db.script(`set maintenance_work_mem = '1GB'; ${rebuild}; reset maintenance_work_mem`);
  await db.script(customersSql(size));
  await db.script('vacuum analyze organizations');
  await db.script('vacuum analyze users');
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
