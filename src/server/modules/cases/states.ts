import { caseReopenDays } from '../../../contract/cases.ts';
import type { AppContext } from '../../app-context.ts';
import { stateRefused } from '../../commerce/refusals.ts';
import type { CaseRow } from './records.ts';
import type { Side } from './side.ts';

type Settled = Pick<CaseRow, 'settled_at'>;

/** Whether something can still be said in a case: while it is open, and for some days after it was settled. */
export function takesReplies({ settled_at }: Settled, now: Date): boolean {
  return settled_at === null || now.getTime() <= settled_at.getTime() + caseReopenDays * 86_400_000;
}

/** Refuses 409 what would reopen a case that was settled too long ago. */
export function requireTakesReplies(permission: 'cases.reply', record: CaseRow, now: Date): void {
  if (takesReplies(record, now)) return;
  throw stateRefused(
    permission,
    record,
    `The case was ${record.status} more than ${caseReopenDays} days ago. Open a new one and mention ${record.number}.`,
  );
}

/** Nor is a case opened again of an organization that is closed: its people can not read the answer. */
export async function requireReopens(
  { db }: Pick<AppContext, 'db'>,
  permission: 'cases.reply',
  record: CaseRow,
): Promise<void> {
  if (record.settled_at === null) return;
  const { status } = await db.q
    .selectFrom('organizations')
    .select('status')
    .where('id', '=', record.organization_id)
    .forShare()
    .executeTakeFirstOrThrow();
  if (status === 'closed') throw stateRefused(permission, record, 'The organization of this case is closed.');
}

/** What a case waits for once somebody has replied. */
export function statusAfterReply(side: Side, resolve: boolean): CaseRow['status'] {
  if (resolve) return 'resolved';
  return side === 'asks' ? 'open' : 'waiting_on_customer';
}

/** The columns of a status: only what is settled says since when. */
export function statusColumns(status: CaseRow['status'], now: Date) {
  const settled = status === 'resolved' || status === 'closed';
  return { status, settled_at: settled ? now : null };
}

/** The change of status as the history tells of it; nothing when it stays. */
export function statusChange({ status }: CaseRow, to: CaseRow['status']) {
  return status === to ? [] : [{ field: 'status', from: status, to }];
}
