import type { z } from 'zod';
import { hasGrant } from '../../../access/grants.ts';
import { groupOf, type Permission, resourceKeys } from '../../../catalog/catalog.ts';
import type { userRoutes } from '../../../contract/users.ts';
import type { AppContext } from '../../app-context.ts';
import { missing } from '../../http/problem.ts';
import { loadPeople, type SessionSubject } from '../../http/session-subject.ts';
import { accessOf } from '../session/own-access.ts';
import type { UserRow } from './records.ts';

type Answer = z.output<(typeof userRoutes)['GET /users/:id/access']['output']>;

/**
 * What another person finds when they sign in, for whoever helps them: their own access, less the resources that the
 * reader does not view. How many those are is told, not which.
 */
export async function seenAccess(app: AppContext, subject: SessionSubject, record: UserRow): Promise<Answer> {
  const person = (await loadPeople(app.db, [record.id], subject.now)).get(record.id);
  if (!person) missing();
  const access = accessOf(person);
  const held = resourceKeys.flatMap((key) => {
    const one = access.resources[key];
    return one && one.level !== 'none' ? [{ key, one }] : [];
  });
  const seen = held.filter(({ key }) => hasGrant(subject.grants, `${key}.view` as Permission));
  const groups = new Set<string>(seen.map(({ key }) => groupOf(key)));
  return {
    ...access,
    status: record.status,
    groups: [...groups],
    resources: Object.fromEntries(seen.map(({ key, one }) => [key, one])),
    withheld: held.length - seen.length,
  };
}
