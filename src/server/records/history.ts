import { hasGrant } from '../../access/grants.ts';
import { seesSellerFigures, sellerFigures } from '../../catalog/roles.ts';
import { withNames } from '../audit/names-in-changes.ts';
import type { FieldChange } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import type { Stored } from './define-records.ts';

/** The log of one record, newest first; refusals only for those who read the audit log anyway. */
export async function historyOf(
  db: Database,
  subject: SessionSubject,
  { resource, id }: { resource: Stored; id: string },
) {
  const entries = db.q
    .selectFrom('audit_log')
    .select(['id', 'at', 'actor_name', 'action', 'outcome', 'changes'])
    .where('item_type', '=', resource)
    .where('item_id', '=', id);
  const shown = hasGrant(subject.grants, 'audit_log.view')
    ? entries
    : entries.where('outcome', '=', 'allowed');
  const rows = await shown.orderBy('at', 'desc').orderBy('id', 'desc').limit(200).execute();
  const items = rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    changes: changesFor(subject, row.changes),
  }));
  return { items: await withNames(db, subject, items) };
}

function changesFor({ grants }: SessionSubject, changes: FieldChange[]): FieldChange[] {
  if (seesSellerFigures(grants.role)) return changes;
  const withheld: readonly string[] = sellerFigures;
  return changes.filter(({ field }) => !withheld.includes(field));
}
