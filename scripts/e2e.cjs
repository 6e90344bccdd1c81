'use strict';
const path = require('node:path');
const { ensureBuild, ensureInstall, root } = require('./ensure.cjs');
const { becomeNode } = require('./run-node.cjs');

const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
ensureInstall();
ensureBuild();
becomeNode([playwright, 'test', ...process.argv.slice(2)]);
