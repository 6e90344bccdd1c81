import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresBin } from '../../scripts/tools.cjs';

export interface PostgresCluster {
  /** Address of the maintenance database; the user may create databases and roles. */
  url: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL nobody else uses, in a temporary folder that `stop` removes again. */
export async function startPostgresCluster(): Promise<PostgresCluster> {
  const bin = findPostgresBin();
  if (!bin) throw new Error('No PostgreSQL found: install it, or set AMBIT_TEST_DATABASE_URL.');
  const folder = mkdtempSync(path.join(tmpdir(), 'ambit-pg-'));
  const identity = serverIdentity();
  try {
    if (identity.uid !== undefined) execFileSync('chown', [`${identity.uid}:${identity.gid}`, folder]);
    chmodSync(folder, 0o700);
    const data = path.join(folder, 'data');
    const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(path.join(bin, 'initdb'), init, { ...identity, cwd: folder, stdio: 'pipe' });
    return await launch(path.join(bin, 'postgres'), folder, data, identity);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function launch(
  binary: string,
  folder: string,
  data: string,
  identity: Identity,
): Promise<PostgresCluster> {
  const port = await freePort();
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];
  const options = settings.flatMap((setting) => ['-c', setting]);
  const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, ...options];
  const spawning: SpawnOptions = { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] };
  const server = spawn(binary, args, spawning);
  let output = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  });
  const killWithUs = () => server.kill('SIGINT');
  process.once('exit', killWithUs);
  const stop = async () => {
    process.removeListener('exit', killWithUs);
    if (server.exitCode === null) {
      const gone = once(server, 'exit');
      // PostgreSQL's "fast shutdown": it drops the clients that are still connected.
      server.kill('SIGINT');
      await gone;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const ready = await waitUntilReady(url, () => server.exitCode !== null);
  if (ready) return { url, stop };
  await stop();
  throw new Error(`PostgreSQL did not start:\n${output}`);
}

async function waitUntilReady(url: string, gaveUp: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && !gaveUp()) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await sleep(100);
    }
  }
  return false;
}

interface Identity {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function serverIdentity(): Identity {
  if (process.getuid?.() !== 0 || !existsSync('/etc/passwd')) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
