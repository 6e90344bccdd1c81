'use strict';
// Plain CommonJS without dependencies: it runs on the machine's own Node, before anything is installed.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { packPage } = require('./pack-page.cjs');

const root = path.resolve(__dirname, '..');
const modules = path.join(root, 'node_modules');
const installMark = path.join(modules, '.ambit-lock');
const buildMark = path.join(root, 'dist', '.ambit-build');
const builtPage = path.join(root, 'dist', 'web', 'index.html');
const pageSources = [
  'src/web',
  'src/catalog',
  'src/contract',
  'vite.config.ts',
  'scripts/pack-page.cjs',
  'package-lock.json',
];

function readOrNull(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

function lockHash() {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

/** The Node that npm delivered; the running one when that is new enough; otherwise null. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = path.join(modules, `node-${platform}-${process.arch}`, 'bin', file);
  if (fs.existsSync(bundled)) return bundled;
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18) ? process.execPath : null;
}

/** Somebody who ran `npm ci` by hand has no mark yet; npm's own record says whether it matches. */
function npmRecordMatches() {
  const record = readOrNull(path.join(modules, '.package-lock.json'));
  if (record === null) return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const found = installed[name];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

function pathWithoutModules() {
  const bin = path.join(modules, '.bin');
  const entries = (process.env.PATH ?? '').split(path.delimiter);
  return entries.filter((entry) => path.resolve(entry) !== bin).join(path.delimiter);
}

function fail(message) {
  process.stderr.write(`ambit: ${message}\n`);
  process.exit(1);
}

function say(message) {
  process.stderr.write(`ambit: ${message}\n`);
}

/** Makes node_modules match package-lock.json. */
function ensureInstall() {
  const wanted = lockHash();
  if (readOrNull(installMark) === wanted) return;
  if (!npmRecordMatches()) {
    say('installing dependencies (npm ci) ...');
    // npm must not run on the Node inside node_modules: `npm ci` deletes that directory first.
    const env = { ...process.env, PATH: pathWithoutModules() };
    const options = ['--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
    const npm = spawnSync('npm', ['ci', ...options], {
      cwd: root,
      env,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (npm.status !== 0) fail('npm ci failed; see the lines above.');
  }
  fs.writeFileSync(installMark, wanted);
}

function listFiles(entry) {
  const full = path.join(root, entry);
  if (!fs.existsSync(full)) return [];
  if (fs.statSync(full).isFile()) return [entry];
  const found = fs.readdirSync(full, { withFileTypes: true, recursive: true });
  return found
    .filter((item) => item.isFile() && !/\.test\.tsx?$/.test(item.name))
    .map((item) => path.relative(root, path.join(item.parentPath ?? item.path, item.name)));
}

function pageHash() {
  const hash = createHash('sha256');
  for (const file of pageSources.flatMap(listFiles).sort()) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Builds the page into dist/web when its sources changed since the last build. */
function ensureBuild() {
  const wanted = pageHash();
  if (readOrNull(buildMark) === wanted && fs.existsSync(builtPage)) return;
  say('building the page ...');
  const vite = path.join(modules, 'vite', 'bin', 'vite.js');
  const build = spawnSync(requireNode(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) fail('the page could not be built; see the lines above.');
  packPage(path.join(path.dirname(builtPage), 'assets'));
  fs.mkdirSync(path.dirname(buildMark), { recursive: true });
  fs.writeFileSync(buildMark, wanted);
}

function requireNode() {
  const node = findNode();
  if (node) return node;
  return fail(
    `no Node.js for ${process.platform}-${process.arch} among the dependencies, and this one is ` +
      `${process.versions.node}: install Node.js 22.18 or newer.`,
  );
}

module.exports = { root, ensureInstall, ensureBuild, findNode, requireNode };
