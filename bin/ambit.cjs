#!/usr/bin/env node
'use strict';
const path = require('node:path');
const { ensureBuild, ensureInstall, root } = require('../scripts/ensure.cjs');
const { becomeNode } = require('../scripts/run-node.cjs');

const args = process.argv.slice(2);
ensureInstall();
if (args[0] === 'start' && !args.includes('--help')) ensureBuild();
becomeNode([path.join(root, 'src', 'cli', 'main.ts'), ...args]);
