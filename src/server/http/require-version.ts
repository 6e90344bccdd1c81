import type { Row } from '../../access/holds.ts';
import type { Database } from '../db/database.ts';
import { Problem } from './problem.ts';

/**
 * Refuses a change that was made from an older version, naming what changed in between and by whom.
 * What there is only one of has no id in the log, and is found by its type.
 */
export async function requireVersion(
  db: Database,
  record: Row,
  ifMatch: number | null,
  itemType: string | null = null,
): Promise<void> {
  if (record.version === ifMatch) return;
  const behind = Math.min(20, Math.max(1, Number(record.version) - (ifMatch ?? 0)));
  const since = await db.q
    .selectFrom('audit_log')
    .select(['actor_name', 'changes', 'at'])
    .where((entry) =>
      itemType === null ? entry('item_id', '=', String(record.id)) : entry('item_type', '=', itemType),
    )
    .where('outcome', '=', 'allowed')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(behind)
    .execute();
  const fields = [...new Set(since.flatMap((entry) => entry.changes.map((change) => change.field)))];
  const people = [...new Set(since.map((entry) => entry.actor_name))];
  throw new Problem('request/version-moved', {
    detail:
      fields.length > 0
        ? `${people.join(' and ')} changed ${fields.map(inWords).join(', ')} in the meantime.`
        : 'It was changed in the meantime.',
    fields: fields.map((field) => ({ field, code: 'changed', message: 'Changed in the meantime' })),
    extra: { current_version: record.version },
  });
}

/** `billing_city` and `contacts.level` as a person would say them. */
function inWords(field: string): string {
  return field.replaceAll(/[._]/g, ' ');
}
