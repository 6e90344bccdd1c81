import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Database } from '../src/server/db/database.ts';
import { migrate } from '../src/server/db/migrate.ts';
import { seedProfiles } from '../src/server/db/seed-profiles.ts';
import { apiBase } from '../src/server/http/api-base.ts';
import { startPostgresCluster } from '../test/kit/postgres-cluster.ts';
import { createDatabase, openSides } from './connections.ts';
import { benchServer } from './http/bench-server.ts';
import type { AskAnswer, AskTask } from './latency/ask-client.ts';
import { type Asker, askers } from './latency/people.ts';
import { permitted, questionsOf } from './latency/questions.ts';
import { type LatencyCell, type LatencyReport, latencyTable } from './latency/table.ts';
import { describeMachine } from './machine.ts';
import { sizeLabel, toSize } from './options.ts';
import { plantInvoices } from './world/plant.ts';
import { pickReaders } from './world/readers.ts';

/** Asks a running server over so many invoices, as the narrowest profiles and as the widest. */
export async function measureLatency(url: string, invoices: number, times: number): Promise<LatencyReport> {
  const { db, close } = await openSides(url, 'auto', 10);
  const server = await benchServer(db);
  const client = new Worker(new URL('./latency/ask-client.ts', import.meta.url));
  try {
    await server.listen({ port: 0, host: '127.0.0.1' });
    const base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}${apiBase}`;
    const cells: LatencyCell[] = [];
    for (const asker of await askers(db, await pickReaders(db, 'invoices')))
      cells.push(...(await cellsOf(db, client, base, asker, times)));
    const date = new Date().toISOString().slice(0, 10);
    return { date, invoices, machine: await describeMachine(db), cells };
  } finally {
    await client.terminate();
    await server.close();
    await close();
  }
}

async function cellsOf(
  db: Database,
  client: Worker,
  base: string,
  asker: Asker,
  times: number,
): Promise<LatencyCell[]> {
  const { cookie, name } = asker;
  const cells: LatencyCell[] = [];
  for (const [question, paths] of Object.entries(await questionsOf(db, base, asker))) {
    const asked = await permitted(base, cookie, paths);
    if (asked.length === 0) continue;
    const task = { cookie, urls: asked.map((path) => `${base}${path}`) };
    // PostgreSQL settles on a plan with the sixth execution on a connection, and there are ten.
    await ask(client, { ...task, times: 80 });
    const taken = (await ask(client, { ...task, times })).toSorted((a, b) => a - b);
    const at = (part: number) =>
      taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? Number.NaN;
    cells.push({ question, profile: name, requests: asked.length, p50: at(0.5), p95: at(0.95) });
  }
  return cells;
}

async function ask(client: Worker, task: AskTask): Promise<number[]> {
  client.postMessage(task);
  const [answer] = (await once(client, 'message')) as [AskAnswer];
  if ('error' in answer) throw new Error(answer.error);
  return answer.milliseconds;
}

/** A world made for the purpose, with the profiles that a new installation has. */
async function withWorld<T>(invoices: number, use: (url: string) => Promise<T>): Promise<T> {
  const cluster = await startPostgresCluster();
  try {
    const url = await createDatabase(cluster.url, 'bench_latency');
    const { db, close } = await openSides(url, 'auto');
    await migrate(db);
    await seedProfiles(db);
    await plantInvoices(db, invoices);
    await close();
    return await use(url);
  } finally {
    await cluster.stop();
  }
}

function keep(report: LatencyReport): void {
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const name = `${report.date}-latency-${sizeLabel(report.invoices)}.json`;
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(3)) : value;
  writeFileSync(new URL(name, folder), `${JSON.stringify(report, rounded, 2)}\n`);
  writeFileSync(new URL('README-latency-table.md', folder), latencyTable(report));
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { size: { type: 'string', default: '1m' }, times: { type: 'string', default: '200' } },
  });
  const size = toSize(values.size);
  const report = await withWorld(size, (url) => measureLatency(url, size, Number(values.times)));
  console.log(latencyTable(report));
  keep(report);
}
