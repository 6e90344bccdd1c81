import type { AppContext } from '../app-context.ts';

const keptMs = 90 * 24 * 3_600_000;

/** Forgets what people were told of long ago; the number of notifications. */
export async function purgeNotifications({ db, clock }: AppContext): Promise<number> {
  const gone = await db.q
    .deleteFrom('notifications')
    .where('at', '<', new Date(clock().getTime() - keptMs))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
