import { type Subject, visible } from '../../../access/subject.ts';
import type { dashboardRoutes } from '../../../contract/dashboard/dashboard.ts';
import type { AppContext } from '../../app-context.ts';
import { behindFence } from '../../db/behind-fence.ts';
import type { Database } from '../../db/database.ts';
import type { Handlers } from '../../http/handlers.ts';
import { calendarFor } from '../../records/asked-today.ts';
import { type BlockLists, blocksFor, type Counting, countBlock } from './blocks.ts';
import { movementsVisible, trendBack } from './mrr-trend.ts';

export function dashboardHandlers({ db }: AppContext, lists: BlockLists): Handlers<typeof dashboardRoutes> {
  return {
    'GET /dashboard': async ({ subject }) =>
      dashboardOf(db, subject, { lists, calendar: await calendarFor(db, subject) }),
  };
}

/** What one person's dashboard says on a day. */
export async function dashboardOf(db: Database, subject: Subject, asked: Counting) {
  const { today } = asked.calendar;
  const counted = await behindFence(db, subject, () =>
    Promise.all(blocksFor(subject).map((block) => countBlock(db, subject, block, asked))),
  );
  const revenue = counted.find(({ key }) => key === 'recurring_revenue')?.figures[0];
  if (!revenue) return { today, blocks: counted };
  const moved = await movementsVisible(db, visible(subject, 'subscriptions'), today);
  return { today, blocks: counted, mrr_trend: trendBack(revenue.amounts, moved, today) };
}
