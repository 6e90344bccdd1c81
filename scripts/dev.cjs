'use strict';
const { spawn } = require('node:child_process');
const path = require('node:path');
const { ensureInstall, requireNode, root } = require('./ensure.cjs');
const { quiet } = require('./run-node.cjs');

ensureInstall();
const node = requireNode();
const server = [quiet, '--watch', '--watch-preserve-output', path.join('src', 'cli', 'main.ts'), 'start'];
const page = [path.join('node_modules', 'vite', 'bin', 'vite.js')];
const env = { ...process.env, PORT: process.env.PORT ?? '4300' };
const children = [server, page].map((args) => spawn(node, args, { cwd: root, env, stdio: 'inherit' }));

let stopping = false;
function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}
for (const child of children) child.on('exit', (code) => stop(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
