import type { AppContext } from '../../app-context.ts';
import { OutOfDate } from '../../db/out-of-date.ts';
import type { SessionSubject } from '../../http/session-subject.ts';

/**
 * Whoever gives rights, or takes them, is weighed with their own. Of two who do so to each other at the same moment each
 * held theirs when their request began: their own row and profile are held as well, so that the second one waits for
 * the first, and begins anew with what is left to them.
 */
export async function holdOwnRights({ db }: Pick<AppContext, 'db'>, subject: SessionSubject): Promise<void> {
  const own = await db.q
    .selectFrom('users')
    .select(['status', 'role', 'profile_id'])
    .where('id', '=', subject.userId)
    .forShare()
    .executeTakeFirst();
  const profile = await db.q
    .selectFrom('profiles')
    .select('version')
    .where('id', '=', subject.profile.id)
    .forShare()
    .executeTakeFirst();
  const unchanged =
    own?.status === 'active' &&
    own.role === subject.grants.role &&
    own.profile_id === subject.profile.id &&
    profile?.version === subject.profile.version;
  if (!unchanged) throw new OutOfDate('Rights that something is weighed with changed meanwhile');
}
