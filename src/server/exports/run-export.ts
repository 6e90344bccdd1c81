import { hasGrant } from '../../access/grants.ts';
import { resourceSpec } from '../../catalog/catalog.ts';
import type { ExportableKey } from '../../catalog/record-resources.ts';
import type { AppContext } from '../app-context.ts';
import { csvLines } from '../csv.ts';
import type { Row } from '../db/tables.ts';
import { loadPerson } from '../http/person-subject.ts';
import { Problem } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import type { JobCounts } from '../jobs/define-job.ts';
import { exporters } from './exporters.ts';
import { largestFile, mostTries, turnMs } from './limits.ts';
import { readBy, rightsMoved } from './read-by.ts';
import { tellExport } from './tell-export.ts';

export type ExportRow = Row<'exports'> & { readonly resource: ExportableKey };

/**
 * Writes an export from where it stands: each page, its place and the count in one transaction that holds the export, so
 * that it may be cut off anywhere and two servers may have it. After a while the next one gets its turn.
 */
export async function runExport(app: AppContext, id: string, signal: AbortSignal): Promise<JobCounts> {
  const began = Date.now();
  let rows = 0;
  if (!(await takeUp(app, id))) return { rows };
  for (;;) {
    signal.throwIfAborted();
    const step = await app.db.transaction(() => writePage(app, id));
    rows += step.rows;
    if (!step.more) return { rows };
    if (Date.now() - began > turnMs) {
      await app.jobs.enqueue('run_export', { export_id: id });
      return { rows };
    }
  }
}

/** False when there is nothing to do any more. What was cut off again and again is not tried for ever. */
async function takeUp(app: AppContext, id: string): Promise<boolean> {
  return app.db.transaction(async () => {
    const row = await held(app, id);
    if (!row) return false;
    if (row.tries >= mostTries) {
      await fail(app, row, 'It was broken off too often. Try again, or narrow the list with filters.');
      return false;
    }
    await change(app, id, { status: 'running', tries: row.tries + 1, beat_at: app.clock() });
    return true;
  });
}

async function held({ db }: AppContext, id: string): Promise<ExportRow | undefined> {
  const [row] = await db.raw<ExportRow>(
    `select * from exports where id = $1 and status in ('waiting', 'running') for update`,
    [id],
  );
  return row;
}

interface Step {
  readonly rows: number;
  readonly more: boolean;
}

const over: Step = { rows: 0, more: false };

async function writePage(app: AppContext, id: string): Promise<Step> {
  const row = await held(app, id);
  if (!row) return over;
  const maker = await loadPerson(app.db, row.created_by, app.clock());
  const refused = refusedFor(maker, row.resource);
  if (maker === null || refused !== null) {
    await fail(app, row, refused ?? '');
    return over;
  }
  const read_by = readBy(maker, row.resource);
  if (row.part_count > 0 && row.read_by !== read_by) {
    await fail(app, row, rightsMoved);
    return over;
  }
  const page = await readPage(app, maker, row);
  if (typeof page === 'string') {
    await fail(app, row, page);
    return over;
  }
  return keep(app, { ...row, read_by }, page);
}

function refusedFor(maker: SessionSubject | null, resource: ExportableKey): string | null {
  if (maker === null) return 'Your account was not active any more.';
  if (hasGrant(maker.grants, `${resource}.export`)) return null;
  return `Your profile no longer lets you export ${resourceSpec(resource).label.toLowerCase()}.`;
}

interface Page {
  /** How many there will be, as the first page found them; null for very many. */
  readonly total: number | null;
  readonly part: Pick<Row<'export_parts'>, 'ids' | 'lines'>;
  readonly next: string | null;
}

/** The next page as text; a sentence when it can not be read as it was asked for. */
async function readPage({ db }: AppContext, maker: SessionSubject, row: ExportRow): Promise<Page | string> {
  const exporter = exporters[row.resource];
  const query = { sort: '', ...row.query };
  const first = row.part_count === 0;
  try {
    const total = first ? await exporter.total(db, maker, query) : row.total_count;
    const { rows, next } = await exporter.page(db, maker, { ...query, after: row.place ?? undefined });
    const lines = rows.map(({ cells }) => csvLines([cells]));
    return { total, part: { ids: rows.map(({ id }) => id), lines }, next };
  } catch (error) {
    if (error instanceof Problem) return `${error.message}.`;
    throw error;
  }
}

async function keep(app: AppContext, row: ExportRow, { total, part, next }: Page): Promise<Step> {
  const rows = part.ids.length;
  const byte_count = row.byte_count + part.lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  if (byte_count > largestFile) {
    await fail(app, row, 'The file would be larger than 100 MB. Narrow the list with filters.');
    return over;
  }
  if (rows > 0) {
    const kept = { export_id: row.id, number: row.part_count, ...part };
    await app.db.q.insertInto('export_parts').values(kept).execute();
  }
  const now = app.clock();
  const done = next === null;
  await change(app, row.id, {
    place: next,
    read_by: row.read_by,
    row_count: row.row_count + rows,
    total_count: total,
    part_count: row.part_count + 1,
    byte_count,
    tries: 0,
    beat_at: now,
    ...(done ? { status: 'done', finished_at: now } : {}),
  });
  if (done) await tellExport(app, row, `${row.row_count + rows} rows are ready to download`);
  return { rows, more: !done };
}

async function fail(app: AppContext, row: ExportRow, reason: string): Promise<void> {
  await app.db.q.deleteFrom('export_parts').where('export_id', '=', row.id).execute();
  await change(app, row.id, { status: 'failed', reason, finished_at: app.clock() });
  await tellExport(app, row, 'it could not be finished');
}

type Changes = Partial<
  Pick<
    Row<'exports'>,
    | 'status'
    | 'tries'
    | 'beat_at'
    | 'place'
    | 'read_by'
    | 'row_count'
    | 'total_count'
    | 'part_count'
    | 'byte_count'
    | 'finished_at'
    | 'reason'
  >
>;

async function change({ db }: AppContext, id: string, changes: Changes): Promise<void> {
  await db.q.updateTable('exports').set(changes).where('id', '=', id).execute();
}
