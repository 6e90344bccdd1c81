import { expect, test } from 'vitest';
import {
  failureLines,
  playwrightCounts,
  playwrightFailures,
  suiteOutcome,
  summaryLines,
  total,
  vitestCounts,
  vitestFailures,
} from './report.cjs';

const vitestReport = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0 };
const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

test('a file that fails to load counts beside the failed tests', () => {
  const counts = vitestCounts({ ...vitestReport, testResults: [failedTest, brokenFile] });
  expect(counts).toEqual({ passed: 3, failed: 2, skipped: 1 });
});

test('a flaky browser test is a failed one', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  expect(playwrightCounts({ stats, errors: [], suites: [] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
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

test('what failed is told again by name, with its message and without colours', () => {
  const failed = {
    status: 'failed',
    fullName: 'a job runs',
    failureMessages: ['\u001b[31mexpected 1\u001b[39m\n  to be 2'],
  };
  const passed = { status: 'passed', fullName: 'a job waits', failureMessages: [] };
  const testResults = [
    { name: '/x/jobs.test.ts', status: 'failed', assertionResults: [passed, failed] },
    { name: '/x/broken.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
  ];
  const flaky = { status: 'flaky', results: [{ errors: [{ message: 'not visible' }] }, { errors: [] }] };
  const specs = [
    { title: 'signs in', tests: [flaky] },
    { title: 'signs out', tests: [{ status: 'expected', results: [{}] }] },
  ];
  const browser = {
    stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 },
    errors: [],
    suites: [{ title: 'people.spec.ts', suites: [{ title: 'a person', specs }] }],
  };
  const outcomes = [
    { ...suiteOutcome('postgres', null, 1), failures: vitestFailures({ ...vitestReport, testResults }) },
    { ...suiteOutcome('browser', null, 1), failures: playwrightFailures(browser) },
  ];
  expect(failureLines(outcomes)).toEqual([
    'FAILED  postgres: /x/jobs.test.ts > a job runs',
    '        expected 1',
    '          to be 2',
    'FAILED  postgres: /x/broken.test.ts',
    '        Cannot find module',
    'FAILED  browser: people.spec.ts > a person > signs in',
    '        not visible',
  ]);
  expect(failureLines([suiteOutcome('unit', { passed: 1, failed: 0, skipped: 0 }, 0)])).toEqual([]);
});
