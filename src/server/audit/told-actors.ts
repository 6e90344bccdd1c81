import { hasGrant } from '../../access/grants.ts';
import { holds } from '../../access/holds.ts';
import { ruleFor } from '../../access/subject.ts';
import type { Database } from '../db/database.ts';
import type { Row } from '../db/tables.ts';
import type { SessionSubject } from '../http/session-subject.ts';

interface Acted {
  readonly actor_id: string | null;
  readonly actor_name: string;
}

/**
 * Who did it, as its reader may know: by name themselves, those whom they may view, and what Ambit did by itself; of the
 * company's own people only that it was the company.
 */
export async function actorsFor<E extends Acted>(
  db: Database,
  subject: SessionSubject,
  entries: readonly E[],
): Promise<(entry: E) => string> {
  if (hasGrant(subject.grants, 'audit_log.view')) return ({ actor_name }) => actor_name;
  const ids = [...new Set(entries.map(({ actor_id }) => actor_id).filter((id) => id !== null))];
  if (ids.length === 0) return ({ actor_name }) => actor_name;
  const people = await db.raw<Row<'users'>>('select * from users where id = any($1::uuid[])', [ids]);
  const company = await db.q.selectFrom('company_settings').select('name').executeTakeFirstOrThrow();
  const rule = ruleFor(subject, 'users.view');
  const known = new Map(people.map((person) => [person.id, person]));
  return ({ actor_id, actor_name }) => {
    const person = known.get(actor_id ?? '');
    if (actor_id === null || actor_id === subject.userId || (person && holds(rule, { ...person })))
      return actor_name;
    return person?.role_type === 'admin' || person?.role_type === 'csr' ? company.name : 'Somebody else';
  };
}
