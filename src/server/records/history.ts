import { decide } from '../../access/decide.ts';
import { hasGrant } from '../../access/grants.ts';
import type { Row as AnyRow } from '../../access/holds.ts';
import { type LogRow, toldEntries } from '../audit/told-entries.ts';
import type { Database } from '../db/database.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import type { Stored } from './define-records.ts';

interface About {
  readonly resource: Stored;
  readonly record: AnyRow & { readonly id: string };
  readonly currency: string | null;
}

/** When somebody signed in, or changed a password or an address, is for them and for those who look after them. */
function readsSessions(subject: SessionSubject, { resource, record }: About): boolean {
  return (
    resource !== 'users' || record.id === subject.userId || decide(subject, 'users.edit', record).allowed
  );
}

/** The log of one record, newest first; refusals only for those who read the audit log anyway. */
export async function historyOf(db: Database, subject: SessionSubject, about: About) {
  const { resource, record, currency } = about;
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
    .where('item_id', '=', record.id);
  const readsLog = hasGrant(subject.grants, 'audit_log.view');
  const told = readsLog ? entries : entries.where('outcome', '=', 'allowed');
  const shown =
    readsLog || readsSessions(subject, about) ? told : told.where('action', 'not like', 'session.%');
  const rows = await shown.orderBy('at', 'desc').orderBy('id', 'desc').limit(200).execute();
  const items = rows.map((row): LogRow => ({ ...row, currency }));
  return { items: await toldEntries(db, subject, items) };
}
