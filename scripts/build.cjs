'use strict';
const { ensureBuild, ensureInstall } = require('./ensure.cjs');

ensureInstall();
ensureBuild();
