import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import type { NewRow } from '../../db/tables.ts';
import type { UserRow } from './records.ts';

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
