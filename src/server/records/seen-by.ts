import { decide } from '../../access/decide.ts';
import type { Row } from '../../access/holds.ts';
import { type Visible, visible, visibleToBoth } from '../../access/subject.ts';
import type { ResourceKey } from '../../catalog/catalog.ts';
import type { Database } from '../db/database.ts';
import { invalid } from '../http/problem.ts';
import { loadPeople, type SessionSubject } from '../http/session-subject.ts';

/** What the reader may view, narrowed to what the person of `seen_by` sees too, where the request names one. */
export async function visibleAsAsked<R extends ResourceKey>(
  db: Database,
  subject: SessionSubject,
  resource: R,
  { seen_by }: { readonly [name: string]: unknown },
): Promise<Visible<R>> {
  if (typeof seen_by !== 'string') return visible(subject, resource);
  const [row] = await db.raw<Row>('select * from users where id = $1', [seen_by]);
  const seen = row && decide(subject, 'users.view', row).allowed;
  const person = seen ? (await loadPeople(db, [seen_by], subject.now)).get(seen_by) : undefined;
  // Somebody out of sight is refused exactly as somebody who does not exist.
  if (!person) throw invalid('seen_by', 'There is no such user', 'missing');
  return visibleToBoth(subject, person, resource);
}
