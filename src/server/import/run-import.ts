import type { ImportRequest, ImportResult } from '../../contract/imports.ts';
import type { AppContext } from '../app-context.ts';
import type { Database } from '../db/database.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import {
  type ImportLog,
  keepProgress,
  keepVerdicts,
  openLog,
  recordFailedImport,
  recordImport,
  recordRefusedImport,
} from './import-log.ts';
import type { CellProblem, Importer, ImportRow, ImportRun } from './importer.ts';
import { askOutside, type Job, type Judged, judgeRows, type Verdict } from './judge-rows.ts';
import { automaticMapping, mapRows, requireMapping, rowsOfWrongLength } from './mapping.ts';
import { parseCsv } from './parse-csv.ts';
import { textOf } from './read-file.ts';
import { resultOf } from './result.ts';

export interface ImportOrder {
  readonly app: AppContext;
  readonly importer: Importer;
  readonly request: ImportRequest;
  readonly again: () => Promise<SessionSubject | null>;
}

/** Imports a file, or tries it out: then, and when all or nothing was asked for and a row is refused, nothing stays. */
export async function runImport(order: ImportOrder): Promise<ImportResult> {
  const job = readJob(order);
  const { request } = job;
  if (request.dry_run) {
    const { verdicts } = await rehearse(job);
    return resultOf(verdicts, { id: null, dry_run: true, committed: false });
  }
  const log = await openLog(job);
  try {
    return await carryOut(job, log);
  } catch (error) {
    // Without a database neither can be written; what broke is the better of the two to hear of.
    await recordFailedImport(job, log.id, error).catch(() => undefined);
    throw error;
  } finally {
    await log.end();
  }
}

async function carryOut(job: Job, log: ImportLog): Promise<ImportResult> {
  const prepared = await prepareWrites(job);
  const { verdicts, committed } = await write(job, log, prepared);
  if (!committed) await recordRefusedImport(job, log.id, verdicts);
  return resultOf(verdicts, { id: log.id, dry_run: false, committed });
}

function readJob({ app, importer, request, again }: ImportOrder): Job {
  const sheet = parseCsv(textOf(request.content_base64));
  const given = Object.keys(request.mapping).length > 0;
  const mapping = given ? request.mapping : automaticMapping(importer.fields, sheet.header);
  requireMapping(importer.fields, sheet.header, mapping);
  const rows = mapRows(sheet, mapping);
  const ruledOut = new Map<number, CellProblem>();
  for (const [row, message] of rowsOfWrongLength(sheet.header, sheet.lines))
    ruledOut.set(row, { field: '', message });
  ruleOutKeys(importer, rows, ruledOut);
  return { app, importer, request, mapping, rows, ruledOut, again };
}

/** A row without key can not be found again; a second row with the same key would undo the first. */
function ruleOutKeys(
  importer: Importer,
  rows: readonly ImportRow[],
  ruledOut: Map<number, CellProblem>,
): void {
  const first = new Map<string, number>();
  const field = importer.keyField;
  for (const { row, cells } of rows) {
    if (ruledOut.has(row)) continue;
    const key = importer.keyOf(cells);
    const before = first.get(key);
    if (key === '') ruledOut.set(row, { field, message: 'Must not be empty' });
    else if (key.length > 300) ruledOut.set(row, { field, message: 'Must have at most 300 characters' });
    else if (before !== undefined) ruledOut.set(row, { field, message: `Stands in row ${before} already` });
    else first.set(key, row);
  }
}

function rehearse(job: Job): Promise<Judged> {
  const again = askOutside(job);
  return undoable(job.app.db, async () => {
    throw new Undone(await judgeRows(job, new Map(), again));
  });
}

/** Slow work is done for rows that passed a rehearsal only, and before the transaction that writes. */
async function prepareWrites(job: Job): Promise<ImportRun['prepared']> {
  const { beforeCommit } = job.importer;
  if (!beforeCommit) return new Map();
  const { verdicts } = await rehearse(job);
  const refused = verdicts.some(({ verdict }) => verdict === 'refuse');
  if (refused && job.request.mode === 'all_or_nothing') return new Map();
  const created = new Set(verdicts.filter(({ verdict }) => verdict === 'create').map(({ row }) => row));
  return beforeCommit(job.rows.filter(({ row }) => created.has(row)));
}

interface Written {
  readonly verdicts: readonly Verdict[];
  readonly committed: boolean;
}

async function write(job: Job, log: ImportLog, prepared: ImportRun['prepared']): Promise<Written> {
  const { db } = job.app;
  const keep = async (verdicts: readonly Verdict[], all: readonly Verdict[]) => {
    await keepVerdicts(job, log.id, verdicts);
    // In one transaction over the whole file nobody would see it, and the beat would wait for the row.
    if (job.request.mode === 'keep_good_rows') await keepProgress(job, log.id, all);
  };
  const chunks = { keep, judged: log.count };
  if (job.request.mode === 'keep_good_rows') {
    // One short transaction for each chunk.
    const { verdicts } = await judgeRows(job, prepared, job.again, chunks);
    await db.transaction(() => recordImport(job, log.id, verdicts));
    return { verdicts, committed: true };
  }
  const again = askOutside(job);
  const { verdicts } = await undoable(db, async () => {
    const judged = await judgeRows(job, prepared, again, chunks);
    if (judged.verdicts.some(({ verdict }) => verdict === 'refuse')) throw new Undone(judged);
    await recordImport(job, log.id, judged.verdicts);
    return judged;
  });
  return { verdicts, committed: verdicts.every(({ verdict }) => verdict !== 'refuse') };
}

class Undone extends Error {
  readonly judged: Judged;

  constructor(judged: Judged) {
    super('Rolled back on purpose');
    this.judged = judged;
  }
}

/** Runs a transaction; when it ends with `Undone`, nothing of it stays but the verdicts. */
async function undoable(db: Database, work: () => Promise<Judged>): Promise<Judged> {
  try {
    return await db.transaction(work);
  } catch (error) {
    if (error instanceof Undone) return error.judged;
    throw error;
  }
}
