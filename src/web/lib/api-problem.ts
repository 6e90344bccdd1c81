import { problemText } from './problem-to-text.ts';

export type ProblemField = { field: string; code: string; message: string };

export type ProblemBody = {
  type?: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  fields?: ProblemField[];
  decision_id?: string;
};

/** What the API refused, as it said it; `message` is the sentence to show. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problemText(problem));
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  get fields(): readonly ProblemField[] {
    return this.problem.fields ?? [];
  }
}
