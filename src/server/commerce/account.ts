import { decide } from '../../access/decide.ts';
import { type Permission, permissionSpec } from '../../catalog/catalog.ts';
import { roles } from '../../catalog/roles.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import { invalid } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';

export type Account = Row<'organizations'>;

/**
 * Holds organizations until the transaction ends. Whoever writes money of an organization does this before the first
 * write: its balances change with every invoice and credit.
 */
export async function lockAccounts(db: Database, ids: readonly string[]): Promise<Map<string, Account>> {
  if (ids.length === 0) return new Map();
  const rows = await db.q
    .selectFrom('organizations')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** One organization that is known to exist, held. */
export async function lockAccount(db: Database, id: string): Promise<Account> {
  const account = (await lockAccounts(db, [id])).get(id);
  if (account === undefined) throw new Error(`There is no organization ${id}`);
  return account;
}

/**
 * The organization that somebody adds a record to, held: they may view it, and may use the permission's level on what
 * stands in its place. Refuses `organization_id` of the body, for hidden and missing ones alike.
 */
export async function accountFor(
  app: AppContext,
  subject: SessionSubject,
  id: string,
  permission: Permission,
): Promise<Account> {
  return requireAccount(subject, (await lockAccounts(app.db, [id])).get(id), permission);
}

/** The same for one of many organizations that the caller holds already. */
export function requireAccount(
  subject: SessionSubject,
  account: Account | undefined,
  permission: Permission,
): Account {
  if (!account || !mayAddTo(subject, account, permission))
    throw invalid('organization_id', 'There is no such organization');
  if (account.status === 'closed') throw invalid('organization_id', 'The organization is closed');
  return account;
}

function mayAddTo(subject: SessionSubject, account: Account, permission: Permission): boolean {
  const { resource, needs } = permissionSpec(permission);
  const level = `${resource}.${needs}` as Permission;
  // To look after an account is to have added it or to be assigned to it, not to add a debt to it. Customers have but one.
  const own = roles[subject.grants.role].type === 'customer';
  const created_by = own ? subject.userId : account.created_by;
  const place = { ...account, organization_id: account.id, created_by };
  return decide(subject, 'organizations.view', account).allowed && decide(subject, level, place).allowed;
}
