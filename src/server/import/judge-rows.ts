import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import type { ImportRequest, ImportResult } from '../../contract/imports.ts';
import type { AppContext } from '../app-context.ts';
import { Problem } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import {
  type Batch,
  type CellProblem,
  type Importer,
  type ImportRow,
  type ImportRun,
  type Plan,
  refuse,
} from './importer.ts';
import { writeBatch } from './write-batch.ts';

const chunkSize = 200;

export type Verdict = ImportResult['verdicts'][number];

/** A file that was read, with everything needed to decide and write its rows. */
export interface Job {
  readonly app: AppContext;
  readonly importer: Importer;
  readonly request: ImportRequest;
  readonly mapping: Readonly<Record<string, string>>;
  readonly rows: readonly ImportRow[];
  /** Rows that the file itself already rules out. */
  readonly ruledOut: ReadonlyMap<number, CellProblem>;
  readonly again: () => Promise<SessionSubject | null>;
}

export interface Judged {
  readonly verdicts: readonly Verdict[];
  /** The person as they were when the last rows were decided. */
  readonly subject: SessionSubject | null;
}

/** What is to be done with the verdicts of each chunk of rows that are really written. */
export interface Chunks {
  /** In the transaction that writes them; `all` are those of the chunks before as well. */
  readonly keep: (verdicts: readonly Verdict[], all: readonly Verdict[]) => Promise<void>;
  readonly judged: (rows: number) => void;
}

/** Decides and writes rows chunk by chunk, asking before each whether the person still may. */
export async function judgeRows(
  job: Job,
  prepared: ImportRun['prepared'],
  again: Job['again'],
  chunks?: Chunks,
): Promise<Judged> {
  let verdicts: readonly Verdict[] = [];
  let subject: SessionSubject | null = null;
  for (let start = 0; start < job.rows.length || start === 0; start += chunkSize) {
    const rows = job.rows.slice(start, start + chunkSize);
    const before = verdicts;
    verdicts = await job.app.db.transaction(async () => {
      // Within what is run again after a conflict: the person may have lost rights to it.
      const by = await again();
      subject = by;
      const some = by ? await judgeChunk(job, by, rows, prepared) : tooLate(job, rows);
      const all = [...before, ...some];
      await chunks?.keep(some, all);
      return all;
    });
    chunks?.judged(rows.length);
    // The embedded database answers without ever waiting: whoever else asks something gets their turn here.
    await setImmediate();
  }
  return { verdicts, subject };
}

/**
 * Asks outside of the transaction that the import will open: the answer must be that of everybody else's commits.
 * The embedded database has one connection and so nobody else while the import holds it.
 */
export function askOutside({ app, again }: Job): Job['again'] {
  if (app.db.engine === 'embedded') return again;
  const outside = AsyncLocalStorage.snapshot();
  return () => outside(again);
}

async function judgeChunk(
  job: Job,
  subject: SessionSubject,
  rows: readonly ImportRow[],
  prepared: ImportRun['prepared'],
): Promise<Verdict[]> {
  const { app, importer, request, ruledOut } = job;
  const run: ImportRun = { app, subject, source: request.source, dateFormat: request.date_format, prepared };
  const usable = rows.filter(({ row }) => !ruledOut.has(row));
  const planOf = await importer.prepare(run, usable);
  const plans = new Map<number, Plan>();
  for (const row of rows) {
    const problem = ruledOut.get(row.row);
    const plan: Plan = problem ? { verdict: 'refuse', problems: [problem] } : planOf(row);
    plans.set(row.row, await carryOut(app, plan));
  }
  const refused = await carryOutTogether(app, plans);
  return rows.map((row) => verdictOf(job, row, refused.get(row.row) ?? plans.get(row.row) ?? nothingPlanned));
}

const nothingPlanned: Plan = refuse('', 'The row was not read');

/** The rows that are written in batches; those of them that were refused. */
async function carryOutTogether(
  app: AppContext,
  plans: ReadonlyMap<number, Plan>,
): Promise<ReadonlyMap<number, Plan>> {
  const batches = new Map<Batch, number[]>();
  for (const [row, plan] of plans)
    if ('batch' in plan) batches.set(plan.batch, [...(batches.get(plan.batch) ?? []), row]);
  const refused = new Map<number, Plan>();
  for (const [batch, rows] of batches)
    for (const [row, error] of await writeBatch(app, batch, rows))
      refused.set(row, { verdict: 'refuse', problems: problemsOf(error) });
  return refused;
}

async function carryOut(app: AppContext, plan: Plan): Promise<Plan> {
  if (!('apply' in plan)) return plan;
  try {
    await app.db.savepoint(plan.apply);
    return plan;
  } catch (error) {
    return { verdict: 'refuse', problems: problemsOf(error) };
  }
}

/** What a service refused, said per field; faults that are not about the row are thrown on. */
function problemsOf(error: unknown): CellProblem[] {
  if (error instanceof Problem && error.status < 500) {
    const { fields } = error.particulars;
    if (fields && fields.length > 0) return fields.map(({ field, message }) => ({ field, message }));
    return [{ field: '', message: error.message }];
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '23505') return [{ field: '', message: 'This exists already' }];
  if (/^2[23]/.test(code)) return [{ field: '', message: 'A value does not fit its field' }];
  throw error;
}

function verdictOf({ importer, mapping }: Job, row: ImportRow, plan: Plan): Verdict {
  const problems = plan.verdict === 'refuse' ? plan.problems : [];
  return {
    row: row.row,
    verdict: plan.verdict,
    label: importer.labelOf(row.cells).slice(0, 200),
    fields: problems.map(({ field, message }) => ({ field: mapping[field] ?? field, message })),
  };
}

function tooLate(job: Job, rows: readonly ImportRow[]): Verdict[] {
  const message = 'Your right to import ended while the file was being read';
  return rows.map((row) => verdictOf(job, row, { verdict: 'refuse', problems: [{ field: '', message }] }));
}
