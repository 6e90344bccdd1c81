import { sql } from 'kysely';
import { cursorOf, readCursor } from '../../db/cursor.ts';
import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';

export type AuditRow = Row<'audit_log'>;

const columns = [
  'actor_id',
  'subject_id',
  'item_type',
  'item_id',
  'action',
  'outcome',
  'decision_id',
  'request_id',
] as const;

type Filters = { readonly [K in (typeof columns)[number]]?: string | undefined } & {
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** One page of the log, newest first. `from` and `to` are calendar dates in UTC, both included. */
export async function listAudit(
  db: Database,
  { limit, after, ...filters }: Filters & { limit: number; after?: string | undefined },
): Promise<{ rows: AuditRow[]; next: string | null }> {
  let query = db.q
    .selectFrom('audit_log')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  for (const column of columns) {
    const value = filters[column];
    if (value !== undefined) query = query.where(sql.ref(column), '=', value);
  }
  if (filters.q) query = query.where(matches(filters.q));
  if (filters.from) query = query.where('at', '>=', new Date(`${filters.from}T00:00:00Z`));
  if (filters.to) query = query.where(sql<boolean>`at < ${filters.to}::date + 1`);
  if (after !== undefined) {
    const { value, id } = readCursor(after, '-at', 'timestamptz');
    query = query.where(sql<boolean>`(at, id) < (${value}::timestamptz, ${id}::uuid)`);
  }
  const found = await query.execute();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > limit && last ? cursorOf('-at', last.at.toISOString(), last.id) : null,
  };
}

function matches(q: string) {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`(folded(item_label) like ${pattern} or folded(actor_name) like ${pattern}
    or folded(subject_name) like ${pattern})`;
}
