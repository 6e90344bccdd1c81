import { sql } from 'kysely';
import { hasGrant } from '../../../access/grants.ts';
import type { Visible } from '../../../access/subject.ts';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import type { NewRow, Row, RowChanges } from '../../db/tables.ts';
import { countVisible, type ListRequest, type ListSpec, listVisible } from '../../db/visible-list.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

export type UserRow = Row<'users'>;

export const userList: ListSpec = {
  table: 'users',
  sorts: {
    created_at: { column: 'created_at', type: 'timestamptz' },
    last_name: { column: 'last_name', type: 'text' },
  },
  filters: {
    role: 'role',
    role_type: 'role_type',
    profile_id: 'profile_id',
    status: 'status',
    organization_id: 'organization_id',
    partner_id: 'partner_id',
  },
};

export function listUsers(db: Database, visible: Visible<'users'>, request: ListRequest) {
  return listVisible<UserRow>(db, visible, userList, request);
}

export function countUsers(
  db: Database,
  visible: Visible<'users'>,
  request: Omit<ListRequest, 'sort' | 'limit' | 'after'>,
) {
  return countVisible(db, visible, userList, request);
}

/** Undefined when the e-mail address is taken, also by a request that runs at this moment. */
export async function insertUser(
  db: Database,
  values: Omit<NewRow<'users'>, 'id'>,
): Promise<UserRow | undefined> {
  return db.q
    .insertInto('users')
    .values({ ...values, id: newId() })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function changeUser(
  db: Database,
  id: string,
  changes: RowChanges<'users'>,
  now: Date,
): Promise<UserRow> {
  return db.q
    .updateTable('users')
    .set((row) => ({ ...changes, updated_at: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Locks, in one order for everybody, the Global Administrators who can sign in; answers how many there are. */
export async function lockGlobalAdministrators(db: Database): Promise<number> {
  const rows = await db.q
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'global_administrator')
    .where('status', '=', 'active')
    .where('password_hash', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.length;
}

/** The log of one user; refusals only for those who read the audit log anyway. */
export async function historyOf(db: Database, subject: SessionSubject, id: string) {
  const entries = db.q
    .selectFrom('audit_log')
    .select(['id', 'at', 'actor_name', 'action', 'outcome', 'changes'])
    .where('item_type', '=', 'users')
    .where('item_id', '=', id);
  const shown = hasGrant(subject.grants, 'audit_log.view')
    ? entries
    : entries.where('outcome', '=', 'allowed');
  const rows = await shown.orderBy('at', 'desc').orderBy('id', 'desc').limit(200).execute();
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
}
