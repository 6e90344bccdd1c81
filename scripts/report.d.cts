export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Outcome extends Counts {
  name: string;
  problem: string | undefined;
}

export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

export function suiteOutcome(name: string, counts: Counts | null, exitCode: number): Outcome;
export function vitestCounts(report: VitestReport | null): Counts | null;
export function playwrightCounts(report: PlaywrightReport | null): Counts | null;
export function total(outcomes: Outcome[]): Counts;
export function summaryLines(outcomes: Outcome[]): string[];
