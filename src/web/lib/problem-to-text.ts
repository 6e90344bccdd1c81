import { problemTexts } from '../texts/problems.ts';

type Sayable = { title: string; status: number; detail?: string };

/** The server's own sentence where it has one, otherwise ours for the status. */
export function problemText(problem: Sayable): string {
  return problem.detail || problemTexts.byStatus[problem.status] || problem.title || problemTexts.unknown;
}
