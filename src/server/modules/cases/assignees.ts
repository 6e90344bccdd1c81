import { sql } from 'kysely';
import type { z } from 'zod';
import { hasGrant } from '../../../access/grants.ts';
import { roles } from '../../../catalog/roles.ts';
import type { caseRoutes } from '../../../contract/cases.ts';
import type { AppContext } from '../../app-context.ts';
import type { Database } from '../../db/database.ts';
import { loadPeople, type SessionSubject } from '../../http/session-subject.ts';
import { offer, staffNamed } from '../../records/offer.ts';
import { staff } from './assignment.ts';

type Route = (typeof caseRoutes)['GET /cases/assignees'];
type Offer = z.output<Route['output']>;

interface Colleague {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
}

/** So many people's rights are looked at together where few of them open cases. */
const most = 1000;

/**
 * The people whom the reader may assign cases to, as far as they match: active, and with a profile that opens cases.
 * What a profile grants is no column, so the search goes on until the page is full or the people end.
 */
export async function assigneesFor(
  { db, clock }: AppContext,
  subject: SessionSubject,
  { q, limit }: z.output<Route['query']>,
): Promise<Offer> {
  const found: Offer['items'] = [];
  let last: Colleague | undefined;
  for (let size = limit + 1; found.length <= limit; size = Math.min(2 * size, most)) {
    const some = await colleaguesAfter(db, subject, { q, limit: size }, last);
    const people = await loadPeople(
      db,
      some.map(({ id }) => id),
      clock(),
    );
    for (const { id } of some) {
      const person = people.get(id);
      if (person && hasGrant(person.grants, 'cases.view')) found.push({ id, name: person.name });
    }
    last = some.at(-1);
    if (some.length < size) break;
  }
  return offer(found, limit);
}

/** Active colleagues by name, from behind the last that was looked at. */
function colleaguesAfter(
  db: Database,
  subject: SessionSubject,
  asked: Parameters<typeof staffNamed>[2],
  last: Colleague | undefined,
): Promise<Colleague[]> {
  const active = staffNamed(db, subject, asked).where('status', '=', 'active');
  const colleagues =
    roles[subject.grants.role].type === 'partner'
      ? active.where('partner_id', '=', subject.partnerId).where('role_type', '=', 'partner')
      : active.where('role_type', 'in', staff);
  if (!last) return colleagues.execute();
  const place = sql`(${last.last_name}, ${last.first_name}, ${last.id}::uuid)`;
  return colleagues.where(sql<boolean>`(last_name, first_name, id) > ${place}`).execute();
}
