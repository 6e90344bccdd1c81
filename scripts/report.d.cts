export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Outcome extends Counts {
  name: string;
  problem: string | undefined;
  failures: Failure[];
}

export interface Failure {
  name: string;
  message: string;
}

export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name?: string;
    message?: string;
    status: string;
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] }[];
  }[];
}

export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

export interface PlaywrightSuite {
  title: string;
  specs?: {
    title: string;
    tests: { status: string; results: { errors?: { message?: string }[] }[] }[];
  }[];
  suites?: PlaywrightSuite[];
}

export function suiteOutcome(name: string, counts: Counts | null, exitCode: number): Outcome;
export function vitestCounts(report: VitestReport | null): Counts | null;
export function playwrightCounts(report: PlaywrightReport | null): Counts | null;
export function vitestFailures(report: VitestReport | null): Failure[];
export function playwrightFailures(report: PlaywrightReport | null): Failure[];
export function failureLines(outcomes: Outcome[]): string[];
export function total(outcomes: Outcome[]): Counts;
export function summaryLines(outcomes: Outcome[]): string[];
