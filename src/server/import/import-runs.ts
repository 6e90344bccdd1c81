import { hasGrant } from '../../access/grants.ts';
import { type Importable, type ImportRunItem, importableResources } from '../../contract/import-runs.ts';
import type { AppContext } from '../app-context.ts';
import type { Row } from '../db/tables.ts';
import { exportPages } from '../http/export-pages.ts';
import { missing } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { isId } from '../http/validate.ts';
import { isWorkedOnHere } from './import-log.ts';
import type { Counts } from './result.ts';

/** Beats come every second; a process that was silent for so long is gone. */
const silence = `interval '60 seconds'`;
const shown = 50;
const page = 1000;

type RunRow = Pick<
  Row<'imports'>,
  | 'id'
  | 'file_name'
  | 'source'
  | 'status'
  | 'row_count'
  | 'done_count'
  | 'reason'
  | 'created_at'
  | 'finished_at'
> & {
  readonly resource: Importable;
  readonly mode: ImportRunItem['mode'];
  readonly result: Counts | null;
  readonly silent: boolean;
  readonly verdicts: boolean;
};

const columns = `id, resource, file_name, source, mode, status, row_count, done_count, result, reason, created_at,
finished_at, beat_at < now() - ${silence} as silent,
exists (select from import_verdicts v where v.import_id = i.id) as verdicts`;

/** The reader's own imports, of what they may still import, newest first. */
export async function ownImports(
  app: AppContext,
  subject: SessionSubject,
  resource: Importable | undefined,
): Promise<ImportRunItem[]> {
  const allowed = importable(subject).filter((one) => resource === undefined || one === resource);
  const rows = await app.db.raw<RunRow>(
    `select ${columns} from imports i where created_by = $1 and resource = any($2::text[])
order by created_at desc, id desc limit ${shown}`,
    [subject.userId, allowed],
  );
  return rows.map((row) => shape(app, row));
}

/** One of them. Somebody else's is missing, like one that never was. */
export async function ownImport(
  app: AppContext,
  subject: SessionSubject,
  id: string,
): Promise<ImportRunItem> {
  if (!isId(id)) missing();
  const [row] = await app.db.raw<RunRow>(
    `select ${columns} from imports i where id = $1 and created_by = $2 and resource = any($3::text[])`,
    [id, subject.userId, importable(subject)],
  );
  return row ? shape(app, row) : missing();
}

function importable(subject: SessionSubject): Importable[] {
  return importableResources.filter((one) => hasGrant(subject.grants, `${one}.import`));
}

/** What became of each row, as CSV; who asks is asked again before each page. */
export async function verdictsFile(
  app: AppContext,
  subject: SessionSubject,
  id: string,
  again: () => Promise<SessionSubject | null>,
): Promise<AsyncIterable<string>> {
  await ownImport(app, subject, id);
  return exportPages({
    columns: ['row', 'result', 'record', 'reasons'],
    again,
    page: async (reader, after) => {
      await ownImport(app, reader, id);
      return verdictsAfter(app, id, Number(after ?? 0));
    },
    cells: ({ row_number, verdict, label, fields }) => [row_number, verdict, label, reasonsOf(fields)],
  });
}

interface VerdictRow {
  readonly row_number: number;
  readonly verdict: string;
  readonly label: string;
  readonly fields: readonly { field: string; message: string }[];
}

async function verdictsAfter({ db }: AppContext, id: string, after: number) {
  const rows = await db.raw<VerdictRow>(
    `select row_number, verdict, label, fields from import_verdicts
where import_id = $1 and row_number > $2 order by row_number limit ${page}`,
    [id, after],
  );
  const last = rows.at(-1);
  return { rows, next: rows.length === page && last ? String(last.row_number) : null };
}

function reasonsOf(fields: VerdictRow['fields']): string {
  return fields.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; ');
}

function shape(app: AppContext, row: RunRow): ImportRunItem {
  const state = stateOf(app, row);
  const undone = state === 'failed' && row.mode === 'all_or_nothing';
  const { create = 0, update = 0, unchanged = 0, refuse = 0 } = (undone ? null : row.result) ?? {};
  return {
    id: row.id,
    resource: row.resource,
    file_name: row.file_name,
    source: row.source,
    mode: row.mode,
    state,
    rows: row.row_count,
    done: undone ? 0 : row.done_count,
    counts: { create, update, unchanged, refuse },
    reason: row.reason,
    verdicts: row.verdicts,
    started_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

/** The embedded database belongs to one process: what that one does not work on, nobody does. */
function stateOf({ db }: AppContext, row: RunRow): ImportRunItem['state'] {
  if (row.status === 'committed' || row.status === 'refused') return row.status;
  if (row.status !== 'running') return 'failed';
  const alive = isWorkedOnHere(row.id) || (db.engine === 'postgres' && !row.silent);
  return alive ? 'running' : 'failed';
}
