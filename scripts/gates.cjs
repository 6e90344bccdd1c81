'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { requireNode, root } = require('./ensure.cjs');
const report = require('./report.cjs');
const { quiet } = require('./run-node.cjs');

const reports = path.join(root, '.cache', 'reports');
const projects = ['tsconfig.json', 'tsconfig.web.json', 'tsconfig.e2e.json'];

function bin(name, file) {
  return path.join(root, 'node_modules', name, file);
}

function runNode(args, env = {}) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } };
  return spawnSync(requireNode(), [quiet, ...args], options).status ?? 1;
}

function heading(text) {
  process.stdout.write(`\n== ${text}\n`);
}

function gate(name, commands) {
  heading(name);
  const codes = commands.map((args) => runNode(args));
  return report.gateOutcome(
    name,
    codes.every((code) => code === 0),
  );
}

/** Format and lint, borders, types: each counts as one test. */
function runGates() {
  const tsc = bin('typescript', 'bin/tsc');
  return [
    gate('format and lint', [[bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']]),
    gate('borders', [[path.join('scripts', 'check-borders.ts')]]),
    gate(
      'types',
      projects.map((file) => [tsc, '-p', file]),
    ),
  ];
}

function freshReport(name) {
  const file = path.join(reports, `${name}.json`);
  fs.mkdirSync(reports, { recursive: true });
  fs.rmSync(file, { force: true });
  return file;
}

function runVitest(project) {
  heading(`vitest: ${project}`);
  const file = freshReport(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = runNode([bin('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters]);
  const read = report.readReport(file);
  const outcome = report.suiteOutcome(project, report.vitestCounts(read), code);
  return { ...outcome, failures: report.vitestFailures(read) };
}

function runPlaywright(project) {
  const name = `browser, ${project}`;
  heading(name);
  const file = freshReport(`browser-${project}`);
  const args = [bin('@playwright/test', 'cli.js'), 'test', '--project', project, '--reporter=list,json'];
  const code = runNode(args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const read = report.readReport(file);
  const outcome = report.suiteOutcome(name, report.playwrightCounts(read), code);
  return { ...outcome, failures: report.playwrightFailures(read) };
}

/** Prints what failed, the table and, as the very last line, the sum; returns the exit code. */
function conclude(outcomes) {
  const { passed, failed } = report.total(outcomes);
  const lines = [
    '',
    ...report.failureLines(outcomes),
    '',
    ...report.summaryLines(outcomes),
    '',
    `${passed} passed, ${failed} failed`,
  ];
  fs.writeSync(1, `${lines.join('\n')}\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

module.exports = { runGates, runVitest, runPlaywright, conclude };
