import { expect, test } from 'vitest';
import { playwrightCounts, suiteOutcome, summaryLines, total, vitestCounts } from './report.cjs';

const vitestReport = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0 };
const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

test('a file that fails to load counts beside the failed tests', () => {
  const counts = vitestCounts({ ...vitestReport, testResults: [failedTest, brokenFile] });
  expect(counts).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('a flaky browser test is a failed one', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightCounts({ stats, errors: [] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('a suite that left no report, ran nothing or crashed is red', () => {
  expect(suiteOutcome('x', null, 0).failed).toBe(1);
  expect(suiteOutcome('x', { passed: 0, failed: 0, skipped: 5 }, 0).failed).toBe(1);
  expect(suiteOutcome('x', { passed: 5, failed: 0, skipped: 0 }, 1)).toMatchObject({ passed: 5, failed: 1 });
  expect(suiteOutcome('x', { passed: 5, failed: 0, skipped: 0 }, 0)).toMatchObject({ passed: 5, failed: 0 });
});

test('the sum covers every suite, and a red line says why', () => {
  const outcomes = [
    suiteOutcome('a', { passed: 2, failed: 1, skipped: 0 }, 1),
    suiteOutcome('b', null, 1),
    suiteOutcome('c', { passed: 7, failed: 0, skipped: 3 }, 0),
  ];
  expect(total(outcomes)).toEqual({ passed: 9, failed: 2, skipped: 3 });
  expect(summaryLines(outcomes)[1]).toContain('no report');
});
