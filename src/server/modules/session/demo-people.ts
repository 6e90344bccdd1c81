import { roleKeys } from '../../../catalog/roles.ts';
import type { AppContext } from '../../app-context.ts';
import { missing } from '../../http/problem.ts';
import { labelOf } from './own-details.ts';
import { demoDomain } from './sign-in.ts';

/** The people that a demo offers to sign in as, the widest role first. */
export async function demoPeople(app: AppContext) {
  if (!app.config.demo) missing();
  const people = await app.db.q
    .selectFrom('users')
    .innerJoin('profiles', 'profiles.id', 'users.profile_id')
    .select(['users.email', 'users.first_name', 'users.last_name', 'users.role', 'profiles.name as profile'])
    .where('users.status', '=', 'active')
    .where('users.email', 'like', `%${demoDomain}`)
    .orderBy('users.created_at')
    .orderBy('users.id')
    .execute();
  const items = people.map(({ first_name, last_name, ...person }) => ({
    ...person,
    name: `${first_name} ${last_name}`,
    role_label: labelOf(person.role),
  }));
  return items.sort((one, other) => roleKeys.indexOf(other.role) - roleKeys.indexOf(one.role));
}
