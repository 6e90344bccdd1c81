import type { AppContext } from '../app-context.ts';
import { audit } from '../audit/audit.ts';
import { newId } from '../db/id.ts';
import { Problem } from '../http/problem.ts';
import { currentRequest } from '../http/request-context.ts';
import type { Job, Verdict } from './judge-rows.ts';
import { countsOf } from './result.ts';
import { tellImport } from './tell-import.ts';

const beatMs = 1000;
const kept = 30 * 24 * 3_600_000;

/** The imports that this process works on now. */
const working = new Set<string>();

export function isWorkedOnHere(id: string): boolean {
  return working.has(id);
}

/** An import that is running, as others can see it. */
export interface ImportLog {
  readonly id: string;
  /** Rows judged so far; others see it at the next beat. */
  readonly count: (rows: number) => void;
  /** Ends the beat; after that nothing is written but by the caller. */
  readonly end: () => Promise<void>;
}

/** Writes down that an import has started, and from then on, once a second, that it is alive and how far it is. */
export async function openLog({ app, importer, request, mapping, rows }: Job): Promise<ImportLog> {
  const id = newId();
  await app.db.q
    .insertInto('imports')
    .values({
      id,
      resource: importer.resource,
      file_name: request.file_name,
      source: request.source,
      mapping: JSON.stringify(mapping),
      date_format: request.date_format,
      mode: request.mode,
      status: 'running',
      row_count: rows.length,
      created_by: currentRequest().actor?.id ?? null,
    })
    .execute();
  working.add(id);
  let done = 0;
  let beating: Promise<void> | null = null;
  const beat = () => {
    beating ??= writeBeat(app, id, done).finally(() => {
      beating = null;
    });
  };
  // Made here, outside of the transaction to come: what it writes is seen while that one is still open.
  const timer = setInterval(beat, beatMs);
  return {
    id,
    count: (more) => {
      done += more;
    },
    end: async () => {
      clearInterval(timer);
      await beating;
      working.delete(id);
    },
  };
}

/** A beat that is lost is made up for by the next. */
async function writeBeat({ db }: AppContext, id: string, done: number): Promise<void> {
  await db
    .raw(
      `update imports set beat_at = now(), done_count = greatest(done_count, least($2::int, row_count))
where id = $1 and status = 'running'`,
      [id, done],
    )
    .catch(() => undefined);
}

/** Keeps what became of some rows, in the transaction that writes them. */
export async function keepVerdicts({ app }: Job, id: string, verdicts: readonly Verdict[]): Promise<void> {
  const rows = verdicts.map(({ row, verdict, label, fields }) => ({ row, verdict, label, fields }));
  await app.db.raw(
    `insert into import_verdicts (import_id, row_number, verdict, label, fields)
select $1::uuid, v."row", v.verdict, v.label, v.fields
from jsonb_to_recordset($2::jsonb) as v ("row" int, verdict text, label text, fields jsonb)`,
    [id, JSON.stringify(rows)],
  );
}

/** How far an import is whose rows stay as they are written. */
export async function keepProgress({ app }: Job, id: string, verdicts: readonly Verdict[]): Promise<void> {
  await app.db.q
    .updateTable('imports')
    .set({ done_count: verdicts.length, result: JSON.stringify(countsOf(verdicts)) })
    .where('id', '=', id)
    .execute();
}

/** Writes down what was imported: the import, one audit row over all of it, and the mapping for the next time. */
export async function recordImport(job: Job, id: string, verdicts: readonly Verdict[]): Promise<void> {
  const { app, importer, request, mapping } = job;
  const counts = countsOf(verdicts);
  await finish(job, id, { status: 'committed', verdicts });
  const { create, update, unchanged, refuse } = counts;
  await tellImport(job, `${create} created, ${update} updated, ${unchanged} unchanged, ${refuse} refused`);
  await audit(app.db, {
    action: importer.permission,
    itemType: importer.resource,
    itemId: id,
    itemLabel: request.file_name,
    detail: { source: request.source, mode: request.mode, ...counts },
  });
  const saved = { mapping: JSON.stringify(mapping), date_format: request.date_format };
  await app.db.q
    .insertInto('import_mappings')
    .values({ source: request.source, resource: importer.resource, ...saved })
    .onConflict((conflict) => conflict.columns(['source', 'resource']).doUpdateSet(saved))
    .execute();
}

/** Nothing of the file was written; why is kept row by row. */
export async function recordRefusedImport(job: Job, id: string, verdicts: readonly Verdict[]): Promise<void> {
  await job.app.db.transaction(async () => {
    await keepVerdicts(job, id, verdicts);
    await finish(job, id, { status: 'refused', verdicts });
    await tellImport(job, 'nothing was imported, because rows were refused');
  });
}

async function finish(
  { app }: Job,
  id: string,
  { status, verdicts }: { status: 'committed' | 'refused'; verdicts: readonly Verdict[] },
): Promise<void> {
  const result = JSON.stringify(countsOf(verdicts));
  await app.db.q
    .updateTable('imports')
    .set({ status, result, done_count: verdicts.length, finished_at: app.clock() })
    .where('id', '=', id)
    .execute();
}

/** It broke off. The words of our own refusals are for its owner; anything else is said in general. */
export async function recordFailedImport(job: Job, id: string, error: unknown): Promise<void> {
  const { app } = job;
  const reason = error instanceof Problem ? error.message.slice(0, 2000) : null;
  await app.db.q
    .updateTable('imports')
    .set({ status: 'failed', reason, finished_at: app.clock() })
    .where('id', '=', id)
    .execute();
  await tellImport(job, 'it broke off');
}

/** What became of each row is kept for thirty days; the imports themselves stay. For a timer. */
export async function sweepImports({ db, clock }: AppContext): Promise<number> {
  const gone = await db.raw(
    `delete from import_verdicts v using imports i where i.id = v.import_id and i.created_at < $1::timestamptz
returning 1`,
    [new Date(clock().getTime() - kept)],
  );
  return gone.length;
}
