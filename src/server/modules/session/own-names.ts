import type { AppContext } from '../../app-context.ts';
import { audit, changesBetween } from '../../audit/audit.ts';
import { missing } from '../../http/problem.ts';
import { accountOf, lockPerson } from './people.ts';

export interface OwnNames {
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
}

/** Changes a person's own names, in the caller's transaction. */
export async function changeOwnNames(app: AppContext, userId: string, wanted: OwnNames): Promise<void> {
  const person = await lockPerson(app, userId);
  if (!person) missing();
  const names = {
    first_name: wanted.first_name ?? person.first_name,
    last_name: wanted.last_name ?? person.last_name,
  };
  const before = { first_name: person.first_name, last_name: person.last_name };
  const changes = changesBetween(before, names);
  if (changes.length === 0) return;
  await app.db.q
    .updateTable('users')
    .set({ ...names, version: person.version + 1, updated_at: app.clock() })
    .where('id', '=', userId)
    .execute();
  await audit(app.db, { action: 'session.names_changed', ...accountOf(person), changes });
}
