import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { requireNode, root } from '../../scripts/ensure.cjs';
import { freePort, startPostgresCluster } from '../kit/postgres-cluster.ts';

export interface ServerOptions {
  engine: 'embedded' | 'postgres';
}

export interface RunningServer {
  url: string;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

type Cleanup = () => Promise<void> | void;

/** Starts Ambit, as a person would, on a database and a port of its own: with the demo company, or empty. */
export async function startServer(
  engine: ServerOptions['engine'],
  { demo = true } = {},
): Promise<RunningServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ambit-e2e-'));
  const cleanups: Cleanup[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const database = engine === 'postgres' ? await freshDatabase(cleanups) : undefined;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { ...environment(folder, port, database), AMBIT_DEMO: demo ? '1' : '0' };
    const server = launch(folder, env);
    cleanups.push(() => end(server.child));
    await waitUntilReady(url, server);
    return { url, stop, output: server.output };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environment(folder: string, port: number, database: string | undefined): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, AMBIT_BASE_URL: __, SMTP_URL: ___, ...inherited } = process.env;
  const own = { PORT: String(port), HOST: '127.0.0.1', AMBIT_DATA_DIR: folder };
  const secret = randomBytes(32).toString('hex');
  const connection = database === undefined ? {} : { DATABASE_URL: database, AMBIT_SECRET: secret };
  return { ...inherited, ...own, ...connection, LOG_LEVEL: 'warn' };
}

// Not in the repository's own folder: a developer's .env must not reach a test.
function launch(cwd: string, env: NodeJS.ProcessEnv): { child: ChildProcess; output: () => string } {
  const args = ['--disable-warning=ExperimentalWarning', path.join(root, 'src', 'cli', 'main.ts'), 'start'];
  const child = spawn(requireNode(), args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-8000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { child, output: () => output };
}

async function waitUntilReady(url: string, server: ReturnType<typeof launch>): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline && server.child.exitCode === null) {
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`The server did not become ready:\n${server.output()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(forced);
}

/** A database of its own: in the given PostgreSQL, or in a cluster that lives as long as the server. */
async function freshDatabase(cleanups: Cleanup[]): Promise<string> {
  const given = process.env.AMBIT_TEST_DATABASE_URL;
  const name = `ambit_e2e_${randomBytes(6).toString('hex')}`;
  const cluster = given ? undefined : await startPostgresCluster();
  if (cluster) cleanups.push(cluster.stop);
  const admin = given ?? cluster?.url ?? '';
  await asAdmin(admin, `create database ${name}`);
  cleanups.push(() => asAdmin(admin, `drop database if exists ${name} with (force)`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.toString();
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
