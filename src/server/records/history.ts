import { hasGrant } from '../../access/grants.ts';
import { type LogRow, toldEntries } from '../audit/told-entries.ts';
import type { Database } from '../db/database.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import type { Stored } from './define-records.ts';

interface About {
  readonly resource: Stored;
  readonly id: string;
  readonly currency: string | null;
}

/** The log of one record, newest first; refusals only for those who read the audit log anyway. */
export async function historyOf(db: Database, subject: SessionSubject, { resource, id, currency }: About) {
  const entries = db.q
    .selectFrom('audit_log')
    .select([
      'id',
      'at',
      'actor_id',
      'actor_name',
      'subject_id',
      'subject_name',
      'item_type',
      'action',
      'outcome',
      'changes',
    ])
    .where('item_type', '=', resource)
    .where('item_id', '=', id);
  const shown = hasGrant(subject.grants, 'audit_log.view')
    ? entries
    : entries.where('outcome', '=', 'allowed');
  const rows = await shown.orderBy('at', 'desc').orderBy('id', 'desc').limit(200).execute();
  const told = rows.map((row): LogRow => ({ ...row, currency }));
  return { items: await toldEntries(db, subject, told) };
}
