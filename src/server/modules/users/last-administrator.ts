import type { Database } from '../../db/database.ts';
import { Problem } from '../../http/problem.ts';
import { lockGlobalAdministrators } from './repository.ts';

/** Undoes the change that came before when nobody is left who can always put things right. */
export async function requireGlobalAdministrator(db: Database): Promise<void> {
  if ((await lockGlobalAdministrators(db)) === 0) throw new Problem('users/last-global-administrator');
}
