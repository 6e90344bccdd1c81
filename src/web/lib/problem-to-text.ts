import { problemTexts } from '../texts/problems.ts';

type Sayable = { title: string; status: number; code: string; detail?: string };

/** The server's own sentence where it has one; ours for the status when something else answered in its place. */
export function problemText({ detail, title, status, code }: Sayable): string {
  const own = code.includes('/') ? title : '';
  return detail || own || problemTexts.byStatus[status] || title || problemTexts.unknown;
}
