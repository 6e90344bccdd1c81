import { Problem } from '../http/problem.ts';

/** The file as a whole can not be used; says what is wrong with it. */
export function unreadable(detail: string): Problem {
  return new Problem('import/unreadable', { detail });
}
