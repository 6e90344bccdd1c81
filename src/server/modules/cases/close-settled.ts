import { caseReopenDays } from '../../../contract/cases.ts';
import type { AppContext } from '../../app-context.ts';
import { auditAll } from '../../audit/audit.ts';

const atOnce = 500;

/** It keeps the time of its last change: nobody did anything, and a list by that time must not begin with old cases. */
const closeText = `update cases set status = 'closed', version = version + 1 where id in (
  select id from cases where status = 'resolved' and settled_at < $1
  order by settled_at, id limit ${atOnce} for update skip locked)
returning id, number`;

/** Closes cases that were resolved too long ago to be reopened; how many. */
export async function closeSettledCases(app: AppContext, signal: AbortSignal): Promise<number> {
  let closed = 0;
  for (;;) {
    signal.throwIfAborted();
    const some = await app.db.transaction(() => closeSome(app));
    closed += some;
    if (some < atOnce) return closed;
  }
}

async function closeSome({ db, clock }: AppContext): Promise<number> {
  const before = new Date(clock().getTime() - caseReopenDays * 86_400_000);
  const rows = await db.raw<{ id: string; number: string }>(closeText, [before]);
  await auditAll(
    db,
    rows.map(({ id, number }) => ({
      action: 'cases.close',
      itemType: 'cases',
      itemId: id,
      itemLabel: number,
      changes: [{ field: 'status', from: 'resolved', to: 'closed' }],
    })),
  );
  return rows.length;
}
