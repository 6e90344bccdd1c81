import { hasGrant } from '../../access/grants.ts';
import { pathOf } from '../../catalog/paths.ts';
import { type ExportableKey, exportableResources } from '../../catalog/record-resources.ts';
import type { ExportRunItem } from '../../contract/export-runs.ts';
import { type RouteKey, routeKeys, routeSpec } from '../../contract/routes.ts';
import type { AppContext } from '../app-context.ts';
import { audit } from '../audit/audit.ts';
import { newId } from '../db/id.ts';
import { requirePermission } from '../http/access-gate.ts';
import { missing, Problem } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { isId, validate } from '../http/validate.ts';
import { keptMs, mostKept, mostUnderWay, silentMs } from './limits.ts';
import { readBy, rightsMoved } from './read-by.ts';
import type { ExportRow } from './run-export.ts';

interface Order {
  readonly resource: ExportableKey;
  readonly query: Readonly<Record<string, string>>;
}

/** Asks for the export of a list; some server writes it after the commit. */
export async function startExport(
  app: AppContext,
  subject: SessionSubject,
  { resource, query }: Order,
): Promise<ExportRunItem> {
  requirePermission(subject, `${resource}.export`);
  const checked = validate(querySchemaOf(resource), query);
  await makeRoom(app, subject);
  const now = app.clock();
  const id = newId();
  await app.db.q
    .insertInto('exports')
    .values({
      id,
      resource,
      query: JSON.stringify(checked),
      created_by: subject.userId,
      created_at: now,
      beat_at: now,
    })
    .execute();
  await app.jobs.enqueue('run_export', { export_id: id });
  await audit(app.db, {
    action: `${resource}.export`,
    itemType: resource,
    itemId: null,
    detail: { query: checked },
  });
  return ownExport(app, subject, id);
}

/** What the export of the list itself takes, so that both mean the same rows. */
function querySchemaOf(resource: ExportableKey) {
  const key = `GET ${pathOf(resource)}/export.csv`;
  const route = routeKeys.find((known): known is RouteKey => known === key);
  if (!route) throw new Error(`There is no ${key}`);
  return routeSpec(route).query;
}

/** A few under way, a few kept: the oldest that are over go. The person is held, so that two requests count as two. */
async function makeRoom({ db }: AppContext, { userId }: SessionSubject): Promise<void> {
  await db.raw('select 1 from users where id = $1 for update', [userId]);
  const own = await db.q
    .selectFrom('exports')
    .select(['id', 'status'])
    .where('created_by', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const underWay = own.filter(({ status }) => status === 'waiting' || status === 'running');
  if (underWay.length >= mostUnderWay) {
    throw new Problem('exports/too-many', { detail: 'Wait for one to end, or cancel one.' });
  }
  const gone = own.filter((one) => !underWay.includes(one)).slice(mostKept - underWay.length - 1);
  if (gone.length === 0) return;
  await db.q
    .deleteFrom('exports')
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute();
}

const ownText = `select * from exports where created_by = $1 and resource = any($2::text[])
and coalesce(finished_at, beat_at) > $3`;

function exportable(subject: SessionSubject): ExportableKey[] {
  return exportableResources.filter((one) => hasGrant(subject.grants, `${one}.export`));
}

function parametersOf({ clock }: AppContext, subject: SessionSubject): unknown[] {
  return [subject.userId, exportable(subject), new Date(clock().getTime() - keptMs)];
}

/** The reader's own exports, of what they may still export, newest first. */
export async function ownExports(app: AppContext, subject: SessionSubject): Promise<ExportRunItem[]> {
  const rows = await app.db.raw<ExportRow>(
    `${ownText} order by created_at desc, id desc`,
    parametersOf(app, subject),
  );
  return rows.map((row) => shape(app, subject, row));
}

/** One of them. Somebody else's is missing, like one that never was. */
export async function ownExport(
  app: AppContext,
  subject: SessionSubject,
  id: string,
): Promise<ExportRunItem> {
  if (!isId(id)) missing();
  const [row] = await app.db.raw<ExportRow>(`${ownText} and id = $4`, [...parametersOf(app, subject), id]);
  return row ? shape(app, subject, row) : missing();
}

/** Stops an export; a server that writes it finds out at the next page. */
export async function cancelExport(
  app: AppContext,
  subject: SessionSubject,
  id: string,
): Promise<ExportRunItem> {
  const { state } = await ownExport(app, subject, id);
  const [stopped] = await app.db.raw(
    `update exports set status = 'cancelled', finished_at = $2
where id = $1 and status in ('waiting', 'running') returning 1`,
    [id, app.clock()],
  );
  if (!stopped || state === 'failed') {
    throw new Problem('record/state', { detail: 'This export is over already.' });
  }
  await app.db.q.deleteFrom('export_parts').where('export_id', '=', id).execute();
  return ownExport(app, subject, id);
}

const beatMs = 60_000;

function shape({ clock }: AppContext, subject: SessionSubject, row: ExportRow): ExportRunItem {
  const silentFor = clock().getTime() - row.beat_at.getTime();
  const open = row.status === 'waiting' || row.status === 'running';
  const broken = failureNow(subject, row, open && silentFor > silentMs);
  const { sort: _sort, ...filters } = row.query;
  return {
    id: row.id,
    resource: row.resource,
    filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(value)])),
    state: broken ? 'failed' : row.status === 'running' && silentFor > beatMs ? 'waiting' : row.status,
    rows: row.row_count,
    total: row.total_count,
    bytes: row.byte_count,
    reason: broken ?? row.reason,
    started_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
    kept_until:
      row.status === 'done' && !broken && row.finished_at
        ? new Date(row.finished_at.getTime() + keptMs).toISOString()
        : null,
  };
}

/** Why it is over although nobody wrote that down. */
function failureNow(subject: SessionSubject, row: ExportRow, givenUp: boolean): string | null {
  if (givenUp) return 'It was broken off. Start it again.';
  const moved = row.status === 'done' && row.read_by !== readBy(subject, row.resource);
  return moved ? rightsMoved : null;
}
