import { migrate } from '../src/server/db/migrate.ts';
import { startPostgresCluster } from '../test/kit/postgres-cluster.ts';
import { createDatabase, openSides, type PlanMode } from './connections.ts';
import { type DecisionTimes, measureDecisions } from './decisions.ts';
import { type HttpResult, measureHttp } from './http/run-http.ts';
import type { Listing } from './lists/listing.ts';
import { type CellResult, runLists } from './lists/run-lists.ts';
import { describeMachine, type Machine } from './machine.ts';
import { type BenchOptions, readOptions, sizeLabel } from './options.ts';
import { type Report, summary, writeReport } from './report.ts';
import { plantInvoices, plantWorld } from './world/plant.ts';
import { pickReaders, type Reader } from './world/readers.ts';

interface SizeResult {
  readonly list: Listing['table'];
  readonly machine: Machine;
  readonly cells: readonly CellResult[];
  readonly decisions: DecisionTimes;
  readonly http: readonly HttpResult[];
}

/** Runs the benchmark on a PostgreSQL of its own, prints the table and keeps the figures. */
export async function runBench(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (!options) return;
  const cluster = await startPostgresCluster();
  try {
    const done: { size: number; result: SizeResult }[] = [];
    for (const size of options.sizes) {
      const url = await createDatabase(cluster.url, `bench_${size}`);
      done.push({ size, result: await runSize(url, size, options) });
      const report = reportOf(done);
      if (options.out) tell(`kept in ${writeReport(options.out, report)}`);
      if (size === options.sizes.at(-1)) console.log(summary(report));
    }
  } finally {
    await cluster.stop();
  }
}

async function runSize(url: string, size: number, options: BenchOptions): Promise<SizeResult> {
  const sides = await openSides(url, 'auto');
  try {
    const { db } = sides;
    await migrate(db);
    tell(`${sizeLabel(size)}: planting`);
    const { table } = options.listing;
    await (table === 'invoices' ? plantInvoices(db, size) : plantWorld(db, size));
    const readers = await pickReaders(db, table);
    const rows = await db.raw<Record<string, unknown>>(
      'select * from organizations order by number desc limit 1000',
    );
    const decisions = measureDecisions(readers, rows);
    const plans: readonly PlanMode[] = options.generic ? ['auto', 'force_generic_plan'] : ['auto'];
    const cells: CellResult[] = [];
    if (options.lists)
      for (const plan of plans) cells.push(...(await runPlan(url, plan, size, options, readers)));
    // What whole requests cost beyond the lists does not depend on the size.
    const http =
      options.http && table === 'organizations' && size === options.sizes[0]
        ? await measureHttp(url, readers, options.httpSeconds)
        : [];
    return { list: table, machine: await describeMachine(db), cells, decisions, http };
  } finally {
    await sides.close();
  }
}

async function runPlan(
  url: string,
  plan: PlanMode,
  size: number,
  { runs, listing, operations }: BenchOptions,
  readers: readonly Reader[],
) {
  tell(`${sizeLabel(size)}: ${readers.length} readers, plans: ${plan}`);
  const sides = await openSides(url, plan);
  try {
    return await runLists({ sides, plan, size, runs, listing, operations }, readers);
  } finally {
    await sides.close();
  }
}

function reportOf(done: readonly { size: number; result: SizeResult }[]): Report {
  const [first] = done;
  const last = done.at(-1);
  if (!first || !last) throw new Error('Nothing was measured');
  return {
    date: new Date().toISOString().slice(0, 10),
    list: first.result.list,
    machine: first.result.machine,
    sizes: done.map(({ size }) => size),
    cells: done.flatMap(({ result }) => result.cells),
    decisions: last.result.decisions,
    http: done.flatMap(({ result }) => result.http),
  };
}

function tell(line: string): void {
  console.error(`[${new Date().toISOString().slice(11, 19)}] ${line}`);
}

if (import.meta.main) await runBench(process.argv.slice(2));
