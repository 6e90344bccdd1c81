'use strict';
const { spawn } = require('node:child_process');
const os = require('node:os');
const path = require('node:path');
const { requireNode, root } = require('./ensure.cjs');

const quiet = '--disable-warning=ExperimentalWarning';

/** What was compiled once is kept: half of a later start would otherwise go into compiling. */
function withCompileCache(env) {
  return { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'), ...env };
}

/** Runs a script on the bundled Node in place of this process: same streams, signals and exit code. */
function becomeNode(args, options = {}) {
  const env = withCompileCache(options.env ?? process.env);
  const child = spawn(requireNode(), [quiet, ...args], { stdio: 'inherit', ...options, env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to the whole group: forwarding it would reach the child twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) => {
    process.stderr.write(`ambit: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)));
}

module.exports = { becomeNode, quiet };
