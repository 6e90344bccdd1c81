import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './postgres-cluster.ts';

const entry = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

export interface Process {
  readonly url: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Milliseconds from the start of the process until it was ready. */
  readonly readyAfter: number;
}

/** A data directory or a PostgreSQL database of a test's own, as environment variables. */
export async function freshInstallation(): Promise<{
  env: Record<string, string>;
  remove: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'ambit-process-'));
  const admin =
    process.env.AMBIT_TEST_ENGINE === 'postgres' ? process.env.AMBIT_TEST_DATABASE_URL : undefined;
  const env: Record<string, string> = { AMBIT_DATA_DIR: folder, AMBIT_DEMO: '1', LOG_LEVEL: 'error' };
  const name = `ambit_process_${randomBytes(6).toString('hex')}`;
  if (admin) {
    await asAdmin(admin, `create database ${name}`);
    const url = new URL(admin);
    url.pathname = `/${name}`;
    env.DATABASE_URL = url.toString();
    env.AMBIT_SECRET = randomBytes(32).toString('hex');
  }
  const remove = async () => {
    if (admin) await asAdmin(admin, `drop database if exists ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  };
  return { env, remove };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** Starts the server as a process of its own and waits until it is ready. */
export async function startProcess(env: Record<string, string>): Promise<Process> {
  const port = await freePort();
  const began = Date.now();
  const { child, output } = launch(env, port);
  const url = `http://127.0.0.1:${port}`;
  while (Date.now() - began < 60_000 && child.exitCode === null) {
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok) return { url, child, output, readyAfter: Date.now() - began };
    await sleep(25);
  }
  throw new Error(`The server did not become ready:\n${output()}`);
}

/** Starts the server and waits until it has ended by itself. */
export async function startRefused(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(env, await freePort());
  if (child.exitCode === null) await once(child, 'exit');
  return { code: child.exitCode, output: output() };
}

function launch(env: Record<string, string>, port: number) {
  const { DATABASE_URL: _, AMBIT_BASE_URL: __, SMTP_URL: ___, ...inherited } = process.env;
  const args = ['--disable-warning=ExperimentalWarning', entry, 'start'];
  const child = spawn(process.execPath, args, {
    cwd: env.AMBIT_DATA_DIR,
    env: { ...inherited, ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
  return { child, output: () => text };
}

export async function end({ child }: Process, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;
export interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Signs in a person of the demo company and sends requests as them, to any of the nodes. */
export async function signIn(
  url: string,
  profile: string,
): Promise<{ cookie: string; on: (node: string) => Client }> {
  const people = (await (await fetch(`${url}/api/v1/demo/people`)).json()) as {
    items: { email: string; profile: string }[];
  };
  const email = people.items.find((person) => person.profile === profile)?.email;
  const answer = await fetch(`${url}/api/v1/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const on =
    (node: string): Client =>
    async (method, path, body, headers = {}) => {
      const sent = body === undefined ? {} : { 'content-type': 'application/json' };
      const reply = await fetch(`${node}/api/v1${path}`, {
        method,
        headers: { cookie, ...sent, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      return { status: reply.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
    };
  return { cookie, on };
}
