import { visible } from '../../../access/subject.ts';
import type { dashboardRoutes } from '../../../contract/dashboard/dashboard.ts';
import type { AppContext } from '../../app-context.ts';
import { behindFence } from '../../db/behind-fence.ts';
import type { Database } from '../../db/database.ts';
import type { Handlers } from '../../http/handlers.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { calendarFor } from '../../records/asked-today.ts';
import { type BlockLists, blocksFor, type CountedBlock, type Counting, countBlock } from './blocks.ts';
import { movementsVisible, trendBack } from './mrr-trend.ts';
import { nextCharges } from './next-charges.ts';

export function dashboardHandlers({ db }: AppContext, lists: BlockLists): Handlers<typeof dashboardRoutes> {
  return {
    'GET /dashboard': async ({ subject }) =>
      dashboardOf(db, subject, { lists, calendar: await calendarFor(db, subject) }),
  };
}

/** What one person's dashboard says on a day: what their profile does not open is not in it. */
export async function dashboardOf(db: Database, subject: SessionSubject, asked: Counting) {
  const blocks = await behindFence(db, subject, () =>
    Promise.all(blocksFor(subject).map((block) => countBlock(db, subject, block, asked))),
  );
  return {
    today: asked.calendar.today,
    blocks,
    ...(await trendOf(db, subject, blocks, asked)),
    ...(await chargesOf(db, subject, blocks, asked)),
  };
}

/** The figure of a block that was counted, so that who sees no such block is told nothing beside it either. */
function figureOf(blocks: readonly CountedBlock[], wanted: CountedBlock['key']) {
  return blocks.find(({ key }) => key === wanted)?.figures[0];
}

async function trendOf(
  db: Database,
  subject: SessionSubject,
  blocks: readonly CountedBlock[],
  { calendar: { today } }: Counting,
) {
  const now = figureOf(blocks, 'recurring_revenue');
  if (!now) return {};
  const moved = await movementsVisible(db, visible(subject, 'subscriptions'), today);
  return { mrr_trend: trendBack(now.amounts, moved, today) };
}

async function chargesOf(
  db: Database,
  subject: SessionSubject,
  blocks: readonly CountedBlock[],
  { calendar }: Counting,
) {
  const coming = figureOf(blocks, 'charges');
  if (!coming) return {};
  return { next_charges: await nextCharges(db, subject, { opens: coming.opens, calendar }) };
}
