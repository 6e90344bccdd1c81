'use strict';
const fs = require('node:fs');

/** One line of the summary; `problem` explains a red line that no single test stands for. */
function outcome(name, passed, failed, skipped, problem) {
  return { name, passed, failed, skipped, problem, failures: [] };
}

function gateOutcome(name, ok) {
  return outcome(name, ok ? 1 : 0, ok ? 0 : 1, 0, ok ? undefined : 'see its output above');
}

/** A suite is red as well when it crashed, left no report, or ran nothing. */
function suiteOutcome(name, counts, exitCode) {
  if (counts === null) return outcome(name, 0, 1, 0, 'no report: it did not run to its end');
  const { passed, failed, skipped } = counts;
  if (passed + failed === 0) return outcome(name, 0, 1, skipped, 'no test ran');
  if (exitCode !== 0 && failed === 0) return outcome(name, passed, 1, skipped, `ended with code ${exitCode}`);
  return outcome(name, passed, failed, skipped);
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function vitestCounts(report) {
  if (report === null) return null;
  const broken = report.testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file)).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A file that fails while it loads has no failed test, and must not vanish from the sum. */
function hasFailedTest(file) {
  return file.assertionResults.some((test) => test.status === 'failed');
}

function playwrightCounts(report) {
  if (report === null) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + (unexpected + flaky === 0 ? report.errors.length : 0);
  return { passed: expected, failed, skipped };
}

/** The failed tests of a suite, each with its message. */
function vitestFailures(report) {
  if (report === null) return [];
  return report.testResults.flatMap((file) => {
    const broken = file.status === 'failed' && !hasFailedTest(file);
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    return [
      ...(broken ? [failure(file.name, [file.message])] : []),
      ...failed.map((test) => failure(`${file.name} > ${test.fullName}`, test.failureMessages)),
    ];
  });
}

/** Those of the browser, also when a second try succeeded. */
function playwrightFailures(report) {
  if (report === null) return [];
  return [
    ...report.suites.flatMap((suite) => failuresWithin(suite, [])),
    ...report.errors.map((error) => failure('the run itself', [error.message])),
  ];
}

function failuresWithin(suite, path) {
  const titles = [...path, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => {
        const messages = test.results.flatMap((result) => result.errors ?? []).map((error) => error.message);
        return failure([...titles, spec.title].join(' > '), messages);
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => failuresWithin(inner, titles))];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: reports carry the colours of a terminal
const colours = /\u001b\[[0-9;]*m/g;
const longest = 1500;

function failure(name, messages) {
  const message = (messages ?? [])
    .filter((text) => typeof text === 'string')
    .join('\n')
    .replace(colours, '');
  const shown = message.length > longest ? `${message.slice(0, longest)} ...` : message;
  return { name, message: shown || 'no message' };
}

/** What failed, once more and in one place: a log that is cut off at its front still tells it. */
function failureLines(outcomes) {
  return outcomes.flatMap(({ name, failures }) =>
    failures.flatMap((one) => [
      `FAILED  ${name}: ${one.name}`,
      ...one.message.split('\n').map((line) => `        ${line}`),
    ]),
  );
}

function total(outcomes) {
  const sum = (key) => outcomes.reduce((count, item) => count + item[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

function summaryLines(outcomes) {
  return outcomes.map(({ name, passed, failed, skipped, problem }) => {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
    const rest = skipped ? `  ${skipped} skipped` : '';
    return `${failed ? 'FAIL' : ' ok '}  ${name.padEnd(20)}${counts}${rest}${problem ? `  (${problem})` : ''}`;
  });
}

module.exports = {
  gateOutcome,
  suiteOutcome,
  readReport,
  vitestCounts,
  playwrightCounts,
  vitestFailures,
  playwrightFailures,
  failureLines,
  total,
  summaryLines,
};
