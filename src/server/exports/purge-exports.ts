import type { AppContext } from '../app-context.ts';
import { keptMs } from './limits.ts';

/** Deletes exports, with their files, a day after they ended; those that never did, a day after they were asked for. */
export async function purgeExports({ db, clock }: AppContext): Promise<number> {
  const before = new Date(clock().getTime() - keptMs);
  const gone = await db.raw(
    'delete from exports where created_at < $1 and coalesce(finished_at, beat_at) < $1 returning 1',
    [before],
  );
  return gone.length;
}
