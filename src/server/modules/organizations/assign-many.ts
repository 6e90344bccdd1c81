import type { z } from 'zod';
import { decide } from '../../../access/decide.ts';
import type { bulkAssignment, bulkVerdict, organizationRoutes } from '../../../contract/organizations.ts';
import type { FieldProblem } from '../../../contract/problems.ts';
import type { AppContext } from '../../app-context.ts';
import { changesBetween } from '../../audit/audit.ts';
import { codeOf } from '../../http/access-gate.ts';
import { Problem, type Refusal } from '../../http/problem.ts';
import { whyRefused } from '../../http/refusal-words.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { refusalOf } from '../../records/change-record.ts';
import type { Assignment } from './assignment.ts';
import type { OrganizationRow } from './records.ts';
import { organizationsByIds } from './repository.ts';
import { assignmentOf, moveOrganization, requireMove } from './service.ts';
import { sightOf } from './sight.ts';
import { tellAssignments } from './tell-assignment.ts';

type Asked = z.output<(typeof organizationRoutes)['POST /organizations/assign']['body']>;
type Answer = z.output<typeof bulkAssignment>;
type Verdict = z.output<typeof bulkVerdict>;

/** One organization of the request: what would become of it, and the row where its reader may know of it. */
interface Judged {
  readonly verdict: Verdict;
  readonly row: OrganizationRow | null;
  readonly problem: Problem | null;
}

/**
 * Assigns many organizations at once. Each is decided as if it were alone. Tried out, it tells what would happen to
 * each and who would see more or less; for real it is all of them or none, from the versions that were looked at.
 */
export async function assignMany(app: AppContext, subject: SessionSubject, asked: Asked): Promise<Answer> {
  const judged = await judgeAll(app, subject, asked);
  const moving = judged.flatMap(({ row, verdict }) => (row && verdict.verdict === 'moves' ? [row] : []));
  const after = moving.map((row) => ({ before: row, to: assignmentOf(row, asked.to) }));
  const answer = { items: judged.map(({ verdict }) => verdict), sight: await sightOf(app, subject, after) };
  if (asked.dry_run) return answer;
  refuseAny(judged);
  const moved = [];
  for (const before of moving) {
    moved.push({ before, after: await moveOrganization(app, subject, before, asked.to) });
  }
  await tellAssignments(app, moved);
  return answer;
}

/** Held in one order for everybody, so that two of these at once wait for each other instead of failing. */
async function judgeAll(app: AppContext, subject: SessionSubject, asked: Asked): Promise<Judged[]> {
  const ids = asked.organizations.map(({ id }) => id);
  const rows = new Map((await organizationsByIds(app.db, ids, !asked.dry_run)).map((row) => [row.id, row]));
  const judged: Judged[] = [];
  for (const one of asked.organizations) {
    judged.push(await judge(app, subject, { ...one, to: asked.to, row: rows.get(one.id) }));
  }
  return judged;
}

interface Wanted {
  readonly id: string;
  readonly version: number;
  readonly to: Assignment;
  readonly row: OrganizationRow | undefined;
}

async function judge(app: AppContext, subject: SessionSubject, one: Wanted): Promise<Judged> {
  const { id, row } = one;
  // What is hidden is answered like what is missing: nothing of the row is told.
  if (!row || !decide(subject, 'organizations.view', row).allowed) {
    return refused({ id, name: null, number: null }, null, new Problem('record/missing'));
  }
  const named = { id, name: row.name, number: row.number };
  const problem = await problemOf(app, subject, row, one);
  if (problem) return refused(named, row, problem);
  const moved = changesBetween(row, assignmentOf(row, one.to)).length > 0;
  return { verdict: { ...named, verdict: moved ? 'moves' : 'stays', why: null }, row, problem: null };
}

async function problemOf(
  app: AppContext,
  subject: SessionSubject,
  row: OrganizationRow,
  { to, version }: Wanted,
): Promise<Problem | null> {
  const decision = decide(subject, 'organizations.assign', row);
  if (!decision.allowed) {
    const refusal: Refusal = { ...refusalOf('organizations.assign', row), decision };
    return new Problem(codeOf(decision.code), { refusal });
  }
  if (row.version !== version) return new Problem('request/version-moved');
  try {
    await requireMove(app, subject, row, to);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function refused(
  named: Pick<Verdict, 'id' | 'name' | 'number'>,
  row: OrganizationRow | null,
  problem: Problem,
): Judged {
  return { verdict: { ...named, verdict: 'refused', why: wordsOf(problem) }, row, problem };
}

function wordsOf(problem: Problem): string {
  return problem.particulars.fields?.[0]?.message ?? whyRefused(problem) ?? problem.message;
}

/** Names every organization that stands in the way; nothing was written by then. */
function refuseAny(judged: readonly Judged[]): void {
  const fields = judged.flatMap(({ problem, verdict }, index): FieldProblem[] =>
    problem
      ? [{ field: `organizations.${index}`, code: problem.code, message: verdict.why ?? problem.message }]
      : [],
  );
  const first = judged.find(({ problem }) => problem)?.problem;
  if (!first) return;
  const moved = fields.every(({ code }) => code === 'request/version-moved');
  const refusal = judged.find(({ problem }) => problem?.particulars.refusal)?.problem?.particulars.refusal;
  throw new Problem(moved ? 'request/version-moved' : 'request/invalid', {
    fields,
    ...(refusal ? { refusal } : {}),
  });
}
