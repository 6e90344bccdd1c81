import { hasGrant } from '../../access/grants.ts';
import { visible } from '../../access/subject.ts';
import { Parameters, ruleToSql } from '../../access/to-sql.ts';
import { resourceSpec } from '../../catalog/catalog.ts';
import { organizationResources } from '../../catalog/record-resources.ts';
import { type LogRow, toldEntries } from '../audit/told-entries.ts';
import { behindFence } from '../db/behind-fence.ts';
import { cursorOf, readCursor } from '../db/cursor.ts';
import type { Database } from '../db/database.ts';
import type { SessionSubject } from '../http/session-subject.ts';

/** Whose records can stand in the story of an organization. */
type Told = (typeof organizationResources)[number];

interface Asked {
  readonly organizationId: string;
  readonly kind?: Told | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

interface TimelineRow extends LogRow {
  readonly item_type: Told;
  readonly record_id: string;
  readonly record_label: string;
}

/**
 * What happened to an organization and to all of its records that the reader may view now, newest first. One branch per
 * kind of record, each behind the predicate of its list and with an index of its own; what cannot be opened is not told of.
 */
export async function timelineOf(db: Database, subject: SessionSubject, asked: Asked) {
  const statement = timelineStatement(subject, asked);
  const found =
    statement === null
      ? []
      : await behindFence(db, subject, () => db.raw<TimelineRow>(statement.text, statement.values));
  const rows = found.slice(0, asked.limit);
  const last = rows.at(-1);
  const entries = await toldEntries(db, subject, rows);
  return {
    items: rows.flatMap(({ item_type: resource, record_id, record_label }, at) => {
      const entry = entries[at];
      return entry ? [{ ...entry, resource, record: { id: record_id, name: record_label } }] : [];
    }),
    next: found.length > asked.limit && last ? cursorOf('-at', last.at.toISOString(), last.id) : null,
  };
}

/** Null when no list of records is open to the reader. */
export function timelineStatement(subject: SessionSubject, { organizationId, kind, limit, after }: Asked) {
  const parameters = new Parameters();
  const whose = parameters.add(organizationId);
  const place = after === undefined ? null : readCursor(after, '-at', 'timestamptz');
  const from = place
    ? ` and (a.at, a.id) < (${parameters.add(place.value)}::timestamptz, ${parameters.add(place.id)}::uuid)`
    : '';
  const most = parameters.add(limit + 1);
  const outcome = hasGrant(subject.grants, 'audit_log.view') ? '' : ` and a.outcome = 'allowed'`;
  const branches = organizationResources
    .filter((resource) => kind === undefined || resource === kind)
    .map((resource) => ({ resource, rule: visible(subject, resource).rule }))
    .filter(({ rule }) => rule.kind !== 'never')
    .map(
      ({
        resource,
        rule,
      }) => `(select a.id, a.at, a.actor_id, a.actor_name, a.subject_id, a.subject_name, a.item_type, a.action, a.outcome, a.changes,
  r.id as record_id, ${labelSql(resource)} as record_label, to_jsonb(r) ->> 'currency' as currency
from audit_log a join ${resource} r on r.id = a.item_id
where a.organization_id = ${whose} and a.item_type = '${resource}' and a.action not like 'session.%'
  and ${ruleToSql(rule, parameters, 'r')}${outcome}${from}
order by a.at desc, a.id desc limit ${most})`,
    );
  if (branches.length === 0) return null;
  const text = `select * from (${branches.join('\nunion all\n')}) merged order by at desc, id desc limit ${most}`;
  return { text, values: parameters.values };
}

function labelSql(resource: Told): string {
  const { called = ['name'] } = resourceSpec(resource);
  return `concat_ws(' ', ${called.map((column) => `r.${column}`).join(', ')})`;
}
