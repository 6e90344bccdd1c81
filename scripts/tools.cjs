'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file)) ?? null;
}

/** The browser the end-to-end tests drive, or null. */
function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return fs.existsSync(named) ? named : null;
  return chromiumNames.map((name) => onPath(name)).find(Boolean) ?? null;
}

function installChromium() {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  process.stderr.write('ambit: installing Chromium with apt-get ...\n');
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', ['update', '-qq'], options).status !== 0) return;
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], options);
}

function ensureChromium() {
  const found = findChromium();
  if (found || process.env.CHROMIUM_PATH) return found;
  installChromium();
  return findChromium();
}

/** The folder with initdb and postgres, newest version first, or null. */
function findPostgresBin() {
  const debian = '/usr/lib/postgresql';
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(debian, version, 'bin'));
  const complete = folders.find((folder) => fs.existsSync(path.join(folder, 'initdb')));
  if (complete) return complete;
  const initdb = onPath('initdb');
  return initdb && onPath('postgres') ? path.dirname(initdb) : null;
}

function hasPostgres() {
  return Boolean(process.env.AMBIT_TEST_DATABASE_URL) || findPostgresBin() !== null;
}

module.exports = { findChromium, ensureChromium, findPostgresBin, hasPostgres };
