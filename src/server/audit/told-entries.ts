import type { FieldChange } from '../db/columns.ts';
import type { Database } from '../db/database.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { withNames } from './names-in-changes.ts';
import { actorsFor } from './told-actors.ts';
import { toldChanges } from './told-changes.ts';

/** An entry of the log as it is read for the page of a record. */
export interface LogRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly subject_id: string | null;
  /** As whom, inside of a log in as. */
  readonly subject_name: string | null;
  readonly item_type: string;
  readonly action: string;
  readonly outcome: 'allowed' | 'refused';
  readonly changes: readonly FieldChange[];
  readonly currency: string | null;
}

const nobody = { actor_id: null, actor_name: '' };

/** Entries of the log as their reader may know them: names, amounts, and changes of what the records show. */
export async function toldEntries<E extends LogRow>(
  db: Database,
  subject: SessionSubject,
  rows: readonly E[],
) {
  const actorOf = await actorsFor(db, subject, rows);
  const as = rows.map((row) => ({ actor_id: row.subject_id, actor_name: row.subject_name ?? '' }));
  const subjectOf = await actorsFor(db, subject, as);
  const told = rows.map((row, at) => ({
    id: row.id,
    at: row.at.toISOString(),
    actor_name: actorOf(row),
    subject_name: row.subject_name === null ? null : subjectOf(as[at] ?? nobody),
    action: row.action,
    outcome: row.outcome,
    changes: toldChanges(subject, row),
  }));
  return withNames(db, subject, told);
}
