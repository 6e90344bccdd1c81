import type { Database } from '../db/database.ts';

/** The people of each of some organizations: a customer's users, a partner's own. One question for all of them. */
export async function membersOf(
  db: Database,
  organizations: readonly string[],
): Promise<(organizationId: string) => readonly string[]> {
  const rows = await db.raw<{ id: string; whose: string }>(
    `select id, organization_id as whose from users where organization_id = any($1::uuid[]) and status = 'active'
union all
select id, partner_id as whose from users
where partner_id = any($1::uuid[]) and role_type = 'partner' and status = 'active'`,
    [[...new Set(organizations)]],
  );
  const known = Map.groupBy(rows, ({ whose }) => whose);
  return (organizationId) => (known.get(organizationId) ?? []).map(({ id }) => id);
}
