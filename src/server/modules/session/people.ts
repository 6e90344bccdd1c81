import type { AppContext } from '../../app-context.ts';
import type { Row } from '../../db/tables.ts';

export type Person = Row<'users'>;

export async function findByEmail(app: AppContext, email: string): Promise<Person | undefined> {
  const [found] = await app.db.raw<Person>('select * from users where lower(email) = lower($1)', [
    email.trim().toLowerCase(),
  ]);
  return found;
}

export async function findPerson(app: AppContext, id: string): Promise<Person | undefined> {
  return app.db.q.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The person, kept from changing until the transaction ends. */
export async function lockPerson(app: AppContext, id: string | null): Promise<Person | undefined> {
  if (id === null) return undefined;
  return app.db.q.selectFrom('users').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Who did it, for audit rows of people who are not signed in. */
export function actorOf(person: Person) {
  return { id: person.id, name: `${person.first_name} ${person.last_name}` };
}

/** The audit row's item when the item is the person's own account. */
export function accountOf(person: Person) {
  return { itemType: 'users', itemId: person.id, itemLabel: person.email };
}
