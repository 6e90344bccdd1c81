'use strict';
const { ensureBuild, ensureInstall } = require('./ensure.cjs');
const { conclude, runGates, runPlaywright, runVitest } = require('./gates.cjs');
const { gateOutcome } = require('./report.cjs');
const { ensureChromium, hasPostgres } = require('./tools.cjs');

const strict = process.env.CI === 'true' || process.env.AMBIT_REQUIRE_POSTGRES === '1';

/** What this machine cannot run is skipped aloud, and is a failure where everything is required. */
function missing(what, advice) {
  const verdict = strict ? 'FAILED' : 'SKIPPED';
  process.stdout.write(`\n!!!! ${verdict}: ${what}. ${advice}\n`);
  return strict ? [{ ...gateOutcome(what, false), problem: advice }] : [];
}

ensureInstall();
ensureBuild();
const postgres = hasPostgres();
const chromium = ensureChromium();
const outcomes = [...runGates(), runVitest('unit'), runVitest('embedded')];
if (postgres) outcomes.push(runVitest('postgres'));
if (chromium) outcomes.push(runPlaywright('embedded'));
if (chromium && postgres) outcomes.push(runPlaywright('postgres'));
if (!postgres) {
  const advice = 'Install PostgreSQL 15 or newer, or set AMBIT_TEST_DATABASE_URL';
  outcomes.push(...missing('the tests on PostgreSQL', advice));
}
if (!chromium) {
  outcomes.push(...missing('the browser tests', 'Install Chromium, or set CHROMIUM_PATH'));
}
process.exitCode = conclude(outcomes);
