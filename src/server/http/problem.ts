import type { Decision } from '../../access/decide.ts';
import { type FieldProblem, type ProblemCode, problems } from '../../contract/problems.ts';

/** What was asked for and refused: becomes an audit row. */
export interface Refusal {
  readonly action: string;
  readonly itemType: string;
  readonly itemId: string | null;
  readonly itemLabel?: string | null;
  readonly decision?: Decision;
}

interface Particulars {
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
  readonly refusal?: Refusal;
  readonly retryAfterSeconds?: number;
  readonly extra?: Record<string, unknown>;
}

/** Thrown by code anywhere below HTTP; mapped to an answer in one place. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly particulars: Particulars;

  constructor(code: ProblemCode, particulars: Particulars = {}) {
    super(particulars.detail ?? problems[code].title);
    this.code = code;
    this.particulars = particulars;
  }

  get status(): number {
    return problems[this.code].status;
  }
}

/** A refusal of one field of the body. */
export function invalid(field: string, message: string, code = 'invalid'): Problem {
  return new Problem('request/invalid', { fields: [{ field, code, message }] });
}

/** The answer for records that are missing and for records that are hidden: nobody can tell them apart. */
export function missing(refusal?: Refusal): never {
  throw new Problem('record/missing', refusal ? { refusal } : {});
}
