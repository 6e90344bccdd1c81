'use strict';
const { ensureInstall } = require('./ensure.cjs');
const { conclude, runGates, runVitest } = require('./gates.cjs');

ensureInstall();
process.exitCode = conclude([...runGates(), runVitest('unit'), runVitest('embedded')]);
